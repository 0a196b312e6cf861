import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { countCalls, fillDown, names, shownIn } from './sheet-of-formulas';
import { requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

const DAY_MS = 86_400_000;

useSpreadsheets();

/** Opened so many days later: every formula recalculates, and the cache has nothing left. */
async function reopen(afterDays: number): Promise<{ requests: number; calls: readonly number[] }> {
  world.state.clock.advance(afterDays * DAY_MS);
  const before = await requests();
  for (const grid of world.state.sheets) grid.recalculate();
  const calls = countCalls(world.calculate());
  return { requests: (await requests()) - before, calls };
}

it('the day after, what was shown comes from the spreadsheet, and then from the cache', async () => {
  const grid = fillDown(world, 40, '=TRACE_COMPANY(A#)', '=TRACE_TECH(A#)', '=TRACE_PARTNERS(A#, "name")');
  world.calculate();
  const shown = [2, 3, 4].map((column) => shownIn(grid, column, 40));
  const first = await requests();
  const nextDay = await reopen(1);
  const again = await reopen(0);
  expect([2, 3, 4].map((column) => shownIn(grid, column, 40))).toEqual(shown);
  // The first one reads whose key it is and what the spreadsheet keeps, and puts all into the cache.
  expect({ first, nextDay: nextDay.requests, again }).toEqual({
    first: 2,
    nextDay: 0,
    again: { requests: 0, calls: [0, 120, 0] },
  });
  expect(nextDay.calls[0]).toBe(2);
});

it('a formula that was answered by what another one had fetched is remembered too', async () => {
  const grid = fillDown(world, 20, '=TRACE_COMPANY(A#)');
  world.calculate();
  for (let row = 2; row < 22; row += 1) grid.enter(`C${row}`, `=TRACE_TECH(A${row}, "count")`);
  world.calculate();
  const shown = shownIn(grid, 3, 20);
  const { requests: asked } = await reopen(1);
  expect({ asked, shown: shownIn(grid, 3, 20) }).toEqual({ asked: 0, shown });
});

it('that Trace does not track a company is saved for a day', async () => {
  const grid = fillDown(world, 2, '=TRACE_COMPANY(A#)');
  grid.enter('A3', 'nobody-knows.example');
  world.calculate();
  const first = await reopen(0.4);
  const then = await reopen(0.4);
  const dayAfter = await reopen(0.4);
  expect({ shown: shownIn(grid, 2, 2), asked: [first, then, dayAfter].map((each) => each.requests) }).toEqual({
    shown: ['Company 1', 'not tracked'],
    asked: [0, 0, 1],
  });
});

it('after 30 days what is old is shown with its age, and not paid for again', async () => {
  const grid = fillDown(world, 10, '=TRACE_COMPANY(A#, "name, as_of")');
  world.calculate();
  const asOf = grid.value({ row: 2, column: 3 });
  const { requests: asked } = await reopen(31);
  const again = await reopen(0);
  expect({ shown: shownIn(grid, 2, 10), asOf: grid.value({ row: 2, column: 3 }), asked, again }).toEqual({
    shown: names(10),
    asOf,
    asked: 0,
    again: { requests: 0, calls: [0, 10, 0] },
  });
});

it('what is old and free of charge is fetched again', async () => {
  const grid = fillDown(world, 10, '=TRACE_COMPANY(A#, "name", "max_age=3d")', '=TRACE_COMPANY(A#)');
  world.calculate();
  await reopen(20);
  // Paid for again 31 days after the second column was shown first, and 11 days after that.
  const { requests: asked } = await reopen(11);
  expect({ shown: shownIn(grid, 3, 10), asked }).toEqual({ shown: names(10), asked: 1 });
});

it('max_age in the formula asks again for what is older', async () => {
  fillDown(world, 10, '=TRACE_COMPANY(A#, "name", "max_age=3d")');
  world.calculate();
  expect({ afterTwoDays: (await reopen(2)).requests, afterFourDays: (await reopen(2)).requests }).toEqual({
    afterTwoDays: 0,
    afterFourDays: 1,
  });
});

it('a stale answer serves while Trace cannot be reached', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#, "name", "max_age=1d")');
  world.calculate();
  world.state.network.unreachable.add('https://api.tracedata.ai');
  await reopen(2);
  expect(shownIn(grid, 2, 3)).toEqual(names(3));
});

it('the answer of one formula does not answer another, even if nothing can be fetched', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.state.clock.advance(DAY_MS);
  grid.enter('B5', '=TRACE_COMPANY(A2, "primary_domain")');
  await sandbox.faults({ fault: 'credits-out', times: null });
  grid.recalculate();
  world.calculate();
  expect({ shown: shownIn(grid, 2, 3), other: String(grid.value({ row: 5, column: 2 })).slice(0, 30) }).toEqual({
    shown: names(3),
    other: '#TRACE: Not enough Trace credi',
  });
});

it('answers of one account are none of another, the day after neither', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount']);
  const { requests: asked } = await reopen(1);
  expect({ shown: shownIn(grid, 2, 3), asked }).toEqual({ shown: names(3), asked: 1 });
});

it('a clock that was set back is no error and asks for nothing', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.state.documentCache.clear();
  const { requests: asked } = await reopen(-40);
  expect({ shown: shownIn(grid, 2, 3), asked }).toEqual({ shown: names(3), asked: 0 });
});

it.each([
  ['a cache that fails', () => (world.state.documentCacheIs = 'failing')],
  ['no cache', () => (world.state.documentCacheIs = 'missing')],
  ['locks that fail', () => (world.state.locks.are = 'failing')],
  ['no locks', () => (world.state.locks.are = 'missing')],
  ['properties that are full', () => fill(world)],
  ['damaged properties', () => world.state.documentProperties.write('TRACE_SHOWN_0', '3|x|acc|[9,{')],
])('with %s every cell is answered', (_name, spoil) => {
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  spoil();
  world.calculate();
  grid.recalculate();
  world.calculate();
  expect(shownIn(grid, 2, 5)).toEqual(names(5));
});

it('if properties are refused, every cell says that a limit cannot be kept, because it is unknown whether there is one', () => {
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  world.state.documentProperties.fault = 'Service error: properties';
  world.calculate();
  grid.recalculate();
  const [properties] = countCalls(world.calculate());
  const refused = new Set(shownIn(grid, 2, 5).map((text) => String(text).slice(0, 33)));
  world.state.documentProperties.fault = null;
  world.state.clock.advance(61_000);
  grid.recalculate();
  world.calculate();
  expect({ refused, properties, then: shownIn(grid, 2, 5) }).toEqual({
    refused: new Set(['#TRACE: Not fetched: spending can']),
    properties: 0,
    then: names(5),
  });
});

it('with a store of another version nothing is an error', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.calculate();
  const { documentProperties } = world.state;
  const text = documentProperties.read()['TRACE_SHOWN_0']!;
  documentProperties.write('TRACE_SHOWN_0', text.replace('|[1,', '|[0,'));
  const { requests: asked } = await reopen(1);
  expect({ shown: shownIn(grid, 2, 3), asked }).toEqual({ shown: names(3), asked: 1 });
});

it('a table of 1,000 companies is remembered', async () => {
  const fields = 'name, primary_domain, slug, company_id, last_crawled_at';
  const typed = world.typeFormula('TRACE_SEARCH', ['a', fields, 'top=1000']);
  const before = await requests();
  const again = world.typeFormula('TRACE_SEARCH', ['a', fields, 'top=1000']);
  const other = world.typeFormula('TRACE_SEARCH', ['a', 'name', 'top=1000']);
  expect({
    rows: typed.cells.length,
    same: again.cells.length,
    other: other.cells.length,
    asked: (await requests()) - before,
  }).toEqual({ rows: 1_001, same: 1_001, other: 1_001, asked: 0 });
});

function fill({ state }: SheetsWorld): void {
  for (let part = 0; part < 56; part += 1) state.documentProperties.write(`other_${part}`, 'x'.repeat(9_000));
}

it.each([['=TRACE_SHARED_PARTNERS("stripe.com","shopify.com","name","headers=0")'], ['=TRACE_FIELDS("stripe.com")']])(
  'after 30 days %s shows what it showed and costs nothing, also where it came from another route',
  async (formula) => {
    await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
    const [grid] = world.state.sheets;
    grid!.enter('A1', formula);
    world.calculate();
    const shown = cellsOf(grid!);
    const { balance } = await sandbox.ledger();
    await reopen(0.5);
    await sandbox.advance(33 * DAY_MS);
    await reopen(32.5);
    expect({ shown: cellsOf(grid!), paid: balance - (await sandbox.ledger()).balance }).toEqual({ shown, paid: 0 });
    expect(shown.length).toBeGreaterThan(3);
  },
);

function cellsOf(grid: SheetGrid): readonly unknown[] {
  return grid.places().map((place) => [place, grid.value(place)]);
}
