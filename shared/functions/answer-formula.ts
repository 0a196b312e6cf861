import { specOf, type FunctionId } from '../catalogue/index';
import type { FunctionSpec } from '../catalogue/types';
import { namesIdle } from '../cells/option-pairs';
import { readOptions } from '../cells/options';
import type { Table } from '../cells/values';
import { toTraceError, TraceError } from '../errors/trace-error';
import type { Task } from '../task';
import { readArguments, type FunctionArguments } from './arguments';

/**
 * Answers one formula with its function's body. Never throws: a problem of the formula is a table with one
 * `TraceError`.
 *
 * @param received the arguments as the host passes them: cells or rows of cells; omitted ones are missing,
 * `undefined`, `null`, `""` or `0`
 * @param body called once the arguments are valid
 * @returns the rows to show, at least one cell
 */
export function* answerFormula<P>(
  id: FunctionId,
  received: readonly unknown[],
  body: (read: FunctionArguments) => Task<Table, P>,
): Task<Table, P> {
  const spec = specOf(id);
  let read: FunctionArguments | null = null;
  let table: Table;
  try {
    read = readArguments(spec, received);
    table = read.isBlank ? [['']] : yield* body(read);
  } catch (thrown) {
    table = [[toTraceError(thrown)]];
  }
  return withoutProblems(table, read === null ? ifProblemOf(spec, received) : read.options.ifProblem);
}

/**
 * The value shown instead of a problem, for a formula whose arguments are invalid. `null`: the problem itself is
 * shown, for example because the options are invalid.
 */
function ifProblemOf(spec: FunctionSpec, received: readonly unknown[]): string | null {
  const options = received[spec.params.findIndex(({ takes }) => takes === 'options')];
  if (!namesIdle(options)) return null;
  try {
    return readOptions(options, spec).ifProblem;
  } catch {
    return null;
  }
}

/** Runs last, so that no store mistakes the replacement for an answer. */
function withoutProblems(table: Table, instead: string | null): Table {
  if (instead === null) return table;
  return table.map((row) => row.map((cell) => (cell instanceof TraceError ? instead : cell)));
}
