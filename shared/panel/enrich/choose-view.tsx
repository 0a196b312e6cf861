import { useRef, useState } from 'preact/hooks';
import { ColumnAdder } from './column-adder';
import { ChoiceList } from './choice-list';
import { withChoices, isChosen } from './choice-menu';
import type { PlannedRun, Settings } from './choose-state';
import { heldLimit, typedLimit } from './run-limit';
import { NamesView } from './names/names-view';
import { toChooseNews } from './news';
import { PresetButtons } from './preset-buttons';
import { PriceCard, useRunCap } from './price-card';
import { RefusedChoices, useNamedChoices } from './named-choices';
import { SourceCard } from './source-card';
import { useChoosing } from './use-choosing';
import { WhereView } from './where-view';
import { count, isolated, cut, columnName } from '../common/words';
import { toShortPrice } from './run-text';
import { PressButton } from '../common/press-button';
import type { Choice } from '../../enrich/plan/column-spec';
import type { HeadingColumn } from '../../enrich/plan/heading-columns';

interface ChooseViewProps {
  readonly onStart: (planned: PlannedRun, cap: number | null) => void;
}

const ERRANDS = {
  looking: 'Reading the selection…',
  planning: 'Working out the price…',
  agreeing: 'Checking the price…',
  previewing: 'Getting the first rows…',
} as const;

/** From the selection to the price. Nothing is spent before the user agrees. */
export function ChooseView({ onStart }: ChooseViewProps) {
  const isHeld = useRef(false);
  const { state, happen, look, preview, agreed } = useChoosing(() => isHeld.current);
  const { selected, looks, settings, planned, errand, problem } = state;
  /** The reading whose rows are accepted as they are, even though they look like names. */
  const [taken, setTaken] = useState(-1);
  const areNames = selected?.triage.looksLikeNames === true && taken !== looks;
  const choose = (choices: typeof settings.choices): void => happen({ is: 'set', settings: { choices } });
  const latest = useRef(settings.choices);
  latest.current = settings.choices;
  const named = useNamedChoices((added) => {
    if (added.length > 0) choose(withChoices(latest.current, added));
  });
  const cap = useRunCap(state, (credits) => happen({ is: 'capped', cap: credits }));
  const isOff = errand !== null || planned?.plan.rows.length === 0;
  const start = async (): Promise<void> => {
    const again = await agreed();
    if (again !== null) onStart(again.planned, again.cap);
  };
  return (
    <>
      <div class="card">
        <SourceCard state={state} onLook={look} />
      </div>
      {selected !== null && areNames && (
        <div class="card">
          <NamesView
            key={looks}

            selected={selected}
            onWritten={(column) => look(column)}
            onAsTheyAre={() => setTaken(looks)}
            onHeld={(held) => (isHeld.current = held)}
          />
        </div>
      )}
      {selected !== null && !areNames && (
        <>
          <div class="card">
            <h3>Columns to add</h3>
            <FillHeadings
              headings={state.headings}
              choices={settings.choices}
              where={settings.where}
              onFill={(asked) => {
                happen({ is: 'set', settings: { where: 'sameTitles' } });
                void named.add(asked);
              }}
            />
            <PresetButtons choices={settings.choices} onUse={(added) => void named.add(added)} />
            <ChoiceList choices={settings.choices} onChange={choose} />
            <ColumnAdder
              selected={selected}
              choices={settings.choices}
              isChecking={named.isChecking}
              onAdd={(choice) => named.add([choice])}
            />
            <RefusedChoices named={named} onAdd={(choice) => void named.add([choice])} />
          </div>
          {settings.choices.length > 0 && (
            <div class="card">
              <WhereView state={state} onSet={(set) => happen({ is: 'set', settings: set })} />
            </div>
          )}
          {planned !== null && (
            <PriceCard state={state} planned={planned} cap={cap} isOff={isOff} onPreview={preview} />
          )}
        </>
      )}
      <div class={planned === null ? 'foot' : 'foot is-stuck'}>
        <p role="status" class={errand === null ? '' : 'is-busy'}>
          {errand === null ? '' : ERRANDS[errand]}
        </p>
        <p role="status" class="unseen">
          {toChooseNews(state)}
        </p>
        <p role="alert" class="problem">
          {problem}
        </p>
        {selected !== null && !areNames && planned !== null && (
          <ActionBar
            planned={planned}
            limit={typedLimit(cap.typing.text) ?? heldLimit(state)}
            isOff={isOff}
            onStart={cap.within(() => void start())}
          />
        )}
      </div>
    </>
  );
}

interface ActionBarProps {
  readonly planned: PlannedRun;
  /** In credits; `null`: none is set. */
  readonly limit: number | null;
  readonly isOff: boolean;
  readonly onStart: () => void;
}

/** The price before the click, and the button that starts. */
function ActionBar({ planned, limit, isOff, onStart }: ActionBarProps) {
  const rows = count(planned.plan.rows.length, 'row', 'rows');
  return (
    <div class="action-bar" role="group" aria-label="Price and start">
      <p>
        <b>{toShortPrice(planned.price, limit)}</b>
        <span>{rows}</span>
      </p>
      <PressButton isMain isOff={isOff} onPress={onStart}>
        Enrich {rows}
      </PressButton>
    </div>
  );
}

interface FillHeadingsProps {
  readonly headings: readonly HeadingColumn[];
  readonly choices: readonly Choice[];
  readonly where: Settings['where'];
  readonly onFill: (choices: readonly Choice[]) => void;
}

const LONGEST_HEADING = 24;

/** Headings of the sheet that ask for what Trace knows, and the button that fills their columns. */
function FillHeadings({ headings, choices, where, onFill }: FillHeadingsProps) {
  if (headings.length === 0) return null;
  const isDone = where === 'sameTitles' && headings.every(({ choice }) => isChosen(choices, choice));
  const names = headings.map(
    ({ column, heading }) => `${columnName(column)} ${isolated(cut(heading, LONGEST_HEADING))}`,
  );
  return (
    <div class="offer">
      <p>Your headings ask for: {names.join(', ')}.</p>
      <PressButton isOff={isDone} onPress={() => onFill(headings.map(({ choice }) => choice))}>
        Fill from headings
      </PressButton>
    </div>
  );
}
