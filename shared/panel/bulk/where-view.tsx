import { isTitleOf } from '../../enrich/plan/former-titles';
import { isolated, count, plural } from '../common/words';
import { byReason, toSkippedText } from './bulk-text';
import { CellList } from './cell-list';
import type { ChooseState, Settings } from './choose-state';
import { OptionsFold } from './options-fold';
import { Targets } from './targets';
import { useSheet } from '../common/sheet';

interface Props {
  readonly state: ChooseState;
  readonly onSet: (settings: Partial<Settings>) => void;
}

const OF_INPUT: ReadonlySet<string> = new Set(['blank', 'unusable']);

/** Where the answers go, and every cell that will not be written. */
export function WhereView({ state, onSet }: Props) {
  const engine = useSheet();
  const { settings, planned, selected, enriched } = state;
  const titles = (enriched?.alike ?? []).filter((title) => settings.choices.some((each) => isTitleOf(each, title)));
  return (
    <>
      <OptionsFold state={state} onSet={onSet} />
      {settings.where === 'newColumns' && titles.length > 0 && (
        <p class="hint">
          {plural(titles.length, 'A column with this title exists', 'Columns with these titles exist')}:{' '}
          {titles.map(isolated).join(', ')}.{' '}
          <button type="button" class="link" onClick={() => onSet({ where: 'sameTitles' })}>
            Fill {plural(titles.length, 'it', 'them')} instead
          </button>
        </p>
      )}
      {planned !== null && (
        <>
          <p>
            {planned.plan.cells === 0
              ? 'Nothing to fill.'
              : `Fills ${count(planned.plan.cells, 'cell', 'cells')} in ${count(planned.plan.rows.length, 'row', 'rows')}.`}
            {planned.plan.skippedWithStatus > 0 &&
              ` ${count(planned.plan.skippedWithStatus, 'skipped row gets', 'skipped rows get')} a status.`}
            {planned.plan.alreadyFilled > 0 &&
              ` ${count(planned.plan.alreadyFilled, 'row has', 'rows have')} nothing left to fill.`}
          </p>
          {planned.plan.cells > 0 && <Targets of={planned.plan} />}
          {/* The card of the selection lists the rows that name no company. */}
          {byReason(planned.plan.skipped.filter(({ reason }) => !OF_INPUT.has(reason))).map(([reason, skipped]) => (
            <CellList
              key={reason}
              host={engine}
              sheet={planned.plan.sheet.id}
              title={toSkippedText(reason, skipped)}
              cells={skipped.map(({ row, column }) => ({ row, column: column ?? selected?.column ?? 0, text: '' }))}
            />
          ))}
        </>
      )}
    </>
  );
}
