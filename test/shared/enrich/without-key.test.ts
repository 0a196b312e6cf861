import { priceRun } from '../../../shared/enrich/plan/price';
import { Bench, DAYS_30, INDUSTRY } from '../../fakes/bulk-bench';
import { drive } from '../../fakes/bulk-drive';

/** A file whose user has no key, with saved answers to practice companies. */
function without(key: readonly string[], practice: readonly string[]): Bench {
  const bench = new Bench([['domain'], ...key.map((domain) => [domain])]);
  bench.host.account = null;
  for (const domain of practice) {
    const text = JSON.stringify([domain, bench.host.nowMs, { name: 'N', industry: 'Food' }]);
    bench.host.cache.set(`trace1||company|${domain}`, text);
  }
  return bench;
}

test('practice companies cost nothing, are filled and can be undone without a key', async () => {
  const bench = without(['a.example', 'b.example'], ['a.example', 'b.example']);
  const plan = await bench.plan();
  const price = await drive((ports) => priceRun(ports, plan, DAYS_30), bench.host, bench.grid);
  const { summary } = await bench.start(plan);
  expect({
    most: price.most,
    fresh: price.quote.fresh,
    creditsUsed: summary.creditsUsed,
    requests: bench.requests,
  }).toEqual({ most: 0, fresh: 2, creditsUsed: 0, requests: 0 });
  expect(bench.grid.values().map((row) => row[1])).toEqual([plan.targets[0]?.title, 'Food', 'Food']);
  await bench.undo();
  expect(bench.grid.values().map((row) => row[1] ?? '')).toEqual(['', '', '']);
});

test('a preview of practice companies needs no key', async () => {
  const bench = without(['a.example', 'b.example'], ['a.example', 'b.example']);
  const end = await bench.start(undefined, { rows: 1 });
  expect({ is: end.is, why: end.why, credits: end.summary.creditsUsed, requests: bench.requests }).toEqual({
    is: 'preview',
    why: null,
    credits: 0,
    requests: 0,
  });
});

test.each([{ cap: null }, { cap: 5 }])(
  'any other company needs a key before the sheet is changed: %j',
  async (limit) => {
    const bench = without(['a.example', 'b.com'], ['a.example']);
    const plan = await bench.plan(INDUSTRY);
    await expect(bench.start(plan, limit)).rejects.toMatchObject({ code: 'noKey' });
    await expect(bench.start(plan, { ...limit, rows: 1 })).rejects.toMatchObject({ code: 'noKey' });
    expect({ requests: bench.requests, values: bench.grid.values() }).toEqual({
      requests: 0,
      values: [['domain'], ['a.example'], ['b.com']],
    });
  },
);
