import { readFileSync } from 'node:fs';
import { makeSandboxHost, PAID_BY_NOBODY } from '../../docs/site/sandbox-host';
import { PORT } from '../../workbook/served/address';
import { FUNCTIONS, type FormulaArgument, readFormulaCall, runAsync, TraceError } from '../../shared/formulas';
import { callFunction } from '../../shared/runs';

/** What stands in A2 to A9 of the sheet that `npm start` opens. */
const COLUMN_A = [
  'stripe.com',
  'shopify.com',
  'hubspot.com',
  'slack.com',
  'zendesk.com',
  'airtable.com',
  'notion.so',
  'figma.com',
];

const README = readFileSync('README.md', 'utf8');
const FORMULAS = [...README.matchAll(/`(=[A-Z_]+\([^`]*\))`/g)].map(([, formula = '']) => formula);

it('README names the address that npm start prints', () => {
  expect(PORT).toBe(4011);
  expect(README).toContain('`http://127.0.0.1:4011/`');
});

it('README names the number of functions', () => expect(README).toContain(`All ${FUNCTIONS.length} functions,`));

it('README shows formulas', () => expect(FORMULAS.length).toBeGreaterThanOrEqual(13));

it.each(FORMULAS)('README: %s shows answers and no problem', async (formula) => {
  const call = readFormulaCall(formula);
  if (call === null) throw new Error('no call of one of our functions');
  const table = await runAsync(callFunction(call.id, call.args.map(valueOf)), makeSandboxHost(PAID_BY_NOBODY));
  const cells = table.flat();
  expect(cells.flatMap((cell) => (cell instanceof TraceError ? [cell.message] : []))).toEqual([]);
  expect(cells.some((cell) => cell !== '')).toBe(true);
});

function valueOf(argument: FormulaArgument): unknown {
  if (argument.is === 'value') return argument.value;
  const { row, rows, column, columns } = argument;
  const cells = COLUMN_A.slice(row - 2, row - 2 + rows).map((cell) => [cell]);
  if (column !== 1 || columns !== 1 || cells.length !== rows) throw new Error('cells that the sheet does not have');
  return cells;
}
