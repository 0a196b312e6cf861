import type { SheetsClock } from '../fakes/apps-script/clock';
import type { WorldState } from '../fakes/apps-script/world-state';
import type { Ended } from './addon-realm';
import type { Step } from './history';

const MINUTE_MS = 60_000;

/**
 * *Retry problems*, and where Google ends it, what the next opening of the panel takes away, once Google gives its locks.
 *
 * @returns whether it came to its end, and left nothing for another time
 */
export function retryOnce(
  { stopsAt, makesCollectedChanges }: Extract<Step, { do: 'retry' }>,
  state: WorldState,
  clock: SheetsClock,
  ask: (message: 'retryProblems' | 'removeRefresh') => Ended,
): boolean {
  if (stopsAt !== null) state.cutOff = { afterCalls: stopsAt, makesCollectedChanges };
  const { isOver, value } = ask('retryProblems');
  state.cutOff = null;
  if (!isOver) return (value as { readonly value?: { readonly left: number } }).value?.left === 0;
  const { are, callsInAMinute } = state.locks;
  Object.assign(state.locks, { are: 'there', callsInAMinute: Infinity });
  clock.advance(11 * MINUTE_MS);
  ask('removeRefresh');
  Object.assign(state.locks, { are, callsInAMinute });
  return false;
}
