import { isWritten, type RowRecord } from '../rows/row-record';
import { digestsOf, isOwn } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import { isAsking } from '../plan/column-spec';
import { groupBy } from '../sheet/row-anchors';
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
  const codes = new Set(pairs.map(({ other }) => other.code));
  const alike = state.rows.filter((record) => codes.has(record.code) && isWritten(record));
  const isHome = await homeTest(state, alike);
  const gone = new Set(alike.filter((record) => !isHome(record)).map(({ code }) => code));
  return new Set(pairs.filter(({ other }) => gone.has(other.code)).map(({ row }) => row));
}

/**
 * Rows that show an answer to another company which has gone astray. Rows may have been sorted besides, so where it was written
 * says nothing.
 *
 * @param astray rows of this block that have lost their answers
 */
export function findBesideAstray(
  { head, rows }: RunState,
  { block, firstRow, rows: taken }: TakenBlock,
  astray: ReadonlySet<RowRecord>,
): readonly RowRecord[] {
  if (head.mode !== 'overwrite') return [];
  const lost = rows.filter((record) => isWritten(record) && (astray.has(record) || record.state.is === 'unplaced'));
  if (lost.length === 0) return [];
  const asking = head.choices.flatMap((choice, at) => (isAsking(choice) ? [at] : []));
  const written = groupBy(
    lost.flatMap(({ cells, code }) =>
      asking.flatMap((at) => digestsOf(cells[at]).map((digest) => ({ at, digest, code }))),
    ),
    ({ at, digest }) => `${at} ${digest}`,
  );
  return taken.filter(({ row, code, cells }) =>
    asking.some((at) => {
      const held = digestOf(block.columns[at + 1]!.values[row - firstRow] ?? '');
      return (
        !digestsOf(cells[at]).includes(held) &&
        (written.get(`${at} ${held}`) ?? []).some((other) => other.code !== code)
      );
    }),
  );
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
