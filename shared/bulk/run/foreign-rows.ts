import { isWritten, type RowRecord } from '../rows/row-record';
import { digestsOf, isOwn } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import type { TakenBlock } from './read-block';
import { readTargets } from './read-targets';
import type { RunState } from './run-state';

/**
 * Rows in which the run would write over an answer or a status of its own: it was written for another row, and the input
 * of that row was moved without it. It is not the owner's, and an undo of these rows would bring it back. So nothing is
 * written, nor a status.
 */
export async function findForeign(state: RunState, taken: TakenBlock): Promise<ReadonlySet<RowRecord>> {
  if (state.head.mode !== 'overwrite') return new Set();
  const moved = state.rows.filter((record) => isWritten(record) && record.seen !== record.row);
  const writtenAt = new Map(moved.map((record) => [record.seen, record]));
  const pairs = taken.rows.flatMap((row) => {
    const other = writtenAt.get(row.row);
    return other !== undefined && other !== row && shows(taken, row, other) ? [{ row, other }] : [];
  });
  if (pairs.length === 0) return new Set();
  // One of several rows of a company may show what was written into the next one.
  const texts = new Set(pairs.map(({ other }) => other.text));
  const alike = state.rows.filter((record) => texts.has(record.text) && isWritten(record));
  const isHome = await homeTest(state, alike);
  const gone = new Set(alike.filter((record) => !isHome(record)).map(({ text }) => text));
  return new Set(pairs.filter(({ other }) => gone.has(other.text)).map(({ row }) => row));
}

/** Whether a row shows an answer that was written for another one. */
function shows({ block, firstRow }: TakenBlock, { row }: RowRecord, other: RowRecord): boolean {
  return other.cells.some((intent, at) =>
    digestsOf(intent).includes(digestOf(block.columns[at + 1]!.values[row - firstRow] ?? '')),
  );
}

/** Tells whether rows have taken along what was written into them. */
async function homeTest(state: RunState, records: readonly RowRecord[]): Promise<(record: RowRecord) => boolean> {
  const places = records.map(({ row }) => row).filter((row) => row >= 0);
  if (places.length === 0) return () => false;
  const { first, columns } = await readTargets(state, places);
  return ({ row, cells }) =>
    row >= 0 &&
    cells.every((intent, at) => intent === null || isOwn(intent, digestOf(columns[at]!.values[row - first] ?? '')));
}
