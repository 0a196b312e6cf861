import { AS_REPORTED } from '../../fakes/apps-script/service-times';
import { calculateTogether } from '../../fakes/apps-script/threads/together';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { SheetGrid as Grid } from '../../fakes/apps-script/sheet/sheet-grid';
import { countCalls, fillDown, names, shownIn } from './sheet-of-formulas';
import { charged, requests, useSpreadsheets, world } from '../spreadsheet';

/** Formulas as users write them. Runs overlap, and Google's services and the API take their time. */

const TIMES = { times: AS_REPORTED, apiTakesMs: [500, 1_000] } as const;
const SOME = 8;
/** As many as Google allows. */
const ALL = 30;

useSpreadsheets();

/** @param most how many requests it may take */
async function expectShared(grid: SheetGrid, count: number, most: number, atOnce = SOME, column = 2): Promise<void> {
  await calculateTogether(world, { ...TIMES, atOnce });
  const first = await requests();
  expect({ shown: shownIn(grid, column, count), charged: await charged() }).toEqual({
    shown: names(count),
    charged: count,
  });
  expect(first).toBeLessThanOrEqual(most);
  grid.recalculate();
  const calls = countCalls(world.calculate());
  expect({ shown: shownIn(grid, column, count), properties: calls[0], fetches: calls[2] }).toEqual({
    shown: names(count),
    properties: 0,
    fetches: 0,
  });
}

function addLeads(count: number): SheetGrid {
  const leads = new Grid(7, 'Leads');
  for (let row = 2; row < count + 2; row += 1) leads.enter(`A${row}`, `company-${row - 1}.example`);
  world.state.sheets.push(leads);
  return leads;
}

it('150 formulas in IFERROR are at most 6 requests, and none when they are calculated again', async () => {
  await expectShared(fillDown(world, 150, '=IFERROR(TRACE_COMPANY(A#),"")'), 150, 6, ALL);
});

it.each([
  ['=IF(A#="","",TRACE_COMPANY(A#))'],
  ['=IF(A#<>"",IFERROR(TRACE_COMPANY(A#,"name"),"?"),"")'],
  ['=TRACE_COMPANY(A#)&""'],
  ['=TRACE_COMPANY(TRIM(A#))'],
])('16 × %s are one request, as if they were bare', async (formula) => {
  await expectShared(fillDown(world, 16, formula), 16, 1);
});

it('cells of another sheet are read like those of the own one', async () => {
  addLeads(16);
  await expectShared(fillDown(world, 16, '=TRACE_COMPANY(Leads!A#)'), 16, 1);
});

it('named cells are read like others', async () => {
  const grid = fillDown(world, 16, '=TRACE_COMPANY(domain_#)');
  for (let row = 2; row < 18; row += 1) world.state.namedRanges.set(`DOMAIN_${row}`, `Sheet1!$A$${row}`);
  await expectShared(grid, 16, 1);
});

it('150 named cells, each two calls to read, are at most 6 requests, and no cell gives up', async () => {
  const grid = fillDown(world, 150, '=TRACE_COMPANY(domain_#)');
  for (let row = 2; row < 152; row += 1) world.state.namedRanges.set(`DOMAIN_${row}`, `Sheet1!$A$${row}`);
  await expectShared(grid, 150, 6, ALL);
});

// They leave their calls in places that chance decides: 3 requests as a rule.
const OF_60_LEFT = 5;

it('60 calls of a named function are few requests, although their arguments cannot be read', async () => {
  world.state.namedFunctions.set('EMPLOYEES', { params: ['domain'], formula: '=IFERROR(TRACE_COMPANY(domain),"")' });
  await expectShared(fillDown(world, 60, '=EMPLOYEES(A#)'), 60, OF_60_LEFT, ALL);
});

it('MAP over 60 cells is few requests, though all of its runs are for one cell', async () => {
  const grid = fillDown(world, 60);
  grid.enter('B2', '=MAP(A2:A61,LAMBDA(domain,TRACE_COMPANY(domain)))');
  await expectShared(grid, 60, OF_60_LEFT, ALL);
});

it('LET, and conditions that are met, share requests too', async () => {
  const grid = fillDown(world, 30, '=LET(domain,A#,TRACE_COMPANY(domain))', '=IF(1>0,TRACE_COMPANY(A#),"")');
  await expectShared(grid, 30, 5, ALL, 3);
});

describe('nothing is fetched for a formula behind a condition', () => {
  it.each([
    ['=IF(C#>5,TRACE_COMPANY(A#),"no")'],
    ['=IF(C#="","no",TRACE_COMPANY(A#))'],
    ['=IF(A#<>"","no",TRACE_COMPANY(A#))'],
    ['=IF(A#="",TRACE_COMPANY(A#),"no")'],
    ['=IFERROR("no",TRACE_COMPANY(A#))'],
    ['=IF(TRUE,"no",TRACE_COMPANY(A#))'],
  ])('%s', async (formula) => {
    const grid = fillDown(world, 8, formula);
    grid.enter('A40', 'company-99.example');
    grid.enter('B10', '=TRACE_COMPANY(A40)');
    await calculateTogether(world, { ...TIMES, atOnce: SOME });
    expect({ shown: shownIn(grid, 2, 9), charged: await charged() }).toEqual({
      shown: [...Array.from({ length: 8 }, () => 'no'), 'Company 99'],
      charged: 1,
    });
  });
});

describe('cells that wait are found', () => {
  it.each([
    ['=IFERROR(TRACE_COMPANY(A#),"")'],
    ['=IF(C#="",TRACE_COMPANY(A#),"no")'],
    ['="Name: "&TRACE_COMPANY(A#)'],
    ['=TRACE_COMPANY(TRIM(A#))'],
  ])('in %s, with their price, and fetched together', async (formula) => {
    world.callRpc('setPolicy', [{ mode: 'onRequest' }]);
    const grid = fillDown(world, 8, formula);
    world.calculate();
    const { waiting } = (world.callRpc('spending') as { readonly value: { readonly waiting: object } }).value;
    expect(waiting).toMatchObject({ cells: 8, credits: 8 });
    world.callRpc('fetchWaiting', [8]);
    world.calculate();
    const shown = shownIn(grid, 2, 8).map((text) => String(text).replace('Name: ', ''));
    expect({ shown, charged: await charged() }).toEqual({ shown: names(8), charged: 8 });
  });
});
