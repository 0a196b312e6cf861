import { isTitleOf } from '../../enrich/plan/column-spec';
import { isolated, count, plural } from '../common/words';
import { byReason, toSkippedText } from './run-text';
import { CellList } from '../common/cell-list';
import type { ChooseState, Settings, Listed } from './choose/choose-state';
import { useSheet } from '../common/sheet';
import { useEffect, useState } from 'preact/hooks';
import { withChoices } from './choose/choice-menu';
import { toOptionsText, toTargetText } from './target-text';
import { Check, Radio } from '../common/fields/controls';
import { LinkButton } from '../common/press-button';

interface WhereViewProps {
  readonly state: ChooseState;
  readonly onSet: (settings: Partial<Settings>) => void;
}

const OF_INPUT: ReadonlySet<string> = new Set(['blank', 'unusable']);

/** Where the answers go, and every cell that will not be written. */
export function WhereView({ state, onSet }: WhereViewProps) {
  const { settings, planned, selected, enriched } = state;
  const titles = (enriched?.alike ?? []).filter((title) => settings.choices.some((each) => isTitleOf(each, title)));
  return (
    <>
      <OptionsFold state={state} onSet={onSet} />
      {settings.where === 'newColumns' && titles.length > 0 && (
        <p class="hint">
          {plural(titles.length, 'A column with this title exists', 'Columns with these titles exist')}:{' '}
          {titles.map(isolated).join(', ')}.{' '}
          <LinkButton onPress={() => onSet({ where: 'sameTitles' })}>
            Fill {plural(titles.length, 'it', 'them')} instead
          </LinkButton>
        </p>
      )}
      {planned !== null && (
        <>
          <p>
            {planned.plan.cells === 0
              ? 'Nothing to fill.'
              : `Fills ${count(planned.plan.cells, 'cell', 'cells')} in ${count(planned.plan.rows.length, 'row', 'rows')}.`}
            {planned.plan.alreadyFilled > 0 &&
              ` ${count(planned.plan.alreadyFilled, 'row has', 'rows have')} nothing left to fill.`}
            {planned.plan.skippedWithStatus > 0 &&
              ` ${count(planned.plan.skippedWithStatus, 'skipped row gets', 'skipped rows get')} a status.`}
          </p>
          {/* The card of the selection lists the rows that name no company. */}
          {byReason(planned.plan.skipped.filter(({ reason }) => !OF_INPUT.has(reason))).map(([reason, skipped]) => (
            <CellList
              key={reason}
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

interface OptionsFoldProps {
  readonly state: Pick<ChooseState, 'settings' | 'listed'>;
  readonly onSet: (settings: Partial<Settings>) => void;
}

/** How the columns are filled. Folded, it says what differs from the defaults. */
function OptionsFold({ state: { settings, listed }, onSet }: OptionsFoldProps) {
  /** `hiddenNote` says which hidden rows cannot be left out. */
  const { hiddenNote, recordNote } = useSheet().host;
  const { choices, where, mode, isOverwriteConfirmed, withHidden } = settings;
  const [isOpen, setOpen] = useState(false);
  const isToConfirm = mode === 'overwrite' && !isOverwriteConfirmed;
  // Nothing starts before this is answered.
  useEffect(() => {
    if (isToConfirm) setOpen(true);
  }, [isToConfirm]);
  const text = toOptionsText(settings);
  const others = choices.filter(({ adds }) => adds !== 'status');
  return (
    <details class="fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Options{text !== '' && <span class="chosen">: {text}</span>}</summary>
      <fieldset class="bare">
        <legend>Where</legend>
        <Radio name="bulk-where" isChecked={where === 'newColumns'} onChoose={() => onSet({ where: 'newColumns' })}>
          New columns to the right
        </Radio>
        <Radio name="bulk-where" isChecked={where === 'sameTitles'} onChoose={() => onSet({ where: 'sameTitles' })}>
          Columns with the same titles, and new ones for the rest
        </Radio>
      </fieldset>
      {where === 'sameTitles' && (
        <fieldset class="bare">
          <legend>Cells with values</legend>
          <Radio name="bulk-mode" isChecked={mode === 'onlyEmpty'} onChoose={() => onSet({ mode: 'onlyEmpty' })}>
            Keep them and fill empty cells only
          </Radio>
          <Radio name="bulk-mode" isChecked={mode === 'overwrite'} onChoose={() => onSet({ mode: 'overwrite' })}>
            Overwrite them
          </Radio>
          {mode === 'overwrite' && listed !== null && (
            <>
              <p>Replaces the values in: {replacedIn(listed)}.</p>
              <Check isChecked={isOverwriteConfirmed} onCheck={(is) => onSet({ isOverwriteConfirmed: is })}>
                Yes, replace these values. Undo restores them
              </Check>
            </>
          )}
        </fieldset>
      )}
      <Check isChecked={withHidden} onCheck={(is) => onSet({ withHidden: is })}>
        Include hidden rows
      </Check>
      {!withHidden && hiddenNote !== undefined && <p class="hint">{hiddenNote}</p>}
      <Check
        isChecked={others.length < choices.length}
        onCheck={(is) => onSet({ choices: is ? withChoices(choices, [{ adds: 'status' }]) : others })}
      >
        Add a status column: found, skipped or failed
      </Check>
      <p class="note">{recordNote}</p>
    </details>
  );
}

/** The columns of the sheet whose values would be lost without undo: `C Headcount, D`. */
function replacedIn({ targets, choices }: Listed): string {
  const texts = targets.flatMap((target, at) => (target.isNew ? [] : [toTargetText(target, choices[at]!)]));
  return texts.join(', ') || 'no column';
}
