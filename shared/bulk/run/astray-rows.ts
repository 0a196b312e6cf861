import { isWritten, type RowRecord } from '../rows/row-record';
import { groupBy } from '../sheet/row-anchors';
import { digestOf } from '../sheet/cell-values';
import { readColumns } from '../sheet/read-columns';
import { nameOfInput } from '../sheet/row-keys';
import type { RunState } from './run-state';
import type { TakenBlock } from './read-block';

/**
 * Rows whose input was moved without the answer beside it, so that the answer now stands beside another company. Such a row
 * is not filled again: its record would lose sight of the first answer, and undo could not list it.
 */
export async function findAstray(
  { head, rows, fetching }: RunState,
  { rows: taken, firstRow, block }: TakenBlock,
): Promise<ReadonlySet<RowRecord>> {
  const targets = block.columns.slice(1);
  const isHeld = ({ cells, row }: RowRecord): boolean =>
    cells.every(
      (intent, at) => intent === null || intent.digest === digestOf(targets[at]!.values[row - firstRow] ?? ''),
    );
  const moved = taken.filter((record) => record.seen >= 0 && record.seen !== record.row && !isHeld(record));
  if (moved.length === 0) return new Set();
  const info = await fetching.ports.sheet.info(head.sheet.id);
  const first = Math.min(...moved.map(({ seen }) => seen));
  const count = Math.min(info?.rows ?? 0, Math.max(...moved.map(({ seen }) => seen)) + 1) - first;
  const columns = [head.input.column, ...head.targets.map(({ column }) => column)];
  const [inputs, ...old] = (await readColumns(fetching.ports, head.sheet.id, first, count, columns)).columns;
  const written = groupBy(rows.filter(isWritten), ({ text }) => text);
  return new Set(
    moved.filter(({ text, seen, cells }) => {
      const there = nameOfInput(inputs!.values[seen - first]).text;
      if (there === text) return false;
      return cells.some((intent, at) => {
        if (intent?.digest !== digestOf(old[at]!.values[seen - first] ?? '')) return false;
        const isOwn = (other: RowRecord): boolean => other.cells[at]?.digest === intent.digest;
        return !(written.get(there) ?? []).some(isOwn);
      });
    }),
  );
}
