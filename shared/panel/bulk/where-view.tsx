import type { BulkHost } from '../bulk-host';
import { isTitleOf } from '../../bulk/plan/former-titles';
import { byReason, toSkippedText } from './bulk-text';
import { CellList } from './cell-list';
import type { ChooseState, Listed, Settings } from './choose-state';
import { toTargetText } from './target-text';
import { count } from '../count';

interface Props {
  readonly host: Pick<BulkHost, 'showCells'>;
  readonly state: ChooseState;
  readonly onSet: (settings: Partial<Settings>) => void;
}

const OF_INPUT: ReadonlySet<string> = new Set(['blank', 'unusable']);

/** Where the answers go, and every cell that will not be written. */
export function WhereView({ host, state, onSet }: Props) {
  const { settings, planned, listed, selected, enriched } = state;
  const { where, mode, isOverwriteConfirmed, withHidden } = settings;
  const titles = (enriched?.alike ?? []).filter((title) => settings.choices.some((each) => isTitleOf(each, title)));
  return (
    <>
      <fieldset class="bare">
        <legend>Where</legend>
        <Radio name="where" isChecked={where === 'newColumns'} onChoose={() => onSet({ where: 'newColumns' })}>
          New columns to the right
        </Radio>
        <Radio name="where" isChecked={where === 'sameTitles'} onChoose={() => onSet({ where: 'sameTitles' })}>
          Columns with the same titles, and new ones for the rest
        </Radio>
      </fieldset>
      {where === 'newColumns' && titles.length > 0 && (
        <p class="hint">
          {titles.length === 1 ? 'A column with this title exists' : 'Columns with these titles exist'}:{' '}
          {titles.join(', ')}.
        </p>
      )}
      {where === 'sameTitles' && (
        <fieldset class="bare">
          <legend>Cells with values</legend>
          <Radio name="mode" isChecked={mode === 'onlyEmpty'} onChoose={() => onSet({ mode: 'onlyEmpty' })}>
            Keep them and fill empty cells only
          </Radio>
          <Radio name="mode" isChecked={mode === 'overwrite'} onChoose={() => onSet({ mode: 'overwrite' })}>
            Overwrite them
          </Radio>
          {mode === 'overwrite' && listed !== null && (
            <>
              <p>Replaces values in these columns:</p>
              <Targets of={listed} />
            </>
          )}
          {mode === 'overwrite' && listed !== null && (
            <label class="choice">
              <input
                type="checkbox"
                checked={isOverwriteConfirmed}
                onChange={({ currentTarget }) => onSet({ isOverwriteConfirmed: currentTarget.checked })}
              />
              Yes, replace these values. Undo restores them
            </label>
          )}
        </fieldset>
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={withHidden}
          onChange={({ currentTarget }) => onSet({ withHidden: currentTarget.checked })}
        />
        Include hidden rows
      </label>
      {planned !== null && (
        <>
          <p>
            {planned.plan.cells === 0
              ? 'Nothing to fill.'
              : `Fills ${count(planned.plan.cells, 'cell', 'cells')} in ${count(planned.plan.rows.length, 'row', 'rows')}.`}
            {(planned.plan.told?.length ?? 0) > 0 &&
              ` ${count(planned.plan.told!.length, 'skipped row gets', 'skipped rows get')} a status.`}
            {planned.plan.alreadyFilled > 0 &&
              ` ${count(planned.plan.alreadyFilled, 'row has', 'rows have')} nothing left to fill.`}
          </p>
          {planned.plan.cells > 0 && <Targets of={planned.plan} />}
          {/* The card of the selection lists the rows that name no company. */}
          {byReason(planned.plan.skipped.filter(({ reason }) => !OF_INPUT.has(reason))).map(([reason, skipped]) => (
            <CellList
              key={reason}
              host={host}
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

/** Each column with its letters, before anything is written. */
function Targets({ of: { targets, choices } }: { readonly of: Listed }) {
  return (
    <ul class="targets" aria-label="Columns to fill">
      {targets.map((target, at) => (
        <li key={target.column}>
          {toTargetText(target, choices[at]!)}
          {target.isNew && <span class="badge">new</span>}
        </li>
      ))}
    </ul>
  );
}

interface RadioProps {
  readonly name: string;
  readonly isChecked: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}

function Radio({ name, isChecked, onChoose, children }: RadioProps) {
  return (
    <label class="choice">
      <input type="radio" name={`bulk-${name}`} checked={isChecked} onChange={onChoose} />
      {children}
    </label>
  );
}
