import type { ContractCell, ContractHost } from '../../contract/contract-host';
import { BOOK_URL } from './page';
import { readErrorCell } from './results';
import { SINGLE_CELLS, startExcelSession } from './session';

const PROBLEM_PREFIX = '#TRACE: ';
const DAY_MS = 86_400_000;
/** Excel's day number of 1 January 1970. */
const SERIAL_OF_1970 = 25_569;
const ERROR_TEXTS: ReadonlySet<string> = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!']);
/** What Excel shows for the runtime's codes. */
const ERROR_OF_CODE: Readonly<Record<number, string>> = { 1: '#N/A', 7: '#VALUE!' };
/**
 * Desktop Excel, as far as possible without Excel: the built `functions.js` in Microsoft's runtime, with a sandbox.
 * It shows no message of an error (https://github.com/OfficeDev/office-js/issues/4971): users read the text in a
 * cell, or what the panel says about the selected one.
 */
export async function makeExcelHost(): Promise<ContractHost> {
  const session = await startExcelSession(SINGLE_CELLS);
  const { sandbox } = session;
  let runtime = session.open();
  return {
    name: 'Excel',
    sandbox,
    async call(id, args) {
      const result = await runtime.call(id, ...args.map(toArgument));
      if (!result.ok) return [[{ problem: ERROR_OF_CODE[result.code] ?? '#VALUE!' }]];
      const told = runtime.told();
      return result.table.map((row, down) => row.map((cell, right) => toContractCell(cell, told(down, right))));
    },
    setKey(key) {
      if (key === null) runtime.storage.removeItem('trace.apiKey');
      else runtime.storage.setItem('trace.apiKey', key);
    },
    requests: async () => (await sandbox.log()).length,
    async reset(options) {
      await sandbox.reset(options);
      runtime = session.open();
      runtime.storage.setItem(`trace.lists|${BOOK_URL}`, '1');
    },
    stop: () => session.stop(),
  };
}

/** Arguments as Excel on the web passes them: always rows of cells, `null` for a blank or omitted one. */
function toArgument(argument: unknown): unknown {
  if (argument === null || argument === undefined) return null;
  const rows: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  return rows.map((row) => (Array.isArray(row) ? (row as readonly unknown[]) : [row]).map(toInputCell));
}

/** The runtime turns it into a `CustomFunctions.Error`. */
function toInputCell(cell: unknown): unknown {
  return typeof cell === 'string' && ERROR_TEXTS.has(cell) ? { type: 'CustomFunctionError', code: cell } : cell;
}

/** @param told what the panel says about the cell; `''`: nothing */
function toContractCell(cell: unknown, told: string): ContractCell {
  const error = readErrorCell(cell);
  if (error !== null) {
    if (told !== '' && told !== error.sentence) {
      throw new Error(`Excel got ${JSON.stringify(error.sentence)}, but the panel says ${JSON.stringify(told)}.`);
    }
    return { problem: told || error.error };
  }
  if (typeof cell === 'string' && cell.startsWith(PROBLEM_PREFIX))
    return { problem: cell.slice(PROBLEM_PREFIX.length) };
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  const { type, basicValue, numberFormat } = (cell ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'String' && typeof basicValue === 'string') return basicValue;
  if (type === 'Double' && numberFormat === '#,##0' && typeof basicValue === 'number') return basicValue;
  if (type !== 'Double' || numberFormat !== 'yyyy-mm-dd' || typeof basicValue !== 'number') {
    throw new Error(`Excel would not show this: ${JSON.stringify(cell)}`);
  }
  return { day: new Date((basicValue - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10) };
}
