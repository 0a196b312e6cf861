import { isWritten, type RowRecord } from '../rows/row-record';
import { digestsOf, isOwn } from '../sheet/cell-decision';
import { digestOf, type GridValue } from '../sheet/cell-values';
import type { GridBlock } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import { readInPlace } from './locate-run';
import type { RunState } from './run-state';
import type { TakenBlock } from './read-block';

/** More rows than a person adds or deletes in a table that is being filled. */
const MOST_SHIFT = 200;

/**
 * Rows whose input was moved without the answer beside it, so that the answer now stands beside another company. Such a row
 * is not filled again: its record would lose sight of the first answer, and undo could not list it.
 */
export async function findAstray(state: RunState, taken: TakenBlock): Promise<ReadonlySet<RowRecord>> {
  const bare = taken.rows.filter((record) => isWritten(record) && !isHeld(record, taken));
  if (bare.length === 0) return new Set();
  const places = await placesOf(state, bare);
  if (places.length === 0) return new Set();
  const isAstray = await strayTest(state, places);
  return new Set(
    bare.filter(({ cells }) => cells.some((intent, at) => digestsOf(intent).some((digest) => isAstray(at, digest)))),
  );
}

/**
 * Rows in which the run would write over an answer of its own: it was written for another row, whose input was moved without
 * it. It is not the owner's, and an undo of these rows would bring it back.
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
  const isHome = await homeTest(
    state,
    pairs.map(({ other }) => other),
  );
  return new Set(pairs.filter(({ other }) => !isHome(other)).map(({ row }) => row));
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

/** The columns of the run from the first to the last of these rows. */
async function readTargets(
  state: RunState,
  places: readonly number[],
): Promise<{ readonly first: number; readonly columns: GridBlock['columns'] }> {
  const first = places.reduce((least, place) => Math.min(least, place));
  const last = places.reduce((most, place) => Math.max(most, place));
  const { columns } = await readInPlace(state, ({ sheet, targets }) => {
    const asked = targets.map(({ column }) => column);
    return readColumns(state.fetching.ports, sheet.id, first, last - first + 1, asked);
  });
  return { first, columns };
}

/** Whether what was written is still beside it. */
function isHeld({ cells, row }: RowRecord, { block, firstRow }: TakenBlock): boolean {
  const isKept = (intent: RowRecord['cells'][number], at: number): boolean =>
    intent === null || isOwn(intent, digestOf(block.columns[at + 1]!.values[row - firstRow] ?? ''));
  return cells.every(isKept);
}

/**
 * Where an answer like theirs was written, and where rows with the same input are that the run may not touch: rows that look
 * the same may have taken each other's places unseen.
 */
async function placesOf(
  { head, rows, outsiders, rowsBefore, fetching }: RunState,
  bare: readonly RowRecord[],
): Promise<readonly number[]> {
  const rowsNow = (await fetching.ports.sheet.info(head.sheet.id))?.rows ?? 0;
  const shifts = shiftsOf(rowsNow - (rowsBefore ?? rowsNow));
  const digests = new Set(bare.flatMap(({ cells }) => cells.flatMap(digestsOf)));
  const texts = new Set(bare.map(({ text }) => text));
  const isAlike = ({ cells, seen }: RowRecord): boolean =>
    seen >= 0 && cells.some((intent) => digestsOf(intent).some((digest) => digests.has(digest)));
  const places = [
    ...rows.filter(isAlike).flatMap(({ seen }) => shifts.map((shift) => seen + shift)),
    ...outsiders.filter(({ text }) => texts.has(text)).map(({ row }) => row),
  ];
  return places.filter((place) => place >= 0 && place < rowsNow);
}

/** How far an answer may have moved while nobody looked, by how many rows more or fewer there are. */
function shiftsOf(more: number): readonly number[] {
  const most = Math.min(Math.abs(more), MOST_SHIFT);
  return Array.from({ length: most + 1 }, (_shift, at) => (more < 0 ? -at : at));
}

/** Tells whether an answer stands in one of these places beside a row that it was not written for. */
async function strayTest(
  state: RunState,
  places: readonly number[],
): Promise<(target: number, digest: string) => boolean> {
  const { first, columns } = await readTargets(state, places);
  const recordAt = new Map(state.rows.filter(isWritten).map((record) => [record.row, record]));
  const astray = columns.map(({ values }: { readonly values: readonly GridValue[] }, target) => {
    const digestAt = (place: number): string => digestOf(values[place - first] ?? '');
    const isAtHome = (place: number): boolean =>
      digestsOf(recordAt.get(place)?.cells[target]).includes(digestAt(place));
    return new Set(places.filter((place) => !isAtHome(place)).map(digestAt));
  });
  return (target, digest) => astray[target]!.has(digest);
}
