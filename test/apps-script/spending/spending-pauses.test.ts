import { countCalls, fillDown, names, recalculate, shownIn, tally } from '../formulas/sheet-of-formulas';
import { requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

const HOUR_MS = 3_600_000;

useSpreadsheets();

describe('where the account has too few credits', () => {
  const SHORT =
    '#TRACE: Not enough Trace credits: 10 needed, 10 missing. Top up at app.tracedata.ai, under Settings > Usage & Credits.';

  it('what fits is answered, the other cells say how many are missing and send nothing for a minute', async () => {
    await sandbox.reset({ credits: 10 });
    const grid = fillDown(world, 40, '=TRACE_COMPANY(A#)');
    world.calculate();
    const first = { shown: tally(grid, 40), requests: await requests() };
    recalculate(world, grid);
    const meanwhile = { shown: tally(grid, 40), requests: await requests() };
    world.state.clock.advance(61_000);
    await sandbox.reset();
    recalculate(world, grid);
    expect({ first, meanwhile, then: tally(grid, 40) }).toEqual({
      // All 40, the ten that fit, and, since these were answered, ten more of those that wait.
      first: { shown: { answered: 10, [SHORT]: 30 }, requests: 3 },
      meanwhile: { shown: { answered: 10, [SHORT]: 30 }, requests: 3 },
      then: { answered: 40 },
    });
  });

  it('the owner’s panel shows what is left, and no other panel does', async () => {
    await sandbox.reset({ credits: 0 });
    fillDown(world, 40, '=TRACE_COMPANY(A#)');
    world.calculate();
    expect([world.callRpc('spending', []), world.callRpc('spending', [], { as: 'editor' })]).toEqual([
      { ok: true, value: expect.objectContaining({ creditsLeft: 0 }) },
      { ok: true, value: expect.not.objectContaining({ creditsLeft: 0 }) },
    ]);
  });

  it.each(['retryProblems', 'testKey'] as const)(
    'after %s all may go, where credits were bought meanwhile',
    async (message) => {
      await sandbox.reset({ credits: 0 });
      const grid = fillDown(world, 40, '=TRACE_COMPANY(A#)');
      world.calculate();
      await sandbox.reset();
      world.callRpc(message, []);
      recalculate(world, grid);
      expect(tally(grid, 40)).toEqual({ answered: 40 });
    },
  );

  it('someone who may edit the file may retry for its owner', async () => {
    await sandbox.reset({ credits: 0 });
    const grid = fillDown(world, 40, '=TRACE_COMPANY(A#)');
    world.calculate();
    await sandbox.reset();
    world.callRpc('retryProblems', [], { as: 'editor' });
    world.calculate({ as: 'editor' });
    expect({ shown: tally(grid, 40), requests: await requests() }).toEqual({ shown: { answered: 40 }, requests: 1 });
  });
});

describe('after a failure that meets every request nothing is sent', () => {
  it('until the key changes where it is refused', async () => {
    world.callRpc('setKey', ['trace_wrong', 'anotherAccount']);
    const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
    world.calculate();
    world.state.clock.advance(5 * HOUR_MS);
    recalculate(world, grid);
    const refused = {
      shown: Object.keys(tally(grid, 10)).map((text) => text.slice(0, 33)),
      requests: await requests(),
    };
    world.callRpc('setKey', ['trace_demo', 'sameAccount']);
    recalculate(world, grid);
    expect({ refused, then: tally(grid, 10) }).toEqual({
      refused: { shown: ['#TRACE: Trace refused the API key'], requests: 1 },
      then: { answered: 10 },
    });
  });

  it('until Retry-After where there are too many, even where that is an hour', async () => {
    await sandbox.faults({ fault: 'rate-limited', times: null, retryAfterSeconds: 3_600 });
    const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
    world.calculate();
    const first = await requests();
    world.state.clock.advance(50 * 60_000);
    recalculate(world, grid);
    const meanwhile = { shown: tally(grid, 10), requests: (await requests()) - first };
    await sandbox.reset();
    world.state.clock.advance(11 * 60_000);
    recalculate(world, grid);
    expect({ few: first <= 3, meanwhile, then: tally(grid, 10) }).toEqual({
      few: true,
      meanwhile: {
        shown: {
          '#TRACE: Trace gets too many requests from this key. Wait 600 seconds, then choose Retry problems on a computer.': 10,
        },
        requests: 0,
      },
      then: { answered: 10 },
    });
  });

  it("for an hour where Google's own limit is used up", () => {
    world.state.network.callsLeft = 0;
    const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
    const first = countCalls(world.calculate())[2];
    const again = recalculate(world, grid)[2];
    world.state.network.callsLeft = 20_000;
    world.state.clock.advance(61 * 60_000);
    recalculate(world, grid);
    expect({ first, again, then: tally(grid, 10) }).toEqual({ first: 1, again: 0, then: { answered: 10 } });
  });

  it('shown answers stay visible', async () => {
    const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
    world.calculate();
    world.state.clock.advance(24 * HOUR_MS);
    await sandbox.faults({ fault: 'credits-out', times: null });
    grid.enter('B12', '=TRACE_COMPANY("company-99.example")');
    world.calculate();
    recalculate(world, grid);
    expect(shownIn(grid, 2, 10)).toEqual(names(10));
  });
});
