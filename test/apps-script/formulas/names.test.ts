import type { SheetsWorld } from '../../fakes/apps-script/world';
import { countCalls, fillDown, shownIn } from './sheet-of-formulas';
import { sandbox, useSpreadsheets, world } from '../spreadsheet';

const DAY_MS = 86_400_000;
const UNKNOWN = '#TRACE: Trace does not know the technology "Klarrna". ';

useSpreadsheets();

const operations = async (): Promise<readonly string[]> =>
  (await sandbox.log()).map(({ operation }) => String(operation));

/** Each with an answer, none of which is FALSE by accident. */
const kinds = (cells: readonly unknown[]): ReadonlySet<unknown> =>
  new Set(cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, UNKNOWN.length) : cell)));

it('a column asks once for a name that it does not show, and nothing when it is calculated again', async () => {
  const grid = fillDown(world, 40, '=TRACE_HAS_TECH(A#, "WooCommerce")');
  world.calculate();
  const shown = shownIn(grid, 2, 40);
  const first = await operations();
  grid.recalculate();
  const calls = countCalls(world.calculate());
  expect({ shown: kinds(shown), again: shownIn(grid, 2, 40), first, then: (await operations()).length, calls }).toEqual(
    {
      shown: kinds(shown.filter((cell) => typeof cell === 'boolean')),
      again: shown,
      first: ['companies.batch', 'technologies.search'],
      then: 2,
      calls: [0, 40, 0],
    },
  );
});

it('an unknown name is said in every cell, from the cache, and the day after from the spreadsheet', async () => {
  const grid = fillDown(world, 20, '=TRACE_HAS_TECH(A#, "Klarrna")');
  world.calculate();
  const first = shownIn(grid, 2, 20);
  grid.recalculate();
  const calls = countCalls(world.calculate());
  const warm = shownIn(grid, 2, 20);
  world.state.clock.advance(DAY_MS);
  grid.recalculate();
  world.calculate();
  const dayAfter = shownIn(grid, 2, 20);
  expect([first, warm, dayAfter].map(kinds)).toEqual([new Set([UNKNOWN]), new Set([UNKNOWN]), new Set([UNKNOWN])]);
  // The name, and what begins like it.
  expect({ operations: await operations(), calls }).toEqual({
    operations: ['companies.batch', 'technologies.search', 'technologies.search'],
    calls: [0, 20, 0],
  });
});

it('a name is remembered for 30 days by the spreadsheet, also for companies that come later', async () => {
  const grid = fillDown(world, 3, '=TRACE_HAS_TECH(A#, "Klarrna")');
  world.calculate();
  world.state.clock.advance(20 * DAY_MS);
  grid.enter('A5', 'company-9.example');
  grid.enter('B5', '=TRACE_HAS_TECH(A5, "Klarrna")');
  grid.recalculate();
  world.calculate();
  expect({ shown: kinds(shownIn(grid, 2, 4)), operations: await operations() }).toEqual({
    shown: new Set([UNKNOWN]),
    operations: ['companies.batch', 'technologies.search', 'technologies.search', 'companies.batch'],
  });
});

it('the names of a column are asked for together, each once', async () => {
  const grid = fillDown(world, 12, '=TRACE_HAS_TECH(A#, "Name " & "#")');
  for (let row = 2; row < 14; row += 1) grid.enter(`B${row}`, `=TRACE_HAS_TECH(A${row}, "Nothing ${row % 4}")`);
  world.calculate();
  const fetches = world.state.requests.map(({ url }) => url.replace(/^.*\/v1/, ''));
  // Four names, which begin alike.
  expect(fetches.map((url) => url.split('?')[0])).toEqual(['/companies/batch', ...Array(5).fill('/technologies')]);
  expect(new Set(fetches).size).toBe(6);
});

it('a filter that names nothing is one call when it is calculated again', async () => {
  const grid = fillDown(world, 5, '=TRACE_TECH(A#, "name", "category=Payment")');
  world.calculate();
  const first = await operations();
  grid.recalculate();
  const calls = countCalls(world.calculate());
  expect({ first, then: (await operations()).length, calls }).toEqual({
    first: ['companies.batch', 'technologies.search', 'technologies.search'],
    then: 3,
    calls: [0, 5, 0],
  });
  const shown = shownIn(grid, 2, 5).map((cell) => String(cell).slice(0, 52));
  expect(new Set(shown)).toEqual(new Set(['#TRACE: Trace does not know the category "Payment". ']));
});

it('with a catalogue that is down TRUE stays, nothing is FALSE, and it is not asked by each cell', async () => {
  await sandbox.faults({ fault: 'server-error', operation: 'technologies.search', times: null });
  const grid = fillDown(world, 30, '=TRACE_HAS_TECH(A#, "Klarna")', '=TRACE_HAS_TECH(A#, "Klarrna")');
  world.calculate();
  const shown = shownIn(grid, 3, 30).map((cell) => String(cell).slice(0, 51));
  expect(new Set(shown)).toEqual(new Set(['#TRACE: Trace could not check the name "Klarrna". T']));
  // Sent, and sent again twice.
  expect((await operations()).filter((operation) => operation === 'technologies.search').length).toBeLessThanOrEqual(6);
  await sandbox.reset();
  world.state.clock.advance(60_000);
  grid.recalculate();
  world.calculate();
  expect(kinds(shownIn(grid, 3, 30))).toEqual(new Set([UNKNOWN]));
});

it('a name that could not be checked is asked again as soon as a person retries', async () => {
  await sandbox.faults({ fault: 'server-error', operation: 'technologies.search', times: null });
  const grid = fillDown(world, 3, '=TRACE_HAS_TECH(A#, "Klarrna")');
  world.calculate();
  const failed = shownIn(grid, 2, 3).map((cell) => String(cell).slice(0, 51));
  await sandbox.reset();
  world.callRpc('retryProblems');
  world.calculate();
  expect({ failed: new Set(failed), retried: kinds(shownIn(grid, 2, 3)) }).toEqual({
    failed: new Set(['#TRACE: Trace could not check the name "Klarrna". T']),
    retried: new Set([UNKNOWN]),
  });
});

it('with documented routes the plain answer is shown', async () => {
  await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
  const grid = fillDown(world, 3, '=TRACE_HAS_TECH(A#, "Klarrna")');
  world.calculate();
  grid.recalculate();
  world.calculate();
  expect(shownIn(grid, 2, 3)).toEqual([false, false, false]);
  // A missing route is found out once, and not by each cell.
  expect((await operations()).filter((operation) => operation === 'technologies.search')).toHaveLength(1);
});

it.each([
  ['a cache that fails', () => (world.state.documentCacheIs = 'failing')],
  ['no locks', () => (world.state.locks.are = 'missing')],
  ['properties that are full', () => fill(world)],
])('with %s a name is still told from FALSE', (_name, spoil) => {
  const grid = fillDown(world, 3, '=TRACE_HAS_TECH(A#, "Klarrna")');
  spoil();
  world.calculate();
  expect(kinds(shownIn(grid, 2, 3))).toEqual(new Set([UNKNOWN]));
});

function fill({ state }: SheetsWorld): void {
  for (let part = 0; part < 56; part += 1) state.documentProperties.write(`other_${part}`, 'x'.repeat(9_000));
}
