import { useState } from 'preact/hooks';
import type { Undone } from '../../bulk/undo/undo';
import type { SameInputs } from '../../bulk/undo/undo-plan';
import type { BulkHost } from '../bulk-host';
import { count, plural } from '../count';
import { CellList } from './cell-list';
import type { Left } from './left-run';
import { toValueText } from './other-run-text';
import { PressButton } from './press-button';

/** The way back to a finished run, as long as no other has replaced it. */
export function EarlierRun({ onComeBack }: { onComeBack: () => void }) {
  return (
    <p class="note">
      You can undo the last enrichment until you start another.{' '}
      <button type="button" class="link" onClick={onComeBack}>
        Back to the last enrichment
      </button>
    </p>
  );
}

interface UndoneProps {
  readonly host: Pick<BulkHost, 'showCells'>;
  readonly sheet: string;
  /** In which rows are told apart. */
  readonly column: number;
  readonly undone: Undone;
}

/** What an undo restored, and what it could not. */
export function UndoneView({ host, sheet, column, undone }: UndoneProps) {
  const { restored, edited, refused, missing, undecided, lost, isLeft } = undone;
  return (
    <>
      <p class={isLeft ? 'waiting' : 'waiting is-set'}>
        {isLeft ? 'Undone in part' : 'Undone'}: {count(restored, 'cell is', 'cells are')} as before.
      </p>
      <CellList
        host={host}
        sheet={sheet}
        title={`Edited since, left alone: ${count(edited.length, 'cell', 'cells')}`}
        cells={edited.map((cell) => ({ row: cell.row, column: cell.column, text: '' }))}
      />
      <CellList
        host={host}
        sheet={sheet}
        title={`Protected, not restored: ${count(refused.length, 'cell', 'cells')}`}
        cells={refused.map((cell) => ({ row: cell.row, column: cell.column, text: '' }))}
      />
      {refused.length > 0 && (
        <p class="note">Undo leaves protected cells alone. Remove the protection, then try again.</p>
      )}
      <CellList
        host={host}
        sheet={sheet}
        title={`Deleted, or another company now: ${count(missing.length, 'row', 'rows')}`}
        cells={missing.map((row) => ({ row, column, text: '' }))}
      />
      {undecided.length > 0 && (
        <p>
          Several rows name the same company and held different values. Trace cannot tell whether these rows have been
          sorted or deleted since.
        </p>
      )}
      <CellList
        host={host}
        sheet={sheet}
        title={`Earlier values in their old order: ${count(undecided.length, 'cell', 'cells')}`}
        cells={undecided.map(({ value, ...cell }) => ({ ...cell, text: toValueText(value) }))}
      />
      {lost.length > 0 && (
        <p>
          Left alone, because Trace cannot tell which {plural(lost.length, 'column', 'columns')} it filled:{' '}
          {lost.join(', ')}.
        </p>
      )}
    </>
  );
}

/** Whether anything besides values of equal rows was left. */
function hasMore({ refused, missing, lost }: Undone): boolean {
  return refused.length + missing.length + lost.length > 0;
}

interface UndoLeftProps {
  readonly host: Pick<BulkHost, 'showCells'>;
  readonly left: Left;
  readonly isBusy: boolean;
  readonly onUndo: (sameInputs: SameInputs) => void;
  readonly onDiscard: () => void;
}

/** A run that is only undone in part. */
export function UndoLeftView({ host, left, isBusy, onUndo, onDiscard }: UndoLeftProps) {
  const { head } = left.run;
  const [isAsking, setAsking] = useState(false);
  const undecided = left.undone?.undecided.length ?? 0;
  const hasOthers = left.undone === null || hasMore(left.undone);
  return (
    <>
      {left.undone === null ? (
        <p class="waiting">An undo was not finished: {head.sheet.name}</p>
      ) : (
        <UndoneView host={host} sheet={head.sheet.id} column={head.input.column} undone={left.undone} />
      )}
      <p>
        {hasOthers
          ? 'Restore what is missing and try again, or discard.'
          : 'Restore these values if the rows are all there, in their old order, or discard.'}
      </p>
      <div class="buttons">
        {hasOthers && (
          <PressButton isMain isOff={isBusy} onPress={() => onUndo('ask')}>
            Try again
          </PressButton>
        )}
        {undecided > 0 && (
          <PressButton isMain={!hasOthers} isOff={isBusy} onPress={() => onUndo('inOrder')}>
            Rows were not sorted or deleted: restore {count(undecided, 'value', 'values')}
          </PressButton>
        )}
        <PressButton isOff={isBusy} onPress={() => setAsking(true)}>
          Discard
        </PressButton>
      </div>
      {isAsking && (
        <div class="asked" role="group" aria-label="Discard the enrichment">
          <p>Cells that are not restored stay as they are, and can no longer be undone.</p>
          <div class="buttons">
            <PressButton isOff={isBusy} onPress={onDiscard}>
              Discard the enrichment
            </PressButton>
            <PressButton onPress={() => setAsking(false)}>Cancel</PressButton>
          </div>
        </div>
      )}
    </>
  );
}
