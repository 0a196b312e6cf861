import { specOf, type FunctionId } from '../catalogue/index';
import type { Table } from '../cells/values';
import type { Task } from '../effects';
import { toTraceError } from '../errors';
import { readArguments } from './arguments';
import { BODIES } from './bodies';

/**
 * Answers one formula. Never throws: a problem of the formula is a table of one cell.
 *
 * @param received the arguments as the host hands them over
 */
export function* callFunction(id: FunctionId, received: readonly unknown[]): Task<Table> {
  try {
    const read = readArguments(specOf(id), received);
    return read.isBlank ? [['']] : yield* BODIES[id](read);
  } catch (thrown) {
    return [[toTraceError(thrown)]];
  }
}
