import { wasPlanned } from '../journal/planned-cells';
import { isWritten, type RowRecord } from '../rows/row-record';
import { digestBefore } from '../rows/spared-cells';
import { digestsOf, isOwn } from '../sheet/cell-decision';
import { digestOf, type GridValue } from '../sheet/cell-values';
import { readTargets } from './read-targets';
import type { RunState } from './run-state';
import type { TakenBlock } from './read-block';

/** More rows than a person adds or deletes in a table that is being filled. */
const MOST_SHIFT = 200;

/**
 * Rows with an input that was moved without its answer, so that the answer now stands beside another company. Such a row
 * is not filled again: its record would lose sight of the first answer, and undo could not list it.
 */
export async function findAstray(state: RunState, taken: TakenBlock): Promise<ReadonlySet<RowRecord>> {
  const bare = taken.rows.filter((record) => isWritten(record) && !isHeld(record, taken));
  if (bare.length === 0) return new Set();
  const rowsNow = (await state.fetching.ports.sheet.info(state.head.sheet.id))?.rows ?? 0;
  const isElsewhere = await strayTest(state, placesOf(state, bare, rowsNow));
  // Wherever it is: at worst, a row that names no company goes without its status.
  const namesNone = bare.filter(({ namesCompany }) => !namesCompany);
  const isAround = await strayTest(state, placesAround(namesNone, rowsNow));
  const isInBlank = await filledTest(
    state,
    taken.rows.some((record) => isSeenWritten(record, taken)),
  );
  const isAstray = ({ namesCompany }: RowRecord, target: number, digest: string): boolean =>
    isElsewhere(target, digest) || isInBlank(target, digest) || (!namesCompany && isAround(target, digest));
  return new Set(
    bare.filter((record) =>
      record.cells.some((intent, at) => digestsOf(intent).some((digest) => isAstray(record, at, digest))),
    ),
  );
}

/** Whether what was written is still beside it. */
function isHeld({ cells, row }: RowRecord, { block, firstRow }: TakenBlock): boolean {
  const isKept = (intent: RowRecord['cells'][number], at: number): boolean =>
    intent === null || isOwn(intent, digestOf(block.columns[at + 1]!.values[row - firstRow] ?? ''));
  return cells.every(isKept);
}

/** Whether a write that nobody had seen was made: its rows show what they did not hold before. */
function isSeenWritten(record: RowRecord, taken: TakenBlock): boolean {
  const isNew = record.cells.some((intent) => intent !== null && digestBefore(intent) !== intent.digest);
  return record.isUnseen && isNew && isHeld(record, taken);
}

/**
 * Where an answer like theirs was written, and where rows with the same input are that the run may not touch: rows that look
 * the same may have taken each other's places unseen.
 */
function placesOf(
  { rows, outsiders, rowsBefore }: RunState,
  bare: readonly RowRecord[],
  rowsNow: number,
): readonly number[] {
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

/** All places from the first to the last of them, and some more. */
function placesAround(bare: readonly RowRecord[], rowsNow: number): readonly number[] {
  const seen = bare.map((record) => record.seen).filter((row) => row >= 0);
  if (seen.length === 0) return [];
  const first = Math.max(0, seen.reduce((least, row) => Math.min(least, row)) - MOST_SHIFT);
  const end = Math.min(rowsNow, seen.reduce((most, row) => Math.max(most, row)) + MOST_SHIFT + 1);
  return Array.from({ length: Math.max(0, end - first) }, (_place, at) => first + at);
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
  if (places.length === 0) return () => false;
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

/**
 * Tells whether an answer stands in a cell that was blank when the run was planned, and that the run has not written since.
 * Inputs and rows may both have been moved, so that nothing tells where it was written. Where any such cell is filled, the
 * answer may as well be beside a row that the run does not fill. No more answers than there are such cells have gone astray: the
 * others look the same, and each is told once. In *Overwrite*, cells may have held anything, and count once a write was made.
 */
async function filledTest(
  state: RunState,
  isSeenWritten: boolean,
): Promise<(target: number, digest: string) => boolean> {
  const { head, rows, skipped } = state;
  const there = head.mode === 'onlyEmpty' || isSeenWritten ? rows.filter(({ row }) => row >= 0) : [];
  if (there.length === 0) return () => false;
  const recordAt = new Map(there.map((record) => [record.row, record]));
  const { first, columns } = await readTargets(state, [...recordAt.keys()]);
  const shown = columns.map(({ values }, target) => {
    const wasBlank = ({ index, cells }: RowRecord): boolean =>
      (cells[target] ?? null) === null && wasPlanned(skipped, target * rows.length + index);
    const filled: GridValue[] = [];
    const others: GridValue[] = [];
    for (const [at, value] of values.entries()) {
      const record = recordAt.get(first + at);
      if (record === undefined) others.push(value);
      else if (value !== '' && wasBlank(record)) filled.push(value);
    }
    return { digests: new Set([...filled, ...others].map(digestOf)), most: filled.length };
  });
  return (target, digest) => shown[target]!.digests.has(digest) && shown[target]!.most-- > 0;
}
