import { lastOf, type RowRecord } from '../rows/row-record';
import { isOwn, type Intent } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import type { ColumnRead } from '../sheet/ports';
import { groupBy } from '../sheet/row-anchors';
import type { TakenBlock } from './read-block';

/**
 * Rows with the same input may have been sorted while the run was cut off, and only their order tells them apart. If one of
 * them had the answer already, and its cell is blank now, the answer beside another one may be the owner's: its write was
 * perhaps never made. Notes it as what the cell held before, so that an undo asks.
 */
export function noteMixedRows({ rows, block, firstRow }: TakenBlock): void {
  const written = rows.filter((record) => lastOf(record)?.is === 'written');
  const groups = [...groupBy(written, ({ text }) => text).values()].filter(({ length }) => length > 1);
  for (const [target, read] of block.columns.slice(1).entries()) {
    const isBareNow = ({ row, cells }: RowRecord): boolean =>
      (cells[target] ?? null) === null && read.values[row - firstRow] === '';
    for (const record of groups.filter((group) => group.some(isBareNow)).flat()) {
      record.cells = record.cells.map((intent, at) =>
        at === target ? toDoubted(intent, read, record.row - firstRow) : intent,
      );
    }
  }
}

function toDoubted(intent: Intent | null, { values, formats }: ColumnRead, offset: number): Intent | null {
  const value = values[offset] ?? '';
  const digest = digestOf(value);
  if (intent === null || !isOwn(intent, digest)) return intent;
  return { digest, before: { value, format: formats?.[offset] ?? '' } };
}
