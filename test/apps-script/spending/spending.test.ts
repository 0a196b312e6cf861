import { setSpendPolicy } from '../../fakes/apps-script/spend-policy';
import { fillDown, recalculate, tally } from '../formulas/sheet-of-formulas';
import { requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

const HOUR_MS = 3_600_000;

useSpreadsheets();

const LIMIT_REACHED = (limit: number): string =>
  `#TRACE: Daily limit of ${limit} credits reached. This cell needs 1 more. Fetch it in the Trace panel on a computer, or raise the limit there.`;
const WAITS = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel. The owner pays.';

it('a daily limit holds, cells over it say so, and they cost one call when they are calculated again', async () => {
  setSpendPolicy(world, { mode: 'daily', limit: 30 });
  const grid = fillDown(world, 50, '=TRACE_COMPANY(A#)');
  world.calculate();
  const first = tally(grid, 50);
  const calls = recalculate(world, grid);
  expect({ first, calls, again: tally(grid, 50), requests: await requests() }).toEqual({
    first: { answered: 30, [LIMIT_REACHED(30)]: 20 },
    calls: [0, 50, 0],
    again: first,
    requests: 1,
  });
});

it('a formula whose inputs cannot be read waits for the price of all its waiting rows', () => {
  setSpendPolicy(world, { mode: 'onRequest' });
  const grid = fillDown(world, 1, '=TRACE_COMPANY(A#)');
  grid.put({ row: 2, column: 3 }, '=TRACE_COMPANY(UNIQUE(A2:A9),"name, country")');
  const row = [WAITS, WAITS];
  grid.answer({ row: 2, column: 3 }, [['Company 1', 'US'], row, row, row]);
  grid.answer({ row: 2, column: 2 }, [['Company 1']]);
  expect(world.callRpc('spending')).toMatchObject({ value: { waiting: { cells: 1, credits: 3, isLeast: false } } });
});

it('the day after, the limit starts again', async () => {
  setSpendPolicy(world, { mode: 'daily', limit: 30 });
  const grid = fillDown(world, 50, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.state.clock.advance(24 * HOUR_MS);
  recalculate(world, grid);
  expect({ tally: tally(grid, 50), requests: await requests() }).toEqual({ tally: { answered: 50 }, requests: 2 });
});

it('on request, cells tell their price, and the panel fetches what was agreed to', async () => {
  world.callRpc('setPolicy', [{ mode: 'onRequest' }]);
  const grid = fillDown(world, 50, '=TRACE_COMPANY(A#)');
  world.calculate();
  const waiting = tally(grid, 50);
  const asked = await requests();
  const status = world.callRpc('spending') as { value: { waiting: object } };
  world.callRpc('fetchWaiting', [20]);
  world.calculate();
  expect({ waiting, asked, status: status.value.waiting, then: tally(grid, 50) }).toEqual({
    waiting: { [WAITS]: 50 },
    asked: 0,
    status: { cells: 50, credits: 50, isLeast: false },
    then: { answered: 20, [WAITS]: 30 },
  });
});

it('to approve does not wait for formulas that keep the file busy', () => {
  world.callRpc('setPolicy', [{ mode: 'onRequest' }]);
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.state.locks.take('Document', 'another run');
  const fetched = world.callRpc('fetchWaiting', [5]);
  world.state.locks.release('Document', 'another run');
  world.calculate();
  expect({ fetched, tally: tally(grid, 5) }).toMatchObject({ fetched: { ok: true }, tally: { answered: 5 } });
});

it('an unknown price is shown as such, even if partners are read with their types', () => {
  setSpendPolicy(world, { mode: 'onRequest' });
  const grid = world.state.sheets[0]!;
  const waits = (formula: string): unknown => {
    grid.enter('B2', formula);
    world.calculate();
    const { value } = world.callRpc('spending') as { value: { waiting: { isLeast: boolean } } };
    return value.waiting.isLeast;
  };
  expect([
    waits('=TRACE_PARTNERS("stripe.com","name, type")'),
    waits('=TRACE_PARTNERS("stripe.com","name, type","top=3")'),
    waits('=TRACE_COMPANY("stripe.com")&IF(C2="x",TRACE_PARTNERS("stripe.com"),"")'),
  ]).toEqual([true, false, true]);
});

it('partners of a company that is paid for wait with a price, and come for it', () => {
  const grid = world.state.sheets[0]!;
  grid.enter('A2', '=TRACE_COMPANY("stripe.com")');
  world.calculate();
  setSpendPolicy(world, { mode: 'onRequest' });
  grid.enter('B2', '=TRACE_PARTNERS("stripe.com")');
  world.calculate();
  const { value } = world.callRpc('spending') as { value: { waiting: unknown } };
  const before = grid.value({ row: 2, column: 2 });
  world.callRpc('fetchWaiting', [1]);
  world.calculate();
  expect({ waiting: value.waiting, before }).toEqual({
    waiting: { cells: 1, credits: 1, isLeast: true },
    before: WAITS,
  });
  expect(grid.value({ row: 2, column: 2 })).not.toBe(WAITS);
});

it("the owner's limit holds whatever an editor sets", () => {
  world.callRpc('setOwnerLimit', [10]);
  world.callRpc('setPolicy', [{ mode: 'freely' }], { as: 'editor' });
  world.callRpc('setOwnerLimit', [null], { as: 'editor' });
  const grid = fillDown(world, 50, '=TRACE_COMPANY(A#)');
  world.calculate({ as: 'editor' });
  const first = tally(grid, 50);
  world.callRpc('fetchWaiting', [1_000], { as: 'editor' });
  world.calculate({ as: 'editor' });
  expect({ first, afterFetching: tally(grid, 50) }).toEqual({
    first: { answered: 10, [LIMIT_REACHED(10)]: 40 },
    afterFetching: { answered: 10, [LIMIT_REACHED(10)]: 40 },
  });
});

it('cells whose if_problem= hides that they wait are counted with their price, and fetched', async () => {
  setSpendPolicy(world, { mode: 'onRequest' });
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#,"name","if_problem=-")');
  grid.put({ row: 7, column: 1 }, 'x y');
  grid.put({ row: 7, column: 2 }, '=TRACE_COMPANY(A7,"name","if_problem=-")');
  world.calculate();
  const before = tally(grid, 6);
  const { value } = world.callRpc('spending') as { value: { waiting: unknown } };
  world.callRpc('fetchWaiting', [5]);
  world.calculate();
  expect({ before, waiting: value.waiting, then: tally(grid, 6), requests: await requests() }).toEqual({
    before: { '-': 6 },
    waiting: { cells: 5, credits: 5, isLeast: false },
    then: { answered: 5, '-': 1 },
    requests: 1,
  });
});

it("the owner's limit does not start again when an editor removes Trace from the file", async () => {
  world.callRpc('setOwnerLimit', [10]);
  const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.callRpc('bulkForget', ['everything'], { as: 'editor' });
  grid.put({ row: 12, column: 2 }, '=TRACE_COMPANY("company-77.example")');
  world.calculate();
  const { chargedCompanies } = await sandbox.ledger();
  expect({ chargedCompanies, tally: tally(grid, 11) }).toEqual({
    chargedCompanies: 10,
    tally: { answered: 10, [LIMIT_REACHED(10)]: 1 },
  });
});

it("nor where Google does not let the file's properties be read at that moment", async () => {
  world.callRpc('setOwnerLimit', [10]);
  const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
  world.calculate();
  const { documentProperties } = world.state;
  const read = jest.spyOn(documentProperties, 'read').mockImplementation(() => {
    throw new Error('Service invoked too many times in a short time: properties rateMax. Try again.');
  });
  const { ok } = world.callRpc('bulkForget', ['everything'], { as: 'editor' }) as { readonly ok: boolean };
  read.mockRestore();
  grid.put({ row: 12, column: 2 }, '=TRACE_COMPANY("company-77.example")');
  world.calculate();
  expect({ ok, charged: (await sandbox.ledger()).chargedCompanies }).toEqual({ ok: false, charged: 10 });
});

it('what runs without a lock spent on the owner stays counted, too', () => {
  setSpendPolicy(world, { mode: 'freely' });
  const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
  world.state.locks.are = 'failing';
  world.calculate();
  world.state.locks.are = 'there';
  world.callRpc('bulkForget', ['everything'], { as: 'editor' });
  grid.put({ row: 12, column: 2 }, '=TRACE_COMPANY("company-77.example")');
  world.calculate();
  const status = world.callRpc('spending') as { value: { formulasToday: number } };
  expect(status.value.formulasToday).toBe(11);
});

it("an editor's formula spends on the owner's ledger", () => {
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
  fillDown(world, 7, '=TRACE_COMPANY(A#)');
  world.calculate({ as: 'editor' });
  const status = world.callRpc('spending', [], { as: 'editor' }) as { value: { formulasToday: number } };
  expect(status.value.formulasToday).toBe(7);
});

it('what was paid for within 30 days is fetched whatever the limit', async () => {
  const grid = fillDown(world, 20, '=TRACE_COMPANY(A#, "name", "max_age=1h")');
  world.calculate();
  setSpendPolicy(world, { mode: 'onRequest' });
  world.state.clock.advance(48 * HOUR_MS);
  recalculate(world, grid);
  expect({ tally: tally(grid, 20), requests: await requests() }).toEqual({ tally: { answered: 20 }, requests: 2 });
});
