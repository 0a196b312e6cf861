import { specOf, type FunctionId } from '../catalogue/index';
import type { FunctionSpec } from '../catalogue/types';
import { readIfProblem } from '../cells/if-problem';
import type { Table } from '../cells/values';
import type { FormulaTask } from './ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { readArguments } from './arguments';
import { BODIES } from './bodies';

/**
 * Answers one formula. Never throws: a problem of the formula is a table of one cell.
 *
 * @param received the arguments as the host hands them over
 */
export function* callFunction(id: FunctionId, received: readonly unknown[]): FormulaTask<Table> {
  const spec = specOf(id);
  let table: Table;
  try {
    const read = readArguments(spec, received);
    table = read.isBlank ? [['']] : yield* BODIES[id](read);
  } catch (thrown) {
    table = [[toTraceError(thrown)]];
  }
  return withoutProblems(table, spec, received);
}

/** At the very end, so that no store takes what is shown for an answer. */
function withoutProblems(table: Table, spec: FunctionSpec, received: readonly unknown[]): Table {
  const options = received[spec.params.findIndex(({ takes }) => takes === 'options')];
  const instead = readIfProblem(options, spec);
  if (instead === null) return table;
  return table.map((row) => row.map((cell) => (cell instanceof TraceError ? instead : cell)));
}
