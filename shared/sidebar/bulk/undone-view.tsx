import type { Undone } from '../../bulk/undo';
import type { BulkHost } from '../bulk-host';
import { count } from '../count';
import { CellList } from './cell-list';
import type { Left } from './left-run';

/** The way back to a finished run, as long as no other has taken its place. */
export function EarlierRun({ left, onComeBack }: { left: Left; onComeBack: (left: Left) => void }) {
  return (
    <p class="note">
      The last run can be undone until another one begins.{' '}
      <button type="button" class="link" onClick={() => onComeBack(left)}>
        Back to the last run
      </button>
    </p>
  );
}

interface UndoneProps {
  readonly host: BulkHost;
  readonly sheet: string;
  /** In which rows are told apart. */
  readonly column: number;
  readonly undone: Undone;
}

/** What an undo could not put back. */
export function UndoneView({ host, sheet, column, undone }: UndoneProps) {
  return (
    <>
      <p class="waiting is-set">Undone: {count(undone.restored, 'cell is', 'cells are')} as before the run.</p>
      <CellList
        host={host}
        sheet={sheet}
        title={`Edited since, and left alone: ${count(undone.edited.length, 'cell', 'cells')}`}
        cells={undone.edited.map(({ row, column }) => ({ row, column, text: '' }))}
      />
      <CellList
        host={host}
        sheet={sheet}
        title={`No longer there, or another company by now: ${count(undone.missing.length, 'row', 'rows')}`}
        cells={undone.missing.map((row) => ({ row, column, text: '' }))}
      />
    </>
  );
}
