import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { checkCap, priceRun, type RunPrice } from '../../../../shared/enrich/plan/price';
import { Bench, DAYS_30, INDUSTRY } from '../../../fakes/bulk-bench';
import { PARTNERS, partnersApi, partnersOf } from '../../../fakes/bulk-partners';
import { drive } from '../../../fakes/bulk-drive';

const price = async (bench: Bench, choices: readonly Choice[]): Promise<RunPrice> => {
  const plan = await bench.plan(choices);
  return await drive((ports) => priceRun(ports, plan, DAYS_30), bench.host, bench.grid);
};

test('the price is told without a request, and errs upwards', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['x1.example'], ['none.example']]);
  expect(await price(bench, INDUSTRY)).toMatchObject({
    most: 3,
    quote: { rows: 4, duplicates: 1, toPay: 3, fresh: 0 },
  });
  expect(bench.requests).toBe(0);
  await bench.start();
  bench.grid.rows.push([{ value: 'x3.example' }]);
  expect(await price(bench, INDUSTRY)).toMatchObject({ most: 1 });
});

test('credits used are those quoted', async () => {
  const bench = new Bench([['domain'], ...Array.from({ length: 250 }, (_row, at) => [`x${at}.example`])]);
  const { most } = await price(bench, INDUSTRY);
  const { summary } = await bench.start(await bench.plan(), { quoted: most! });
  expect(summary).toMatchObject({ creditsUsed: 250 });
});

test('partners of unknown number need a limit', async () => {
  const bench = new Bench([['domain'], ['x1.example']], partnersApi);
  const told = await price(bench, PARTNERS);
  expect(told.most).toBeNull();
  expect(() => checkCap(told, null)).toThrow('Set a limit: the partner count');
  expect(() => checkCap(told, 10)).not.toThrow();
});

test('the most that a preview costs is shown, even if the cost of the enrichment is unknown', async () => {
  const bench = new Bench(
    [['domain'], ...Array.from({ length: 5 }, (_row, at) => [`x${40 + at}.example`])],
    partnersApi,
  );
  const told = async (choices: readonly Choice[]) => (await price(bench, choices)).previewMost;
  const plan = await bench.plan(PARTNERS);
  expect([await told(INDUSTRY), await told(PARTNERS)]).toEqual([3, 100]);
  const { summary } = await bench.start(plan, { cap: 100, rows: 3 });
  expect(summary.creditsUsed).toBeLessThanOrEqual(100);
  // The sample counts the partners of each of its companies, though the limit cut the last list.
  expect((await price(bench, PARTNERS)).partnersEstimate).toMatchObject({ known: 3, averagePartners: 41 });
});

test('a batch of partners holds the rows that fit the limit, in their order; the list of the next one is cut', async () => {
  const rows = ['x3.example', 'x50.example', 'x2.example', 'x60.example', 'x1.example'];
  const bench = new Bench([['domain'], ...rows.map((row) => [row])], partnersApi);
  const end = await bench.start(await bench.plan(PARTNERS), { cap: 110 });
  expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' }, summary: { found: 3, open: 2 } });
  const batches = bench.host.requests.filter(({ operation }) => operation === 'enrichment.partnerships');
  expect(batches.map(({ body }) => (body as { domains: string[] }).domains)).toEqual([rows.slice(0, 3)]);
  const shown = bench.grid.values().map((row) => String(row[1] ?? ''));
  expect([shown[1], shown[3], shown[5]]).toEqual(['P0, P1, P2', 'P0, P1', '']);
  expect(shown[4]).toMatch(/^P0, .* … \+9 more$/);
  expect(end.summary.creditsUsed).toBe(110);
  expect(await bench.resume({ limit: 200 })).toMatchObject({ is: 'done', summary: { found: 5, open: 0 } });
  expect(String(bench.grid.values()[4]![1])).not.toContain('more');
});

test('if a company does not tell how many partners it has, no more are asked for than the limit leaves', async () => {
  const bench = new Bench([['domain'], ['u50.example']], partnersApi);
  const end = await bench.start(await bench.plan(PARTNERS), { cap: 5 });
  expect(end.summary.creditsUsed).toBeLessThanOrEqual(5);
  expect(bench.grid.values()[1]![1]).toBe('P0, P1, P2, P3, P4 … +45 more');
});

test('a count of partners that has grown since it was remembered passes no limit', async () => {
  let partners = 2;
  const bench = new Bench([['domain'], ...Array.from({ length: 5 }, (_row, at) => [`x${at}.example`])], (request) =>
    partnersOf(() => partners)(request),
  );
  await bench.start(await bench.plan([{ adds: 'company', field: 'partnership_count' }]));
  partners = 40;
  bench.host.nowMs += 20 * 86_400_000;
  const paid = bench.host.spending.counters.runs;
  const { most } = await price(bench, PARTNERS);
  const end = await bench.startNext(await bench.plan(PARTNERS), { cap: most });
  expect({ most, is: end.is, why: end.why?.code, creditsUsed: end.summary.creditsUsed }).toEqual({
    most: 10,
    is: 'paused',
    why: 'runCapReached',
    creditsUsed: 10,
  });
  expect(bench.grid.values()[1]![2]).toBe('P0, P1, P2, P3, P4, P5, P6, P7, P8, P9 … +30 more');
  expect((await bench.resume({ limit: 85 })).summary).toMatchObject({ found: 2, creditsUsed: 85 });
  expect(paid).toBe(5);
});

test('an enrichment with an unknown price does not begin without a limit, whoever asks for it', async () => {
  const bench = new Bench([['domain'], ['x1.example']], partnersApi);
  await expect(async () => await bench.start(await bench.plan(PARTNERS))).rejects.toThrow(
    'Set a limit: the partner count',
  );
  expect({ requests: bench.requests, record: bench.grid.record }).toEqual({ requests: 0, record: null });
  await bench.start(await bench.plan([{ adds: 'company', field: 'partnership_count' }]));
  expect((await bench.startNext(await bench.plan(PARTNERS))).is).toBe('done');
});

test('an enrichment has a limit even if none was typed: its price', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['x1.example']]);
  expect((await bench.start()).enrichment.spent.limit).toBe(2);
});

test('the company that others are compared with is in the price', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']], partnersApi);
  await bench.start(await bench.plan(PARTNERS), { cap: 100 });
  const shared = (company: string): readonly Choice[] => [{ adds: 'sharedPartners', company, field: 'name' }];
  expect(await price(bench, shared('https://www.x2.example/'))).toMatchObject({
    most: 0,
    quote: { rows: 2, fresh: 2 },
  });
  expect(await price(bench, shared('x300.example'))).toMatchObject({
    most: null,
    quote: { rows: 2, toPay: 1, unknown: 1 },
  });
});

test('a word that names no company has no price, and says what is wrong with it', async () => {
  const bench = new Bench([['domain'], ['x1.example']], partnersApi);
  const shared: readonly Choice[] = [{ adds: 'sharedPartners', company: 'Stripe Inc', field: 'name' }];
  await expect(async () => await price(bench, shared)).rejects.toThrow(
    '"Stripe Inc" is not a domain: it contains spaces.',
  );
});

test('partners of companies that Trace is known not to track cost nothing, and nothing is asked', async () => {
  const bench = new Bench([['domain'], ['none1.example'], ['none2.example']], partnersApi);
  await bench.start(await bench.plan(INDUSTRY));
  bench.host.nowMs += 3_600_000;
  const before = bench.requests;
  expect(await price(bench, PARTNERS)).toMatchObject({ most: 0, quote: { toPay: 0, leastCredits: 0 } });
  const { summary } = await bench.startNext(await bench.plan(PARTNERS), { quoted: 0, cap: 0 });
  expect({ ...summary, requests: bench.requests - before }).toMatchObject({
    notTracked: 2,
    creditsUsed: 0,
    requests: 0,
  });
});

test('partners of unknown number are estimated from companies that are known, without a request', async () => {
  const bench = new Bench([['domain'], ...Array.from({ length: 5 }, (_row, at) => [`x${at}.example`])], partnersApi);
  expect((await price(bench, PARTNERS)).partnersEstimate).toBeNull();
  await bench.start(await bench.plan(PARTNERS), { cap: 100, rows: 2 });
  const before = bench.requests;
  expect((await price(bench, PARTNERS)).partnersEstimate).toMatchObject({ companies: 3, known: 2 });
  expect(bench.requests).toBe(before);
  expect((await price(bench, INDUSTRY)).partnersEstimate).toBeNull();
});
