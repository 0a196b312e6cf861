import type { Table } from '../cells/values';
import type { FormulaTask } from './ports';
import type { FunctionArguments } from './arguments';

/** What a function does with its checked arguments. It may throw a `TraceError`, which the formula then shows. */
export type FunctionBody = (received: FunctionArguments) => FormulaTask<Table>;
