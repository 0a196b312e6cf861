import { discardRun } from '../../../../shared/bulk/run/inspect';
import { undoRun } from '../../../../shared/bulk/undo/undo';
import type { TraceError } from '../../../../shared/errors/trace-error';
import { api, Bench, companyOf } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

test('who runs second in one file is told', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  bench.grid.lease = { holder: 'theirs', untilMs: bench.host.nowMs + 1_000 };
  await expect(async () => await bench.start()).rejects.toThrow('Someone else');
  expect(bench.requests).toBe(0);
  expect(bench.grid.journal).toBeNull();
});

test.each([
  ['an undo', async (bench: Bench) => await drive(undoRun, bench.host, bench.grid)],
  ['a discard', async (bench: Bench) => await drive(discardRun, bench.host, bench.grid)],
  ['a resumption', async (bench: Bench) => await bench.resume()],
])('%s that is asked for in a second panel touches nothing of a run under way', async (_what, ask) => {
  const bench = new Bench([['domain'], ...column(2_500)]);
  const problems: string[] = [];
  bench.grid.before = async (effect) => {
    if (effect.ask !== 'http' || problems.length > 0) return;
    const { before } = bench.grid;
    bench.host.random = 0.5;
    bench.grid.before = ({ ask: asked }) => {
      if (asked === 'journal.load') problems.push('it has looked into the journal');
    };
    try {
      await ask(bench);
    } catch (thrown) {
      problems.push((thrown as TraceError).code);
    }
    bench.grid.before = before;
  };
  expect(await bench.start()).toMatchObject({ is: 'done', summary: { found: 2_500 } });
  expect(problems).toEqual(['runElsewhere']);
  expect(bench.grid.values()[2_000]).toEqual(['x1999.example', 'Industry x1999']);
  expect(bench.grid.lease).toBeNull();
});

test('a wait whose length is left to chance is one of whole milliseconds, for which the file is held', async () => {
  let failures = 5;
  const bench = new Bench([['domain'], ['x1.example']], (request) => (failures-- > 0 ? json(503, {}) : api(request)));
  bench.host.random = 0.123_456;
  expect(await bench.start()).toMatchObject({ is: 'done', why: null, summary: { found: 1 } });
});

test('what holds the file lets go of it, also where it fails', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  await expect(async () => await drive(undoRun, bench.host, bench.grid)).rejects.toThrow('damaged');
  bench.grid.journalTotal = 100;
  await expect(async () => await bench.start()).rejects.toThrow('no room');
  bench.grid.journalTotal = 10_000_000;
  await bench.start();
  await drive(discardRun, bench.host, bench.grid);
  expect({ lease: bench.grid.lease, journal: bench.grid.journal }).toEqual({ lease: null, journal: null });
});

test('a panel that has lost the file to another one writes nothing more', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  bench.grid.before = (effect) => {
    if (effect.ask === 'http') bench.grid.lease = { holder: 'theirs', untilMs: bench.host.nowMs + 60_000 };
  };
  expect(await bench.start()).toMatchObject({ is: 'paused', why: { code: 'runElsewhere' } });
  expect(bench.grid.values()[1]).toEqual(['x1.example']);
  expect(bench.grid.lease?.holder).toBe('theirs');
});

test('a run that waits renews its hold all the while, and nothing holds for longer', async () => {
  let refusals = 1;
  const bench = new Bench([['domain'], ['x1.example']], (request) =>
    refusals-- > 0 ? json(429, { detail: 'slow down' }, '600') : api(request),
  );
  const heldMs: number[] = [];
  bench.grid.before = (effect) => {
    if (effect.ask === 'sleep') heldMs.push(bench.grid.lease!.untilMs - bench.host.nowMs);
  };
  await bench.start();
  expect({
    renewals: heldMs.length,
    first: heldMs[0],
    longest: Math.max(...heldMs),
    shortest: Math.min(...heldMs),
  }).toEqual({ renewals: 600, first: 120_000, longest: 120_000, shortest: 61_000 });
});

test('a run whose answers take long holds the file all the while', async () => {
  // Which are asked for one by one.
  const slugs = Array.from({ length: 60 }, (_row, index) => [`slug-${index}`]);
  const bench = new Bench([['domain'], ...slugs], ({ path }) => json(200, companyOf(path.split('/').pop()!)!));
  const leftMs: number[] = [];
  bench.grid.before = (effect) => {
    if (effect.ask !== 'http') return;
    leftMs.push(bench.grid.lease!.untilMs - bench.host.nowMs);
    bench.host.nowMs += 50_000;
  };
  expect(await bench.start()).toMatchObject({ is: 'done', summary: { found: 60 } });
  expect({ requests: leftMs.length, isHeldThroughout: Math.min(...leftMs) > 60_000 }).toEqual({
    requests: 6,
    isHeldThroughout: true,
  });
});
