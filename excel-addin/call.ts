import { callInParts, type FunctionId, runAsync, toTraceError } from '../shared/formulas';
import { readArgument, toMatrix } from './cells';
import type { PerformersFor } from './host';
import type { Invocation } from './office';

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
  try {
    const given = received.slice(0, -1).map(readArgument);
    return toMatrix(await runAsync(callInParts(id, given), performersFor(toInvocation(received[received.length - 1]))));
  } catch (thrown) {
    return toMatrix([[toTraceError(thrown)]]);
  }
}

/** What is no object becomes one without properties. */
function toInvocation(received: unknown): Invocation {
  return Object(received) as Invocation;
}
