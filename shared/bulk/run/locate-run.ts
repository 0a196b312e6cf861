import type { TraceError } from '../../errors/trace-error';
import { dressColumns, noteLooks } from '../locate/column-looks';
import { columnsGone, locateColumns, toDoubt, type InputLost, type LocatedColumns } from '../locate/locate-columns';
import { putMarks } from '../locate/put-marks';
import { readMarks } from '../locate/read-marks';
import { noteTitles, writeTitles } from '../locate/title-cells';
import type { Head } from '../journal/journal';
import { markedReads } from '../sheet/marked-reads';
import type { CellPorts } from '../sheet/read-columns';
import { checkMarks } from '../sheet/write-guard';
import { save, type RunState } from './run-state';

/** A sheet is left alone where columns move at every look. */
const MAX_LOOKS = 5;

/**
 * Locates the columns of a run. Called before each block; before the first one it also writes the titles of new columns.
 *
 * @param marked the located columns, where the run has just marked them
 */
export async function locateRun(
  state: RunState,
  marked: LocatedColumns | null,
  isFirst: boolean,
  looks = MAX_LOOKS,
): Promise<LocatedColumns | TraceError> {
  const { ports } = state.fetching;
  const isFresh = isFirst && (!state.head.isTitled || state.head.blocks === 0);
  let fresh: LocatedColumns | null = null;
  if (isFresh && !state.head.isMarked) {
    const { head, rows, outsiders, sparesProtected, byTitles } = state;
    fresh = marked ?? (await putMarks(ports, head, [...rows, ...outsiders], sparesProtected, byTitles));
    state.head = fresh.head;
    await save(state);
  }
  const { head } = state;
  const located = fresh ?? (await locateNow(state, isFirst, isFresh));
  const doubt = toDoubt(head, located);
  if (doubt !== null || 'input' in located) return doubt!;
  if (!isFresh) return located;
  const reads = markedReads(ports, located.marks);
  const targets = await noteLooks(ports, located.head, await noteTitles(reads, located));
  // Where somebody has moved a column, the format is of another cell, and undo could take a person's title for the run's.
  const isNoted = reads.areInPlace();
  if (isNoted) {
    state.head = { ...located.head, targets };
    await save(state);
  }
  if (!isNoted || !(await writeTitles(ports, located, state.sparesProtected))) {
    state.head = head;
    return looks === 0 ? columnsGone(head.input.title, 'changed') : locateRun(state, null, true, looks - 1);
  }
  await dressColumns(ports, state.head, targets);
  state.head = { ...state.head, isTitled: true };
  const titled = await locateColumns(ports, state.head, { written: null });
  return toDoubt(head, titled) ?? (titled as LocatedColumns);
}

/** @param isFresh whether new columns may still lack their titles */
async function locateNow(
  { head, rows, outsiders, fetching: { ports } }: RunState,
  isFirst: boolean,
  isFresh: boolean,
): Promise<LocatedColumns | InputLost> {
  const written = { rows, outsiders, mayBeUndone: false };
  // Reading samples takes a call each, so titles are enough while they stay in place.
  const needsSamples = isFirst || head.headerRow === null;
  const located = await locateColumns(ports, head, { isFresh, written: needsSamples ? written : null });
  if (needsSamples || 'input' in located || !hasMoved(head, located.head)) return located;
  return locateColumns(ports, head, { written });
}

/** From here on the run works at these places. */
export function takeColumns(state: RunState, { head, header, marks }: LocatedColumns): void {
  state.head = head;
  state.columns = { header, marks };
}

/** Whether all columns are where the run has located them; without marks, by their titles. */
export async function areInPlace(state: RunState): Promise<boolean> {
  const { head, columns, fetching } = state;
  if (head.isMarked) return checkMarks({ sheet: head.sheet.id, guard: columns }, await readMarks(fetching.ports, head));
  const located = await locateNow(state, false, false);
  return toDoubt(head, located) === null && !hasMoved(head, (located as LocatedColumns).head);
}

/**
 * Reads cells of the run's columns. People move columns meanwhile, so a read counts only if the marks have come with it from
 * the same places; otherwise the columns are located again. Without marks, titles tell after it. Throws `columnsGone`.
 *
 * @param read the cells, through these ports, at the places that the run has located
 */
export async function readInPlace<T>(state: RunState, read: (head: Head, reads: CellPorts) => Promise<T>): Promise<T> {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const reads = markedReads(state.fetching.ports, state.columns.marks ?? null);
    const found = await read(state.head, reads);
    if (state.head.isMarked ? reads.areInPlace() : await areInPlace(state)) return found;
    const located = await locateNow(state, false, false);
    const doubt = toDoubt(state.head, located);
    if (doubt !== null) throw doubt;
    takeColumns(state, located as LocatedColumns);
  }
  throw columnsGone(state.head.input.title, 'changed');
}

function hasMoved(before: Head, now: Head): boolean {
  return [now.input, ...now.targets].some(({ column }, at) => column !== [before.input, ...before.targets][at]!.column);
}
