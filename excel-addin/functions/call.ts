import { type FunctionId, isDay, runAsync, type Table, toTraceError } from '../../shared/formulas';
import { callFunction } from '../../shared/runs';
import { readArgument, toMatrix } from './cells';
import { areDaysDecided, decideDays, learnDateShift } from './date-shift';
import type { PerformersFor } from '../host';
import { inTime } from './last-deadline';
import { supportsFormattedNumbers, type Invocation } from '../office';
import { noteProblems } from '../problems/told-problems';

/**
 * Answers one formula with a table, whatever happens: for a rejected promise Excel shows `#VALUE!` without our
 * sentence, and a promise that never settles leaves `#BUSY!` forever.
 *
 * @param received the arguments and, always last, the invocation object
 */
export function answer(
  id: FunctionId,
  received: readonly unknown[],
  performersFor: PerformersFor,
): Promise<unknown[][]> {
  const invocation = toInvocation(received[received.length - 1]);
  const show = (table: Table): unknown[][] => {
    noteProblems(invocation, table);
    return toMatrix(table);
  };
  const showError = (thrown: unknown): unknown[][] => show([[toTraceError(thrown)]]);
  try {
    const given = received.slice(0, -1).map(readArgument);
    const answered = runAsync(callFunction(id, given), performersFor(invocation));
    return inTime(mayShowNumbers() ? untilDaysAreDecided(answered) : answered, show, showError);
  } catch (thrown) {
    return Promise.resolve(showError(thrown));
  }
}

/**
 * Whether dates may become numbers, which is not decided yet. Excel is asked right away, while the formula waits for
 * its answer.
 */
function mayShowNumbers(): boolean {
  if (areDaysDecided() || !supportsFormattedNumbers()) return false;
  void learnDateShift();
  return true;
}

async function untilDaysAreDecided(answered: Promise<Table>): Promise<Table> {
  const table = await answered;
  if (
    !areDaysDecided() &&
    table.some((row) => row.some((cell) => typeof cell === 'object' && cell !== null && isDay(cell)))
  )
    await decideDays();
  return table;
}

/** Excel may leave the invocation out. It then becomes an object without properties. */
function toInvocation(received: unknown): Invocation {
  return Object(received) as Invocation;
}
