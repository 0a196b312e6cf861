import { AS_REPORTED } from '../../fakes/apps-script/service-times';
import { calculateTogether } from '../../fakes/apps-script/threads/together';
import { fillDown, names, shownIn } from './sheet-of-formulas';
import { charged, requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** Google refuses calls of its locks when there are many. A lock that is not given is not held. */

const AS_GOOGLE = { atOnce: 8, times: AS_REPORTED, apiTakesMs: [500, 1_000] } as const;

useSpreadsheets();

const spentByFormulas = (): unknown =>
  (world.callRpc('spending') as { readonly value: { readonly formulasToday: number } }).value.formulasToday;

it('if every lock is refused, 120 formulas that spend freely are at most 12 requests, and all are booked', async () => {
  const grid = fillDown(world, 120, '=TRACE_COMPANY(A#)');
  world.state.locks.are = 'failing';
  await calculateTogether(world, AS_GOOGLE);
  expect({ shown: shownIn(grid, 2, 120), charged: await charged() }).toEqual({ shown: names(120), charged: 120 });
  expect(await requests()).toBeLessThanOrEqual(12);
  world.state.locks.are = 'there';
  grid.enter('A400', 'company-400.example');
  grid.enter('B400', '=TRACE_COMPANY(A400)');
  world.calculate();
  expect(spentByFormulas()).toBe(121);
});

describe('a formula that has its turn twice, since one answer leads to another question', () => {
  const LIMIT = 12;

  // Without its route, TRACE_PARTNERED asks two ways one after the other.
  beforeEach(async () => {
    await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
    world.callRpc('setPolicy', [{ mode: 'daily', limit: LIMIT }]);
  });

  it('decides by the ledger as it is at that turn, whatever others have spent in between', async () => {
    const [grid] = world.state.sheets;
    for (let round = 0; round < 2; round += 1) {
      grid!.put(
        { row: 2 + round, column: 2 },
        `=TRACE_PARTNERED("company-${7_000 + round}.example","company-990.example")`,
      );
      for (let row = 2; row < 2 + LIMIT; row += 1) {
        grid!.put({ row, column: 3 + round }, `=TRACE_COMPANY("company-${round * 100 + row}.example")`);
      }
      await calculateTogether(world, AS_GOOGLE);
    }
    const paid = await charged();
    expect({ paid, spentByFormulas: spentByFormulas() }).toEqual({ paid: LIMIT, spentByFormulas: LIMIT });
  });
});

it.each([
  ['the default limit', undefined],
  ['a limit', { mode: 'daily', limit: 50 }],
])('under %s nothing is spent where every lock is refused, and each cell says so', async (_name, policy) => {
  if (policy === undefined) world.state.documentProperties.remove('TRACE_POLICY_0');
  else world.callRpc('setPolicy', [policy]);
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  world.state.locks.are = 'failing';
  world.calculate();
  const shown = shownIn(grid, 2, 5).map((text) => String(text).slice(0, 33));
  expect({ shown: new Set(shown), charged: await charged(), requests: await requests() }).toEqual({
    shown: new Set(['#TRACE: Not fetched: spending can']),
    charged: 0,
    requests: 0,
  });
});

it('if Google answers 60 calls of locks a minute, 90 formulas are still one request', async () => {
  const grid = fillDown(world, 90, '=TRACE_COMPANY(A#)');
  world.state.locks.callsInAMinute = 60;
  await calculateTogether(world, { ...AS_GOOGLE, atOnce: 30 });
  expect({ shown: shownIn(grid, 2, 90), requests: await requests() }).toEqual({ shown: names(90), requests: 1 });
});

it('a formula gives its turn back with the batch', () => {
  fillDown(world, 3, '=TRACE_COMPANY(A#)');
  const [first] = world.calculate();
  const calls = first!.calls;
  const given = calls.indexOf('DocumentCache.removeAll');
  expect({ isAfterRequest: given > calls.indexOf('UrlFetchApp.fetch'), callsAfter: calls.slice(given + 1) }).toEqual({
    isAfterRequest: true,
    callsAfter: [],
  });
});

it('no formula has the lock while it waits for Trace', () => {
  fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.callRpc('setPolicy', [{ mode: 'daily', limit: 50 }]);
  const [first] = world.calculate();
  const before = first!.calls.slice(0, first!.calls.indexOf('UrlFetchApp.fetch'));
  expect(before.lastIndexOf('Lock.releaseLock')).toBeGreaterThan(before.lastIndexOf('Lock.tryLock'));
});

it('a formula that began while another one had reserved more than it spends counts what that one has spent', async () => {
  world.callRpc('setPolicy', [{ mode: 'daily', limit: 300 }]);
  const [grid] = world.state.sheets;
  grid!.put({ row: 2, column: 2 }, '=TRACE_PARTNERS("company-1.example")');
  for (let row = 2; row < 8; row += 1) grid!.put({ row, column: 3 }, '=TRACE_COMPANY("")');
  for (let row = 2; row < 5; row += 1) {
    grid!.put({ row, column: 4 }, `=TRACE_COMPANY("company-${row + 50}.example")`);
  }
  await calculateTogether(world, { atOnce: 3, times: AS_REPORTED, apiTakesMs: [3_000, 4_000] });
  expect(spentByFormulas()).toBe(await charged());
});
