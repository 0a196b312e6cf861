import { useRef, useState } from 'preact/hooks';
import type { BulkEngine } from './bulk-engine';
import { ChoiceAdder } from './choice-adder';
import { ChoiceList } from './choice-list';
import { withChoices } from './choice-menu';
import type { Planned } from './choose-state';
import { NamesView } from './names-view';
import { toChooseNews } from './news';
import { PresetButtons } from './preset-buttons';
import { PriceView } from './price-view';
import { RefusedChoices } from './refused-choices';
import { SelectionView } from './selection-view';
import { useChoosing } from './use-choosing';
import { useNamedChoices } from './use-named-choices';
import { WhereView } from './where-view';

interface Props {
  readonly engine: BulkEngine;
  readonly onStart: (planned: Planned, cap: number | null) => void;
}

const ERRANDS = {
  looking: 'Reading the selection…',
  planning: 'Working out cells and price…',
  previewing: 'Asking for the first rows…',
} as const;

/** From the selection to the price. Nothing is spent before the user agrees. */
export function ChooseView({ engine, onStart }: Props) {
  const { host } = engine;
  const { state, happen, look, preview, agreed } = useChoosing(engine);
  const { selected, looks, settings, planned, errand, problem } = state;
  /** The reading whose rows are accepted as they are, even though they look like names. */
  const [taken, setTaken] = useState(-1);
  const areNames = selected?.triage.looksLikeNames === true && taken !== looks;
  const choose = (choices: typeof settings.choices): void => happen({ is: 'set', settings: { choices } });
  const latest = useRef(settings.choices);
  latest.current = settings.choices;
  const named = useNamedChoices(engine, (added) => {
    if (added.length > 0) choose(withChoices(latest.current, added));
  });
  const start = async (): Promise<void> => {
    const again = await agreed();
    if (again !== null) onStart(again, state.cap ?? again.price.most);
  };
  return (
    <>
      <div>
        <SelectionView host={host} state={state} onLook={look} />
      </div>
      {selected !== null && areNames && (
        <NamesView
          key={looks}
          engine={engine}
          selected={selected}
          onPlaced={(column) => look(column)}
          onAsTheyAre={() => setTaken(looks)}
        />
      )}
      {selected !== null && !areNames && (
        <>
          <h3>Add</h3>
          <PresetButtons host={host} choices={settings.choices} onUse={(added) => void named.add(added)} />
          <ChoiceList choices={settings.choices} onChange={choose} />
          <ChoiceAdder
            choices={settings.choices}
            isChecking={named.isChecking}
            onAdd={(choice) => named.add([choice])}
          />
          <RefusedChoices named={named} onAdd={(choice) => void named.add([choice])} />
          {settings.choices.length > 0 && (
            <WhereView host={host} state={state} onSet={(set) => happen({ is: 'set', settings: set })} />
          )}
          {planned !== null && (
            <PriceView
              journalNote={host.journalNote}
              state={state}
              planned={planned}
              onCap={(cap) => happen({ is: 'capped', cap })}
              onPreview={preview}
              onStart={() => void start()}
            />
          )}
        </>
      )}
      <p role="status" class={errand === null ? '' : 'is-busy'}>
        {errand === null ? '' : ERRANDS[errand]}
      </p>
      <p role="status" class="unseen">
        {toChooseNews(state)}
      </p>
      <p role="alert" class="problem">
        {problem}
      </p>
    </>
  );
}
