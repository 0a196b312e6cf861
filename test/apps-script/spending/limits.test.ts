import type { SheetsWorld } from '../../fakes/apps-script/world';
import { setSpendPolicy } from '../../fakes/apps-script/spend-policy';
import { fillDown, shownIn } from '../formulas/sheet-of-formulas';
import { charged, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** What formulas of an editor may cost their owner: the service's own ledger is the judge. */

useSpreadsheets();

const NOT_KEPT =
  '#TRACE: Not fetched: spending cannot be saved right now, so the limit allows nothing. Wait a minute, then choose Retry problems on a computer.';

/** Fills what is left of the 500 KB that Google keeps of a file. */
function fillProperties({ state }: SheetsWorld): void {
  for (let size = 9_000, slot = 0; size >= 1; slot += 1) {
    if (state.documentProperties.write(`OTHERS_${slot}`, 'x'.repeat(size)) !== null) size = Math.floor(size / 2);
  }
}

it.each([
  '=TRACE_GET("/companies?limit=100&page=1","","top=1")',
  '=TRACE_GET("/companies?limi%74=100","","top=1")',
  '=TRACE_GET("/companies")',
  '=TRACE_GET("/lists/lst_1/members?limit=5","","top=1")',
  '=TRACE_GET("/lists/lst_1/members","","top=3")',
  '=TRACE_GET("/lists/lst_1/export")',
  '=TRACE_GET("/companies/stripe.com/partnerships/graph")',
  '=TRACE_PARTNERS(A2:A31)',
  '=TRACE_PARTNERS(A2:A31,"name, type")',
  '=TRACE_TECH(A2:A31)',
  '=TRACE_SEARCH("a",,"top=3")',
])("an owner's limit of 3 holds against %s", async (formula) => {
  world.callRpc('setOwnerLimit', [3]);
  const grid = fillDown(world, 30);
  grid.enter('C2', formula);
  world.calculate({ as: 'editor' });
  world.callRpc('fetchWaiting', [1_000], { as: 'editor' });
  world.calculate({ as: 'editor' });
  expect(await charged()).toBeLessThanOrEqual(3);
});

it('partners are shown as far as the limit reaches, and the rest of a list once it allows more', async () => {
  world.callRpc('setOwnerLimit', [3]);
  const grid = world.state.sheets[0]!;
  grid.enter('A2', '=TRACE_PARTNERS("stripe.com",,"sep=\\n")');
  world.calculate();
  const first = String(grid.value({ row: 2, column: 1 }));
  const paid = await charged();
  grid.recalculate();
  const warm = world.calculate().flatMap(({ calls }) => calls);
  const again = String(grid.value({ row: 2, column: 1 }));
  world.callRpc('setOwnerLimit', [400]);
  grid.recalculate();
  world.calculate();
  const whole = String(grid.value({ row: 2, column: 1 }));
  expect({ lines: first.split('\n').length, last: first.split('\n').at(-1), paid }).toEqual({
    lines: 3,
    last: expect.stringMatching(/ … \+\d+ more$/) as string,
    paid: 3,
  });
  expect({ again, properties: warm.filter((call) => call.startsWith('DocumentProperties.')) }).toEqual({
    again: first,
    properties: [],
  });
  expect(whole).not.toContain('… +');
  expect(whole.split('\n').length).toBeGreaterThan(3);
});

it('partners of many go one list after another, and spend a limit to its end', async () => {
  setSpendPolicy(world, { mode: 'daily', limit: 40 });
  fillDown(world, 30, '=TRACE_PARTNERS(A#)');
  world.calculate();
  const log = await sandbox.log();
  expect(await charged()).toBeGreaterThan(30);
  expect(await charged()).toBeLessThanOrEqual(40);
  expect(log.filter(({ path }) => path.startsWith('/v1/enrich'))).toEqual([]);
});

it('what is charged while Google stops the formula counts as spent', async () => {
  world.callRpc('setOwnerLimit', [10]);
  const grid = fillDown(world, 30);
  world.state.network.takesMs = 40_000;
  world.state.network.honoursTimeout = false;
  grid.enter('C2', '=TRACE_TECH(A2:A9)');
  world.calculate();
  world.state.network.takesMs = null;
  grid.enter('C20', '=TRACE_TECH(A12:A21)');
  world.calculate();
  const status = world.callRpc('spending') as { value: { formulasToday: number } };
  expect(await charged()).toBeLessThanOrEqual(10);
  expect(status.value.formulasToday).toBe(10);
});

it('an answer that is cut off counts as what was set aside for it, and the same company no second time', async () => {
  world.callRpc('setOwnerLimit', [10]);
  const grid = fillDown(world, 30);
  await sandbox.faults({ fault: 'cut-off-body', times: null, operation: 'companies.batch' });
  grid.enter('C2', '=TRACE_TECH(A2:A9)');
  world.calculate();
  expect(await charged()).toBe(8);
  grid.enter('D2', '=TRACE_TECH(A10:A19)');
  world.calculate();
  expect(await charged()).toBeLessThanOrEqual(10);
});

describe('where the ledger cannot be written', () => {
  it.each([
    ['the store fails', (): void => void (world.state.documentProperties.fault = 'Service error: Properties')],
    ['the lock fails', (): void => void (world.state.locks.are = 'failing')],
    ['the store is full', (): void => fillProperties(world)],
  ])('a limit spends nothing: %s', async (_name, spoil) => {
    world.callRpc('setOwnerLimit', [10]);
    const grid = fillDown(world, 30, '=TRACE_COMPANY(A#)');
    spoil();
    world.calculate();
    expect({ charged: await charged(), shown: new Set(shownIn(grid, 2, 30)) }).toEqual({
      charged: 0,
      shown: new Set([NOT_KEPT]),
    });
  });

  it('what was written last still counts when the store fills up meanwhile', async () => {
    world.callRpc('setOwnerLimit', [10]);
    const grid = fillDown(world, 30);
    grid.enter('B2', '=TRACE_TECH(A2:A7)');
    world.calculate();
    fillProperties(world);
    for (let row = 8; row < 30; row += 1) grid.enter(`B${row}`, `=TRACE_COMPANY(A${row})`);
    world.calculate();
    expect(await charged()).toBeLessThanOrEqual(10);
  });

  it.each([
    ['the store is full', (): void => fillProperties(world)],
    ['there is no lock', (): void => void (world.state.locks.are = 'missing')],
  ])('formulas that spend freely go on: %s', async (_name, spoil) => {
    const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
    spoil();
    world.calculate();
    expect({ charged: await charged(), shown: shownIn(grid, 2, 1) }).toEqual({ charged: 5, shown: ['Company 1'] });
  });
});
