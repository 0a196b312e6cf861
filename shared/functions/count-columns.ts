import { COUNT_FIELDS } from '../catalogue/fields';
import { specOf, type FunctionId } from '../catalogue/index';
import { readArguments } from './arguments';

/**
 * The columns of a formula's table whose numbers are counts, which a host may show with separators: `8,500` employees,
 * but the year 2010. Columns count from 0.
 *
 * @param received the arguments of a formula that was answered
 */
export function countColumns(id: FunctionId, received: readonly unknown[]): ReadonlySet<number> {
  // Each number follows its name.
  if (id === 'TRACE_COST') return new Set([1]);
  try {
    const { fields, options, inputs } = readArguments(specOf(id), received);
    const before = options.headers === 2 || (options.layout === 'spill' && inputs.isRange) ? 1 : 0;
    return new Set(fields.flatMap((field, at) => (COUNT_FIELDS.has(field) ? [at + before] : [])));
  } catch {
    // Its table has no count but a problem.
    return new Set();
  }
}
