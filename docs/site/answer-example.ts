import type { ExampleSpec } from '../../shared/catalogue/types';
import { callFunction, runAsync, type FunctionId, type Table } from '../../shared/index';
import { makeSandboxHost } from './sandbox-host';

/** What a formula shows in a fresh spreadsheet, as the sandbox answers it. */
export function answerExample(id: FunctionId, { args }: ExampleSpec): Promise<Table> {
  return runAsync(callFunction(id, args), makeSandboxHost());
}
