import { sandbox, useSpreadsheets, world } from '../spreadsheet';

const OUT_OF_TIME = '#TRACE: Out of time. Choose Retry problems on a computer to continue. Fetched rows are kept.';
const TIMED_OUT = '#TRACE: Trace took too long. Wait a minute, then choose Retry problems on a computer.';

/** Slugs are asked for one by one, so 100 of them are 5 waves of 20 requests. */
const SLUGS = Array.from({ length: 100 }, (_row, index) => [`company-${index + 1}`]);

useSpreadsheets();

/** How many rows show what, in the order in which they come. */
function tally(cells: readonly (readonly unknown[])[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const [cell] of cells) {
    const shown = String(cell).replace(/^Company \d+$/, 'answered');
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  return [...counts];
}

it('no wave begins after 20 s, and the rows that are left say so', () => {
  world.state.network.takesMs = 7_000;
  const { cells, tookMs } = world.typeFormula('TRACE_COMPANY', [SLUGS]);
  expect({ tally: tally(cells), tookMs }).toEqual({
    tally: [
      ['answered', 60],
      [OUT_OF_TIME, 40],
    ],
    tookMs: 21_000,
  });
});

it('entered again, the formula goes on where it stopped', async () => {
  world.state.network.takesMs = 7_000;
  world.typeFormula('TRACE_COMPANY', [SLUGS]);
  const { cells } = world.typeFormula('TRACE_COMPANY', [SLUGS]);
  expect({ tally: tally(cells), requests: (await sandbox.log()).length }).toEqual({
    tally: [['answered', 100]],
    requests: 100,
  });
});

it('a server that really is slow is waited for', async () => {
  await sandbox.faults({ fault: 'slow', times: null, delayMs: 300 });
  const { cells, tookMs } = world.typeFormula('TRACE_COMPANY', [SLUGS.slice(0, 40)]);
  expect({ tally: tally(cells), waited: tookMs >= 600 }).toEqual({ tally: [['answered', 40]], waited: true });
});

it('a request that hangs is given up and asked for again, and Google does not end the run', () => {
  world.state.network.takesMs = 100_000;
  const { cells, note, calls, tookMs } = world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  const fetches = calls.filter((call) => call.startsWith('UrlFetchApp')).length;
  expect({ cells, note, fetches, inTime: tookMs < 27_000 }).toEqual({
    cells: [[TIMED_OUT]],
    note: null,
    fetches: 2,
    inTime: true,
  });
});

it('when a whole wave hangs, single requests go on as long as there is time', () => {
  world.state.network.takesMs = 100_000;
  const { cells, note, tookMs } = world.typeFormula('TRACE_COMPANY', [SLUGS]);
  expect({ tally: tally(cells), note, inTime: tookMs < 27_000 }).toEqual({
    tally: [
      [TIMED_OUT, 1],
      [OUT_OF_TIME, 99],
    ],
    note: null,
    inTime: true,
  });
});

it('should Google not honour the time-out, it ends the run and shows its own error', () => {
  world.state.network.takesMs = 31_000;
  world.state.network.honoursTimeout = false;
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com'])).toMatchObject({
    cells: [['#ERROR!']],
    note: 'Exceeded maximum execution time',
  });
});

it('a wait that ends after 20 s is not begun', async () => {
  world.state.network.takesMs = 9_000;
  await sandbox.faults({ fault: 'rate-limited', times: null, retryAfterSeconds: 5 });
  const { cells, tookMs } = world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect({ cells, tookMs }).toEqual({
    cells: [
      ['#TRACE: Trace gets too many requests from this key. Wait 5 seconds, then choose Retry problems on a computer.'],
    ],
    // Includes the time in which it waits for other formulas to ask.
    tookMs: 23_350,
  });
});
