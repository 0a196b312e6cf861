import { makePractice, type Practice } from '../../shared/panel';
import { insertSelfTest } from '../../shared/panel/common/practice';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { excelAddinFiles } from '../fakes/excel/functions-bundle';
import { readErrorCell } from '../fakes/excel/results';
import { ExcelRuntime } from '../fakes/excel/runtime';
import { FakeSheet } from '../fakes/excel/sheet';
import { SINGLE_CELLS } from '../fakes/excel/session';
import { answerFormulas, readOthers, toGrid } from '../fakes/self-test-grid';

const PRACTICE = makePractice('errors');
const { sheet: SHEET } = PRACTICE.selfTest;
const COUNT = SHEET.rows.length - 3;
/** Nothing is sent anywhere. */
const NOWHERE = 'http://127.0.0.1:9';

let world: BulkWorld;
let page: ExcelRuntime | null = null;
let bundle: string;
beforeAll(async () => {
  ({ functions: bundle } = await excelAddinFiles());
});
beforeEach(() => {
  world = new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), NOWHERE);
});
afterEach(() => {
  page?.stop();
  BulkWorld.close();
});

/** What the verdicts say of the answers of Microsoft's runtime with the built functions, besides "as expected". */
async function calculate(policy: object): Promise<unknown> {
  const { databases, storage } = world;
  const settings = new Map([['trace.spendPolicy', policy]]);
  const opened = (page = new ExcelRuntime({
    origin: NOWHERE,
    bundle,
    databases,
    storage,
    settings,
    hurry: 20,
    ...SINGLE_CELLS,
  }));
  const grid = toGrid(SHEET);
  await answerFormulas(grid, async (name, args) => {
    const result = await opened.call(name, ...args.map((arg, at) => (at > 0 && arg === '' ? null : toRows(arg))));
    if (!result.ok) return [[result.code === 7 ? '#VALUE!' : '#N/A']];
    return result.table.map((row) => row.map(toShown));
  });
  return [readOthers(grid), opened.sent];
}

function toRows(arg: unknown): unknown {
  return Array.isArray(arg) ? arg : [[arg]];
}

/** A date is a number with a format. */
function toShown(cell: unknown): unknown {
  const { basicValue } = (cell ?? {}) as { readonly basicValue?: number };
  if (typeof basicValue === 'number') return new Date((basicValue - 25_569) * 86_400_000);
  return readErrorCell(cell)?.error ?? cell;
}

it.each([
  ['without a key', false, { mode: 'freely' }],
  ['with a key and a limit of 0', true, { mode: 'daily', limit: 0 }],
])('%s each verdict is green, and nothing is sent', async (_with, hasKey, policy) => {
  if (!hasKey) world.storage.removeItem('trace.apiKey');
  await insertSelfTest(world.host, PRACTICE);
  expect(await calculate(policy)).toEqual([{ total: `${COUNT} of ${COUNT} as expected` }, []]);
});

it('a wrong answer turns its own verdict red, and no other', async () => {
  const text = JSON.stringify(PRACTICE.companies).replace('"employee_count":320', '"employee_count":321');
  const companies = JSON.parse(text) as Practice['companies'];
  await insertSelfTest(world.host, { ...PRACTICE, companies });
  expect(await calculate({ mode: 'freely' })).toEqual([
    { Number: 'differs', total: `${COUNT - 1} of ${COUNT} as expected` },
    [],
  ]);
});

it('is a new sheet each time, with its formulas, formats and texts', async () => {
  const names = [await insertSelfTest(world.host, PRACTICE), await insertSelfTest(world.host, PRACTICE)];
  expect(names).toEqual(['Trace self-test', 'Trace self-test (2)']);
  const sheet = world.workbook.sheets[1]!;
  const at = (row: number) => sheet.rows[row]?.map(({ shown, formula }) => formula ?? shown);
  expect(at(4)?.slice(2)).toEqual([320, 'cedar-analytics.example', '=TRACE_COMPANY(D5,"employee_count")']);
  expect(sheet.formats.get('4:1')).toBe('[Color10]"✓ As expected"* ;[Red]"✗ Differs"* ;"Waiting"* ');
  expect(world.workbook.sheets[0]!.rows).toEqual([[{ shown: 'x' }]]);
});
