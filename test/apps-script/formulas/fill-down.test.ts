import { calculateTogether } from '../../fakes/apps-script/threads/together';
import { AT_ONCE as NO_TIME } from '../../fakes/apps-script/service-times';
import { KEPT } from '../retry/problem-sheet';
import { countCalls, fillDown, names, shownIn } from './sheet-of-formulas';
import { requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

const AT_ONCE = { atOnce: 8, times: { ...NO_TIME, callMs: 2 } };
const NOT_FETCHED = '#TRACE: Not fetched yet. Fetch it in the Trace panel on a computer.';

useSpreadsheets();

const operations = async (): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (const { operation } of await sandbox.log()) counts[String(operation)] = (counts[String(operation)] ?? 0) + 1;
  return counts;
};

it('220 cells one after the other are 3 requests, and none when they are calculated again', async () => {
  const grid = fillDown(world, 220, '=TRACE_COMPANY(A#)');
  world.calculate();
  const first = await requests();
  grid.recalculate();
  const calls = countCalls(world.calculate());
  expect({ shown: shownIn(grid, 2, 220), first, again: (await requests()) - first, calls }).toEqual({
    shown: names(220),
    first: 3,
    again: 0,
    calls: [0, 220, 0],
  });
});

it('120 cells in runs that overlap are 2 requests', async () => {
  const grid = fillDown(world, 120, '=TRACE_COMPANY(A#)');
  await calculateTogether(world, AT_ONCE);
  expect({ shown: shownIn(grid, 2, 120), requests: await requests() }).toEqual({
    shown: names(120),
    requests: 2,
  });
});

it('two columns in overlapping runs are fetched once for each kind of lookup', async () => {
  const grid = fillDown(world, 30, '=TRACE_TECH(A#, "count")', '=TRACE_PARTNERS(A#)', '=TRACE_COMPANY(A#)');
  await calculateTogether(world, AT_ONCE);
  expect({ shown: shownIn(grid, 4, 30), operations: await operations() }).toEqual({
    shown: names(30),
    operations: { 'companies.batch': 1, 'enrichment.partnerships': 1 },
  });
});

it('40 cells with top=1 of partners are 40 requests and 40 credits at most, in runs that overlap', async () => {
  const grid = fillDown(world, 40, '=TRACE_PARTNERS(A#, "name", "top=1")');
  await calculateTogether(world, AT_ONCE);
  const shown = shownIn(grid, 2, 40).map(String);
  expect(shown.filter((name) => name === '' || name.includes(',') || name.startsWith('#'))).toEqual([]);
  expect(await operations()).toEqual({ 'partnerships.list': 40 });
  expect((await sandbox.ledger()).chargedCompanies).toBeLessThanOrEqual(40);
});

it.each([
  ['relative', '=TRACE_COMPANY(A#)'],
  ['absolute', '=TRACE_COMPANY($A$#)'],
  ['mixed', '=trace_company($A#; "name")'.replace(';', ',')],
  ['with other arguments in cells', '=TRACE_COMPANY(A#, $D$1)'],
  ['literal', '=TRACE_COMPANY("company-#.example")'],
])('first arguments that are %s are understood', async (_name, formula) => {
  const grid = fillDown(world, 5, formula);
  grid.enter('D1', 'name');
  world.calculate();
  const shown = shownIn(grid, 2, 5).every((value) => /^Company \d$/.test(String(value)));
  expect({ shown, requests: await requests() }).toEqual({ shown: true, requests: 1 });
});

it('a formula among others that is not understood does not part them', async () => {
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  grid.enter('B4', '=IF(TRUE,TRACE_COMPANY(A4),"")');
  grid.answer({ row: 4, column: 2 }, [['Company 3']]);
  world.calculate();
  expect({ shown: shownIn(grid, 2, 5), requests: await requests() }).toEqual({ shown: names(5), requests: 1 });
});

it('a formula that is not understood is fetched with those above it', async () => {
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  grid.enter('B6', '=IF(TRUE,TRACE_COMPANY(A6),"")');
  const at = { row: 6, column: 2, sheetId: grid.id };
  const { cells } = world.typeFormula('TRACE_COMPANY', ['company-5.example'], { at });
  grid.answer(at, cells);
  world.calculate();
  expect({ shown: shownIn(grid, 2, 5), requests: await requests() }).toEqual({ shown: names(5), requests: 1 });
});

it('if Google does not tell the cell, all formulas of the sheet are fetched', async () => {
  const grid = fillDown(world, 50, '=TRACE_COMPANY(A#)', '=TRACE_TECH(A#, "count")');
  grid.enter('D60', '=TRACE_COMPANY("company-60.example")');
  world.calculate({ knowsCells: false });
  expect({ shown: shownIn(grid, 2, 50), requests: await requests() }).toEqual({ shown: names(50), requests: 1 });
});

it('if Google tells a cell that is not the one, all formulas of the sheet are fetched', async () => {
  const grid = fillDown(world, 50, '=TRACE_COMPANY(A#)');
  const at = { row: 1, column: 9, sheetId: grid.id };
  world.typeFormula('TRACE_COMPANY', ['company-1.example'], { at });
  world.calculate();
  expect(await requests()).toBe(1);
});

it('a block further down is left to its own formulas', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
  grid.enter('A9', 'company-9.example');
  grid.enter('B9', '=TRACE_COMPANY(A9)');
  const at = { row: 2, column: 2, sheetId: grid.id };
  world.typeFormula('TRACE_COMPANY', ['company-1.example'], { at });
  const [request] = world.state.requests;
  expect(JSON.parse(request!.body!)).toEqual({
    domains: ['company-1.example', 'company-2.example', 'company-3.example'],
  });
});

it('after sorting and inserting rows nothing is asked for', async () => {
  const grid = fillDown(world, 20, '=TRACE_COMPANY(A#)');
  world.calculate();
  for (let row = 2; row < 22; row += 1) grid.enter(`A${row}`, `company-${22 - row}.example`);
  grid.insertRowBefore(5);
  grid.recalculate();
  world.calculate();
  expect({ last: grid.value({ row: 22, column: 2 }), requests: await requests() }).toEqual({
    last: 'Company 1',
    requests: 1,
  });
});

it('what other formulas fetch together, a slug in the column is asked for alone', async () => {
  const grid = fillDown(world, 20, '=TRACE_COMPANY(A#)');
  grid.enter('A7', 'company-6');
  world.calculate();
  expect({ shown: shownIn(grid, 2, 20), operations: await operations() }).toEqual({
    shown: names(20),
    operations: { 'companies.batch': 1, 'companies.show': 1 },
  });
});

it('what the time does not suffice for says so, and the panel fetches it', async () => {
  const grid = fillDown(world, 30, '=TRACE_COMPANY(A#)');
  world.state.locks.take('Document', 'another run');
  world.calculate();
  const waiting = shownIn(grid, 2, 30);
  world.state.locks.release('Document', 'another run');
  const answer = world.callRpc('fetchWaiting', [30]);
  world.calculate();
  expect({ waiting: new Set(waiting), answer, shown: shownIn(grid, 2, 30), requests: await requests() }).toEqual({
    waiting: new Set([NOT_FETCHED]),
    answer: { ok: true, value: { cells: 30, left: 0, kept: KEPT } },
    shown: names(30),
    requests: 1,
  });
});
