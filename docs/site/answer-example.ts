import type { ExampleSpec } from '../../shared/reference';
import { type FunctionId, runAsync, type Table } from '../../shared/formulas';
import { callFunction } from '../../shared/runs';
import { makeSandboxHost } from './sandbox-host';

/** What a formula shows in a new spreadsheet, answered by the sandbox. */
export function answerExample(id: FunctionId, { args }: ExampleSpec): Promise<Table> {
  return runAsync(callFunction(id, args), makeSandboxHost());
}
