import type { Table } from '../cells/values';
import type { Task } from '../task';
import type { FunctionArguments } from './arguments';

/** What a function does once its arguments are read. It may throw a `TraceError`: the formula then shows that problem. */
export type FunctionBody = (received: FunctionArguments) => Task<Table>;
