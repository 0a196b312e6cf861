import { callInParts, type FunctionId, runAsync, type Table, toTraceError } from '../shared/formulas';
import { readArgument, toMatrix } from './cells';
import type { PerformersFor } from './host';
import { inTime } from './last-deadline';
import type { Invocation } from './office';
import { noteProblems } from './told-problems';

/**
 * Answers one formula with a table, whatever happens: for a rejected promise Excel shows `#VALUE!` without our
 * sentence, and a promise that never settles leaves `#BUSY!` for ever.
 *
 * @param received the arguments and, always last, the invocation object
 */
export async function answer(
  id: FunctionId,
  received: readonly unknown[],
  performersFor: PerformersFor,
): Promise<unknown[][]> {
  const invocation = toInvocation(received[received.length - 1]);
  try {
    const given = received.slice(0, -1).map(readArgument);
    return show(invocation, await inTime(runAsync(callInParts(id, given), performersFor(invocation))));
  } catch (thrown) {
    return show(invocation, [[toTraceError(thrown)]]);
  }
}

function show(invocation: Invocation, table: Table): unknown[][] {
  noteProblems(invocation, table);
  return toMatrix(table);
}

/** What is no object becomes one without properties. */
function toInvocation(received: unknown): Invocation {
  return Object(received) as Invocation;
}
