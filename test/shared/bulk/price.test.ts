import type { Choice } from '../../../shared/bulk/choice';
import { checkCap, previewRun, priceRun } from '../../../shared/bulk/price';
import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { Bench, companyOf, DAYS_30, INDUSTRY } from '../../fakes/bulk-bench';
import { drive } from '../../fakes/memory-grid';
import { json } from '../../fakes/memory-host';

const PARTNERS: readonly Choice[] = [{ adds: 'partners', field: 'name', type: null }];

/** A company has as many partners as the number in its domain says; `u3.example` does not tell how many. */
function partnersApi({ operation, path, body }: HttpRequest): Exchange {
  const { domains } = (body ?? { domains: [] }) as { domains: readonly string[] };
  const count = (domain: string): number => Number(/\d+/.exec(domain)?.[0]);
  const listOf = (domain: string, most: number): object[] =>
    Array.from({ length: Math.min(count(domain), most) }, (_partner, at) => ({
      name: `P${at}`,
      domain: `p${at}.${domain}`,
      last_observed_at: '2026-01-01',
    }));
  if (operation === 'companies.batch') {
    const results = domains.map((domain) => {
      const told = domain.startsWith('u') ? {} : { partnership_count: count(domain) };
      return { domain, status: 'found', company: { ...companyOf(domain), ...told } };
    });
    return json(200, { results });
  }
  if (operation === 'enrichment.partnerships') {
    const results = domains.map((domain) => ({
      domain,
      status: 'found',
      partnership_count: count(domain),
      partnerships: listOf(domain, 1_000),
    }));
    return json(200, { results });
  }
  const domain = path.split('/')[2]!;
  const limit = Number(/limit=(\d+)/.exec(path)?.[1]);
  const data = listOf(domain, limit);
  const pagination = { page: 1, page_size: limit, total_results: count(domain), total_pages: 9 };
  return json(200, { company: { primary_domain: domain }, data, pagination });
}

const price = (
  bench: Bench,
  choices: readonly Choice[],
): ReturnType<typeof priceRun> extends Generator<unknown, infer T> ? T : never =>
  drive(priceRun(bench.plan(choices), DAYS_30), bench.host, bench.grid);

test('the price is told without a request, and errs upwards', () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['x1.example'], ['none.example']]);
  expect(price(bench, INDUSTRY)).toMatchObject({ most: 3, quote: { rows: 4, duplicates: 1, toPay: 3, fresh: 0 } });
  expect(bench.requests).toBe(0);
  bench.start();
  bench.grid.rows.push([{ value: 'x3.example' }]);
  expect(price(bench, INDUSTRY)).toMatchObject({ most: 1 });
});

test('a preview that fails says why, row by row', () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']], () => json(402, { error: 'credit_exhausted' }));
  const { rows } = drive(previewRun(bench.plan(INDUSTRY), { cap: 10, maxAgeMs: DAYS_30 }), bench.host, bench.grid);
  expect(rows.map(({ cells, problem }) => [cells, problem])).toEqual([
    [[null], 'The Trace credits are used up. Top up under Trace > Settings > Usage & Credits.'],
    [[null], 'The Trace credits are used up. Top up under Trace > Settings > Usage & Credits.'],
  ]);
});

test('credits used are those quoted', () => {
  const bench = new Bench([['domain'], ...Array.from({ length: 250 }, (_row, at) => [`x${at}.example`])]);
  const { most } = price(bench, INDUSTRY);
  const { summary } = bench.start(bench.plan(), { quoted: most! });
  expect(summary).toMatchObject({ creditsQuoted: 250, creditsUsed: 250 });
});

test('partners of unknown number need a limit', () => {
  const bench = new Bench([['domain'], ['x1.example']], partnersApi);
  const told = price(bench, PARTNERS);
  expect(told.most).toBeNull();
  expect(() => checkCap(told, null)).toThrow('Set a limit for this run');
  expect(() => checkCap(told, 10)).not.toThrow();
});

test('a preview is kept: the run does not pay for it again', () => {
  const bench = new Bench([['domain'], ...Array.from({ length: 5 }, (_row, at) => [`x${at}.example`])]);
  const plan = bench.plan();
  const preview = drive(previewRun(plan, { cap: null, maxAgeMs: DAYS_30 }), bench.host, bench.grid);
  expect(preview.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [1, { kind: 'text', text: 'Industry x0', isLiteral: false }],
    [2, { kind: 'text', text: 'Industry x1', isLiteral: false }],
    [3, { kind: 'text', text: 'Industry x2', isLiteral: false }],
  ]);
  expect(preview.credits).toBe(3);
  expect(bench.grid.values()[1]).toEqual(['x0.example']);
  expect(bench.start(plan).summary).toMatchObject({ found: 5, creditsUsed: 2 });
});

test('a batch of partners is sent only where the most that it can cost fits the limit', () => {
  const bench = new Bench([['domain'], ['x3.example'], ['x50.example'], ['x2.example']], partnersApi);
  const end = bench.start(bench.plan(PARTNERS), { cap: 10 });
  expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' }, summary: { found: 2, open: 1 } });
  expect(end.summary.creditsUsed).toBe(3 + 3 + 2);
  expect(bench.grid.values().map((row) => row[1] ?? '')).toEqual(['partners', 'P0, P1, P2', '', 'P0, P1']);
  const batches = bench.host.requests.filter(({ operation }) => operation === 'enrichment.partnerships');
  expect(batches.map(({ body }) => (body as { domains: string[] }).domains)).toEqual([['x3.example', 'x2.example']]);
});

test('where a company does not tell how many partners it has, no more are asked for than the limit leaves', () => {
  const bench = new Bench([['domain'], ['u50.example']], partnersApi);
  const end = bench.start(bench.plan(PARTNERS), { cap: 5 });
  expect(end.summary.creditsUsed).toBeLessThanOrEqual(5);
  expect(bench.grid.values()[1]![1]).toBe('P0, P1, P2, P3 … +46 more');
});
