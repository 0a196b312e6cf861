import { useState } from 'preact/hooks';
import type { Undone } from '../../bulk/undo';
import type { BulkHost } from '../bulk-host';
import { count } from '../count';
import { CellList } from './cell-list';
import type { Left } from './left-run';

interface Props {
  readonly host: BulkHost;
  readonly sheet: string;
  readonly undone: Undone;
}

/** What an undo has put back, and what it could not. */
export function UndoneView({ host, sheet, undone }: Props) {
  const { restored, edited, refused, missing, lost, isLeft } = undone;
  return (
    <>
      <p class={isLeft ? 'waiting' : 'waiting is-set'}>
        {isLeft ? 'Undone in part' : 'Undone'}: {count(restored, 'cell is', 'cells are')} as before the run.
      </p>
      <CellList
        host={host}
        sheet={sheet}
        title={`Edited since, and left alone: ${count(edited.length, 'cell', 'cells')}`}
        cells={edited.map(({ row, column }) => ({ row, column, text: '' }))}
      />
      <CellList
        host={host}
        sheet={sheet}
        title={`Protected, and not put back: ${count(refused.length, 'cell', 'cells')}`}
        cells={refused.map(({ row, column }) => ({ row, column, text: '' }))}
      />
      {missing.length > 0 && (
        <p>{count(missing.length, 'row is', 'rows are')} no longer there, or hold another company by now.</p>
      )}
      {lost.length > 0 && (
        <p>
          Left alone, since it is not certain which {lost.length === 1 ? 'column is' : 'columns are'} the run's:{' '}
          {lost.join(', ')}.
        </p>
      )}
    </>
  );
}

interface UndoLeftProps {
  readonly host: BulkHost;
  readonly left: Left;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
}

/** A run of which something is still to be taken back. */
export function UndoLeftView({ host, left, isBusy, onUndo, onDiscard }: UndoLeftProps) {
  const { head } = left.run;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {left.undone === null ? (
        <p class="waiting">An undo was not finished: {head.sheet.name}</p>
      ) : (
        <UndoneView host={host} sheet={head.sheet.id} undone={left.undone} />
      )}
      <p>Put back what is missing and try again, or leave it at that.</p>
      <div class="buttons">
        <button type="button" class="main" disabled={isBusy} onClick={onUndo}>
          Try again
        </button>
        <button type="button" disabled={isBusy} onClick={() => setAsking(true)}>
          Discard
        </button>
      </div>
      {isAsking && (
        <div class="asked" role="group" aria-label="Discard the run">
          <p>What the run wrote and could not be taken back stays in the sheet, and can no longer be undone.</p>
          <div class="buttons">
            <button type="button" onClick={onDiscard}>
              Discard the run
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              Cancel
            </button>
          </div>
        </div>
      )}
    </>
  );
}
