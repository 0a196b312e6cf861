import type { TraceError } from '../../errors/trace-error';
import { dressColumns, noteLooks } from '../locate/column-looks';
import { columnsGone, locateColumns, toDoubt, type LocatedColumns } from '../locate/locate-columns';
import { putMarks } from '../locate/put-marks';
import { noteTitles, writeTitles } from '../locate/title-cells';
import type { Head } from '../journal/journal';
import { save, type RunState } from './run-state';

/**
 * Locates the columns of a run. Called before each block; before the first one it also writes the titles of new columns.
 *
 * @param marked the located columns, where the run has just marked them
 */
export async function locateRun(
  state: RunState,
  marked: LocatedColumns | null,
  isFirst: boolean,
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
  const { head, rows, outsiders } = state;
  const written = { rows, outsiders, mayBeUndone: false };
  // Reading samples takes a call each, so titles are enough while they stay in place.
  const needsSamples = isFirst || head.headerRow === null;
  let located = fresh ?? (await locateColumns(ports, head, { isFresh, written: needsSamples ? written : null }));
  if (!needsSamples && !('input' in located) && hasMoved(head, located.head)) {
    located = await locateColumns(ports, head, { written });
  }
  const doubt = toDoubt(head, located);
  if (doubt !== null || 'input' in located) return doubt!;
  if (!isFresh) return located;
  const targets = await noteLooks(ports, located.head, await noteTitles(ports, located));
  state.head = { ...located.head, targets };
  await save(state);
  if (!(await writeTitles(ports, located, state.sparesProtected))) return columnsGone(head.input.title, 'changed');
  await dressColumns(ports, state.head, targets);
  state.head = { ...state.head, isTitled: true };
  const titled = await locateColumns(ports, state.head, { written: null });
  return toDoubt(head, titled) ?? (titled as LocatedColumns);
}

function hasMoved(before: Head, now: Head): boolean {
  return [now.input, ...now.targets].some(({ column }, at) => column !== [before.input, ...before.targets][at]!.column);
}
