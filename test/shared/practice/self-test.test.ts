import { FUNCTIONS, type FunctionId } from '../../../shared/catalogue/index';
import { withCommas, withSemicolons } from '../../../shared/cells/argument-separator';
import { isDay, type Cell } from '../../../shared/cells/values';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import { makePractice } from '../../../shared/practice/practice';
import { toPracticeEntries } from '../../../shared/practice/practice-entries';
import { SELF_TEST_CHECKS } from '../../../shared/practice/self-test-checks';
import { runSync } from '../../../shared/task';
import { answerFormulas, readOthers, readVerdicts, toGrid } from '../../fakes/self-test-grid';
import { MemoryHost } from '../../fakes/memory-host';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';

const { companies, selfTest } = makePractice('texts');
const ANSWERS = [...companies, ...selfTest.answers];
const COUNT = SELF_TEST_CHECKS.length;

/** A file after *Insert self-test*, where the service would answer nothing. */
function openHost(hasKey: boolean, answers = ANSWERS): MemoryHost {
  const host = new MemoryHost(({ path }) => {
    throw new Error(`${path} is asked for`);
  });
  if (!hasKey) host.account = null;
  for (const [key, text] of toPracticeEntries(answers, host.nowMs, host.account?.id)) host.cache.set(key, text);
  return host;
}

async function calculate(host: MemoryHost, grid = toGrid(selfTest.sheet)): Promise<SheetGrid> {
  await answerFormulas(grid, async (name, args) =>
    runSync(callFunction(name as FunctionId, args), host.performers).map((row) => row.map(toShown)),
  );
  return grid;
}

/** As Google Sheets shows a cell. */
function toShown(cell: Cell): unknown {
  if (cell instanceof TraceError) return `#TRACE: ${cell.message}`;
  return typeof cell === 'object' && isDay(cell) ? new Date(`${cell.day}T00:00:00Z`) : cell;
}

it('tries every function of the catalogue', () => {
  const tried = SELF_TEST_CHECKS.flatMap(({ formula }) => /TRACE_\w+/.exec(formula) ?? []);
  expect(FUNCTIONS.map(({ id }) => id).filter((id) => !tried.includes(id))).toEqual([]);
});

it.each([
  ['without a key', false],
  ['with a key, and asks nothing of it', true],
])('each answer is as expected %s', async (_with, hasKey) => {
  const grid = await calculate(openHost(hasKey));
  expect(readOthers(grid)).toEqual({ total: `${COUNT} of ${COUNT} as expected` });
});

it('asks Trace where a key is set after it was inserted, and says so', async () => {
  const host = openHost(false);
  host.account = openHost(true).account;
  await calculate(host).catch(() => undefined);
  expect(host.requests.length).toBeGreaterThan(0);
  expect(selfTest.sheet.rows[1]).toEqual([
    expect.stringContaining('Free for up to 6 hours, or until a key is set or changed.'),
  ]);
});

it('nothing is as expected before it is calculated, and nothing differs', () => {
  const { total, ...verdicts } = readVerdicts(toGrid(selfTest.sheet));
  expect({ total, verdicts: new Set(Object.values(verdicts)) }).toEqual({
    total: `0 of ${COUNT} as expected, ${COUNT} waiting`,
    verdicts: new Set(['waits']),
  });
});

it('a wrong answer makes its own verdict differ, and no other', async () => {
  const wrong = JSON.parse(JSON.stringify(ANSWERS).replace('"employee_count":320', '"employee_count":321'));
  const grid = await calculate(openHost(false, wrong));
  expect(readOthers(grid)).toEqual({ Number: 'differs', total: `${COUNT - 1} of ${COUNT} as expected` });
});

it.each([
  ['a number that is a text', 'Number', '320'],
  ['another case', 'Text', 'Northwind bakery'],
  ['a truth value that is a text', 'Partnership', 'TRUE'],
  ['another day', 'Date', new Date('2026-07-31T00:00:00Z')],
  ['a name that the program does not know', 'Partners', '#NAME?'],
  ['a blank in place of an answer', 'List of values', ''],
  ['an answer in place of a blank', 'Blank cell', 'not tracked'],
])('%s differs', async (_what, about, shown) => {
  const grid = await calculate(openHost(false));
  const row = 4 + SELF_TEST_CHECKS.findIndex((check) => check.about === about);
  grid.put({ row, column: 5 }, shown);
  expect(readOthers(grid)).toEqual({ [about]: 'differs', total: `${COUNT - 1} of ${COUNT} as expected` });
});

it('a blank row differs where the formula that fills it has failed', async () => {
  const grid = await calculate(openHost(false));
  const row = 4 + SELF_TEST_CHECKS.findIndex(({ about }) => about === 'Three rows, one formula: first');
  grid.put({ row, column: 5 }, '#TRACE: Something went wrong.');
  expect(readOthers(grid)).toEqual({
    'Three rows, one formula: first': 'differs',
    'Three rows: blank row': 'differs',
    'Three rows: last': 'differs',
    total: `${COUNT - 3} of ${COUNT} as expected`,
  });
});

it.each(['Loading...', 'Wird geladen...', '#N/A', '#BUSY!'])('a cell that shows %s is waited for', async (shown) => {
  const grid = await calculate(openHost(false));
  grid.put({ row: 4, column: 5 }, shown);
  expect(readOthers(grid)).toEqual({ Text: 'waits', total: `${COUNT - 1} of ${COUNT} as expected, 1 waiting` });
});

it('asks only about names that no one can own', () => {
  expect(ANSWERS.map(([, identifier]) => identifier).filter((text) => !text.includes('.example'))).toEqual([]);
});

it('no comma is left between arguments where a semicolon has to be', () => {
  const written = selfTest.sheet.formulas.map(([, , formula]) => formula);
  const sent = written.map(withSemicolons);
  expect(sent.filter((formula) => formula.replace(/"[^"]*"/g, '').includes(','))).toEqual([]);
  expect(sent.map(withCommas)).toEqual(written);
});
