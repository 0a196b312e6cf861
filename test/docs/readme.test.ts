import { readFileSync } from 'node:fs';
import { makeSandboxHost } from '../../docs/site/sandbox-host';
import { answerBlock } from '../../docs/site/sheets/answer-sheet';
import { PORT } from '../../workbook/served/address';
import { FUNCTIONS, type FormulaArgument, readFormulaCall, runAsync, TraceError } from '../../shared/formulas';
import { callFunction } from '../../shared/runs';

/** Cells A2 to A9 of the sheet that `npm start` opens. */
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
const formulasOf = (page: string): readonly string[] =>
  [...page.matchAll(/`(=[A-Z_]+\([^`]*\))`/g)].map(([, formula = '']) => formula);
const TO_TRY = formulasOf(readFileSync('docs/workbook.md', 'utf8'));

it('README begins with what Trace is for, a picture, jobs, a formula and its price, before any command', () => {
  const places = [
    '<img src="docs/film/',
    'docs/recipes.md#',
    '=TRACE_TECH',
    '**Price:**',
    '**Start:**',
    '**Never tried live:**',
    '```\nnpm',
  ];
  const found = places.map((part) => README.indexOf(part));
  expect({ areThere: !found.includes(-1), inOrder: [...found].sort((one, other) => one - other) }).toEqual({
    areThere: true,
    inOrder: found,
  });
});

it('README names the commands that set up, start and test', () => {
  const commands = [...README.matchAll(/```\n(npm [^`]+)\n```/g)].map(([, command]) => command);
  expect(commands).toEqual(['npm ci --omit=dev && npm start', 'npm ci && npm test']);
});

it('README names the address that npm start prints', () => {
  expect(PORT).toBe(4011);
  expect(README).toContain('`http://127.0.0.1:4011/`');
});

it('README names the number of functions', () => expect(README).toContain(`All ${FUNCTIONS.length} functions,`));

it("README's one formula shows what the table below it says", async () => {
  expect(formulasOf(README)).toEqual(['=TRACE_TECH(A2:A4,,"top=3")']);
  const rows = [...README.matchAll(/^\| ([a-z]+\.com) +\| (.+?) +\|$/gm)].map(([, domain, shown]) => [domain, shown]);
  const column = `A2:A4  ${rows.map(([domain]) => domain).join(', ')}`;
  const sheet = await answerBlock('sheet', `${column}\nB2  =TRACE_TECH(A2:A4,,"top=3")`);
  expect(sheet?.rows.slice(1)).toEqual(rows);
});

it('the guide to the web workbook has formulas to try', () => expect(TO_TRY.length).toBeGreaterThanOrEqual(13));

it.each(TO_TRY)('in the web workbook %s shows answers and no problem', async (formula) => {
  const call = readFormulaCall(formula);
  if (call === null) throw new Error('no call of one of our functions');
  const table = await runAsync(callFunction(call.id, call.args.map(valueOf)), makeSandboxHost());
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
