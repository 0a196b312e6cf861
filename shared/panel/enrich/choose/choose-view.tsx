import { useRef, useState } from 'preact/hooks';
import { ColumnAdder } from './column-adder';
import { ChoiceList } from './choice-list';
import { withChoices, withTop, isChosen } from './choice-menu';
import { PartnersTop } from './partners-top';
import type { ChooseState, Settings } from './choose-state';
import { limitInField, typedLimit } from '../run-limit';
import { NamesView } from '../names/names-view';
import { toChooseNews } from '../news';
import { PresetButtons } from './preset-buttons';
import { ActionBar, PriceCard, useRunCap } from '../price-terms';
import { pricesOf } from './choice-price';
import { RefusedChoices, useNamedChoices } from './named-choices';
import { SourceCard } from '../source-card';
import { RecipesCard } from '../../recipes/recipe-list';
import { useChoosing, type AgreedRun } from './use-choosing';
import { WhereView } from '../where-view';
import { count, isolated, cut, columnName } from '../../common/words';
import { PressButton } from '../../common/press-button';
import { LATEST_PARTNERS, type Choice } from '../../../enrich/plan/column-spec';
import type { HeadingColumn } from '../../../enrich/plan/heading-columns';
import { Outcome, Said } from '../../common/outcome';

interface ChooseViewProps {
  /** What was chosen before a preview that was cleared; `null`: nothing. */
  readonly before: Settings | null;
  readonly onStart: (agreed: AgreedRun) => void;
}

const ERRANDS = {
  reading: 'Reading the selection…',
  planning: 'Working out the price…',
  agreeing: 'Checking the price…',
} as const;

/** From the selection to the price. Nothing is spent before the user agrees. */
export function ChooseView({ before, onStart }: ChooseViewProps) {
  const hasPaidWork = useRef(false);
  const { state, happen, read, agreed } = useChoosing(() => hasPaidWork.current, before);
  const { selected, readings, settings, planned, listed, errand, problem } = state;
  /** Whether domains of names are searched, as the person chose it for one reading. */
  const [search, setSearch] = useState({ readings: -1, isOn: false });
  const areNames = search.readings === readings ? search.isOn : selected?.triage.looksLikeNames === true;
  const hasCompanies = selected !== null && !selected.triage.isOther;
  const choose = (choices: typeof settings.choices): void => happen({ is: 'set', settings: { choices } });
  const latest = useRef(settings.choices);
  latest.current = settings.choices;
  const named = useNamedChoices((added) => {
    if (added.length > 0) choose(withChoices(latest.current, added));
  });
  const cap = useRunCap(state, (credits) => happen({ is: 'capped', cap: credits }));
  const isOff = errand !== null || planned?.plan.rows.length === 0;
  const start = async (isPreview: boolean): Promise<void> => {
    const again = await agreed(isPreview);
    if (again !== null) onStart(again);
  };
  return (
    <>
      {selected === null && readings > 0 && <RecipesCard />}
      <div class="card">
        <SourceCard
          state={state}
          onRead={read}
          {...(areNames ? {} : { onFindNames: () => setSearch({ readings, isOn: true }) })}
        />
      </div>
      {hasCompanies && areNames && (
        <div class="card">
          <NamesView
            key={readings}
            selected={selected}
            onWritten={(column) => read(column)}
            onAsTheyAre={() => setSearch({ readings, isOn: false })}
            onPaidWork={(has) => (hasPaidWork.current = has)}
          />
        </div>
      )}
      {hasCompanies && !areNames && (
        <>
          <div class="card">
            <h3>Columns to add</h3>
            <FillHeadings
              headings={state.headings}
              choices={settings.choices}
              where={settings.where}
              onFill={(asked) => {
                happen({ is: 'set', settings: { where: 'sameTitles' } });
                void named.add(withTop(asked, LATEST_PARTNERS));
              }}
            />
            <PresetButtons choices={settings.choices} onAdd={(added) => void named.add(added)} onChange={choose} />
            <ChoiceList
              choices={settings.choices}
              targets={(planned?.plan ?? listed)?.targets ?? null}
              prices={pricesOf(settings.choices, planned?.price.most === 0)}
              onChange={choose}
            />
            <PartnersTop choices={settings.choices} planned={planned} onChange={choose} />
            <ColumnAdder
              selected={selected}
              choices={settings.choices}
              isChecking={named.isChecking}
              onAdd={(choice) => named.add([choice])}
            />
            <RefusedChoices named={named} onAdd={(choice) => void named.add([choice])} />
            <FilledRows existing={state.enriched} />
          </div>
          {settings.choices.length > 0 && (
            <div class="card">
              <WhereView state={state} onSet={(set) => happen({ is: 'set', settings: set })} />
            </div>
          )}
          {planned !== null && (
            <PriceCard typed={state.cap} planned={planned} cap={cap} isOff={isOff} onPreview={() => void start(true)} />
          )}
        </>
      )}
      <div class={planned === null ? 'foot' : 'foot is-stuck'}>
        <Said style="unseen">{toChooseNews(state)}</Said>
        <Outcome isBusy={errand !== null} said={errand === null ? '' : ERRANDS[errand]} problem={problem} />
        {hasCompanies && !areNames && planned !== null && (
          <ActionBar
            price={planned.price}
            limit={typedLimit(cap.typing.text) ?? limitInField(state)}
            rows={planned.plan.rows.length}
          >
            <PressButton isMain isOff={isOff} onPress={cap.within(() => void start(false))}>
              Enrich {count(planned.plan.rows.length, 'row', 'rows')}
            </PressButton>
          </ActionBar>
        )}
      </div>
    </>
  );
}

/** Found a moment after the card is shown, so it stands last in its card, where it moves none of the choices. */
function FilledRows({ existing }: { readonly existing: ChooseState['enriched'] }) {
  if (existing === null || existing.rows === 0) return null;
  return (
    <p class="hint">
      {count(existing.rows, 'row already has', 'rows already have')} values in Trace columns:{' '}
      {existing.titles.map(isolated).join(', ')}
    </p>
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
      <p>Your titles ask for: {names.join(', ')}.</p>
      <PressButton isOff={isDone} onPress={() => onFill(headings.map(({ choice }) => choice))}>
        Fill from titles
      </PressButton>
    </div>
  );
}
