import type { Table } from '../cells/values';
import type { FormulaTask } from './ports';
import type { FunctionArguments } from './arguments';

/** What a function does once its arguments are read. It may throw a `TraceError`: the formula then shows that problem. */
export type FunctionBody = (received: FunctionArguments) => FormulaTask<Table>;
