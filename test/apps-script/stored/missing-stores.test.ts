import { setSpendPolicy } from '../../fakes/apps-script/spend-policy';
import { calculateTogether } from '../../fakes/apps-script/threads/together';
import type { DocumentStoreName } from '../../fakes/apps-script/world-state';
import { companies } from '../open-world';
import { fillDown, shownIn, tally } from '../formulas/sheet-of-formulas';
import { charged, requests, useSpreadsheets, world } from '../spreadsheet';

/** Add-ons report that Google gives functions `null` for stores of the document, in any combination. */

useSpreadsheets();

const CELLS = 10;
const STORES: readonly DocumentStoreName[] = ['properties', 'cache', 'lock'];
const COMBINATIONS = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => STORES.filter((_store, at) => (bits & (1 << at)) !== 0));
const TIMES = { callMs: [20, 60], writtenValueMs: 0, startMs: 800 } as const;
const POLICIES = [{ mode: 'freely' }, { mode: 'daily', limit: CELLS }, { mode: 'onRequest' }] as const;

const CASES = COMBINATIONS.flatMap((stores) => POLICIES.map((policy) => [policy.mode, stores, policy] as const));

it.each(CASES)(
  '%s without %j: every cell of the owner is answered, and none is paid twice',
  async (_, stores, policy) => {
    for (const store of stores) world.state.nullInFunctions.add(store);
    setSpendPolicy(world, policy);
    const grid = fillDown(world, CELLS, '=TRACE_COMPANY(A#)');
    const calculate = (): Promise<unknown> =>
      calculateTogether(world, {
        atOnce: CELLS,
        times: TIMES,
        apiTakesMs: [500, 900],
      });
    await calculate();
    if (policy.mode === 'onRequest') {
      world.callRpc('fetchWaiting', [CELLS]);
      await calculate();
    }
    const first = { shown: tally(grid, CELLS), charged: await charged(), requests: await requests() };
    grid.recalculate();
    await calculate();
    expect({ first, again: { shown: tally(grid, CELLS), requests: await requests() } }).toEqual({
      first: { shown: { answered: CELLS }, charged: CELLS, requests: first.requests },
      again: { shown: { answered: CELLS }, requests: first.requests },
    });
    expect(first.requests).toBeLessThanOrEqual(3);
  },
);

/** Takes all three away. */
function takeAll(): void {
  for (const store of STORES) world.state.nullInFunctions.add(store);
}

it.each([['properties'], ['lock'], ['properties', 'cache', 'lock']] as const)(
  'without %s, and more of them, a limit of 6 credits holds against formulas that overlap',
  async (...stores) => {
    for (const store of stores) world.state.nullInFunctions.add(store);
    setSpendPolicy(world, { mode: 'daily', limit: 6 });
    const grid = fillDown(world, CELLS, '=TRACE_COMPANY(A#)');
    await calculateTogether(world, { atOnce: CELLS, times: TIMES, apiTakesMs: [500, 900] });
    world.state.documentCache.clear();
    world.state.userCaches.owner.clear();
    grid.recalculate();
    await calculateTogether(world, { atOnce: CELLS, times: TIMES, apiTakesMs: [500, 900] });
    expect(await charged()).toBe(6);
  },
);

const domain = (row: number): readonly string[] => [`company-${row}.example`];
const shown = (row: number, as: 'owner' | 'editor' = 'owner'): unknown =>
  world.typeFormula('TRACE_COMPANY', domain(row), { as }).cells[0]![0];

it('formulas of editors fetch under Freely, and are answered from what those of the owner have saved', () => {
  takeAll();
  expect([shown(1, 'editor'), shown(1), shown(2), shown(2, 'editor')]).toEqual([
    'Company 1',
    'Company 1',
    'Company 2',
    'Company 2',
  ]);
});

it('under a limit a formula of an editor names the next click of the owner, and that click answers it', () => {
  takeAll();
  setSpendPolicy(world, { mode: 'daily', limit: 20 });
  const grid = fillDown(world, 2, '=TRACE_COMPANY(A#)');
  world.calculate({ as: 'editor' });
  const before = shownIn(grid, 2, 2);
  world.callRpc('retryProblems');
  world.calculate();
  expect({ before, after: shownIn(grid, 2, 2) }).toEqual({
    before: Array.from(
      { length: 2 },
      () =>
        '#TRACE: Only the owner of this file can fetch this. The owner chooses Retry problems in the Trace panel on a computer.',
    ),
    after: ['Company 1', 'Company 2'],
  });
});

it('the panel of the owner counts what these formulas spent, and what they paid for', () => {
  takeAll();
  setSpendPolicy(world, { mode: 'daily', limit: 2 });
  fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.calculate();
  expect(world.callRpc('spending')).toMatchObject({
    ok: true,
    value: { policy: { mode: 'daily', limit: 2 }, formulasToday: 2, waiting: { cells: 1, credits: 1 } },
  });
});

it.each([
  ['not at first', [true, false]],
  ['not later on', [false, true]],
  ['not in between', [false, true, false]],
])(
  'if formulas get the file’s properties, but %s that day, the limit holds for the whole day',
  async (_when, missing) => {
    setSpendPolicy(world, { mode: 'daily', limit: 20 });
    const answered = missing.map((isMissing, at) => {
      if (isMissing) world.state.nullInFunctions.add('properties');
      else world.state.nullInFunctions.delete('properties');
      const cells = companies(15, at * 15 + 1).map(([name]) => world.typeFormula('TRACE_COMPANY', [name]).cells[0]![0]);
      return cells.filter((cell) => !String(cell).startsWith('#TRACE:')).length;
    });
    expect({ answered, charged: await charged(), panel: world.callRpc('spending') }).toEqual({
      answered: [15, 5, 0].slice(0, missing.length),
      charged: 20,
      panel: { ok: true, value: expect.objectContaining({ formulasToday: 20 }) as object },
    });
  },
);

it('another file has a limit and answers of its own', () => {
  takeAll();
  setSpendPolicy(world, { mode: 'daily', limit: 1 });
  const first = [shown(1), shown(2)];
  Object.assign(world.state, { spreadsheetId: 'spreadsheet-2' });
  setSpendPolicy(world, { mode: 'daily', limit: 1 });
  expect([...first, shown(2)]).toEqual(['Company 1', expect.stringContaining('Daily limit of 1 credit'), 'Company 2']);
});

it('keeps 40 files of at most 4 KB in the properties of the owner, the newest', () => {
  takeAll();
  for (let file = 1; file <= 43; file += 1) {
    Object.assign(world.state, { spreadsheetId: `spreadsheet-${file}` });
    world.state.clock.advance(1_000);
    const rows = file < 43 ? 1 : 1_000;
    setSpendPolicy(world, { mode: 'freely' });
    world.typeFormula('TRACE_COMPANY', [companies(rows)]);
  }
  const kept = Object.entries(world.state.userProperties.owner.read()).filter(([name]) =>
    name.startsWith('TRACE_LEDGER_'),
  );
  expect({
    names: kept.map(([name]) => name),
    isShort: kept.every(([, text]) => text.length <= 4_000),
  }).toEqual({ names: Array.from({ length: 40 }, (_file, at) => `TRACE_LEDGER_spreadsheet-${at + 4}`), isShort: true });
});

it('Remove Trace takes it along', () => {
  takeAll();
  shown(1);
  world.callRpc('bulkForget', ['everything']);
  expect(world.state.userProperties.owner.names()).toEqual([]);
});
