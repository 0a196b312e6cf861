import type { Bar } from '../../../../shared/enrich/chart/top-values';
import { chartable, findRowsWith, readColumnChart } from '../../../../shared/enrich/chart/column-chart';
import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import type { HttpRequest } from '../../../../shared/client/exchange';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const CHOICES: readonly Choice[] = [
  { adds: 'company', field: 'industry' },
  { adds: 'technologies', field: 'name', category: null },
  { adds: 'technologies', field: 'count', category: null },
];

function techApi({ body }: HttpRequest) {
  const { domains } = body as { domains: readonly string[] };
  const results = domains.map((domain, index) => ({
    domain,
    status: 'found',
    company: {
      primary_domain: domain,
      technologies: (index === 0 ? ['React', 'Stripe'] : ['React']).map((name) => ({ name })),
    },
  }));
  return json(200, { results });
}

test('pictures are drawn of lists, then of facts that companies share, not of numbers', () => {
  expect(chartable(CHOICES)).toEqual([1, 0]);
});

test('a fact counts as a whole, though it has commas', async () => {
  const bench = new Bench([['domain'], ['a.example'], ['b.example'], ['none.example']], ({ body }) => {
    const results = (body as { domains: readonly string[] }).domains.map((domain) =>
      domain === 'none.example'
        ? { domain, status: 'not_tracked', company: null }
        : { domain, status: 'found', company: { primary_domain: domain, industry: 'Software, Internet' } },
    );
    return json(200, { results });
  });
  await bench.start(await bench.plan([{ adds: 'company', field: 'industry' }]));
  const run = await bench.find();
  if (run.is !== 'enrichment') throw new Error('no run');
  expect(await drive((ports) => readColumnChart(ports, run.enrichment.head, 0), bench.host, bench.grid)).toEqual({
    bars: [{ name: 'Software, Internet', rows: 2 }],
    answered: 2,
  });
});

test('the rows of a bar are found where they stand now', async () => {
  const bench = new Bench([['domain'], ['a.example'], ['b.example'], ['c.example']], techApi);
  await bench.start(await bench.plan(CHOICES));
  const run = await bench.find();
  if (run.is !== 'enrichment') throw new Error('no run');
  bench.grid.rows.push(bench.grid.rows.splice(1, 1)[0]!);
  const find = async (value: string) =>
    await drive((ports) => findRowsWith(ports, run.enrichment.head, 1, value), bench.host, bench.grid);
  expect({ stripe: await find('Stripe'), reactRows: (await find('React')).rows }).toEqual({
    stripe: { sheet: 'sheet-1', column: 2, rows: [3], titleRow: 0, texts: ['React, Stripe'], domains: ['a.example'] },
    reactRows: [1, 2, 3],
  });
});

test('what a run has filled is counted by its values', async () => {
  const bench = new Bench([['domain'], ['a.example'], ['b.example']], techApi);
  await bench.start(await bench.plan(CHOICES));
  const run = await bench.find();
  if (run.is !== 'enrichment') throw new Error('no run');
  expect(await drive((ports) => readColumnChart(ports, run.enrichment.head, 1), bench.host, bench.grid)).toEqual({
    bars: [
      { name: 'React', rows: 2 },
      { name: 'Stripe', rows: 1 },
    ],
    answered: 2,
  });
});

test('values with commas in them are counted whole, also where the answers are forgotten', async () => {
  const partnersOf = (domain: string): readonly string[] =>
    domain === 'a.example' ? ['Acme, Inc.', 'Beta, Inc.', 'Smith, Jones & Sons'] : ['Smith, Jones & Sons'];
  const bench = new Bench([['domain'], ['a.example'], ['b.example']], ({ body }) => {
    const { domains } = body as { domains: readonly string[] };
    const results = domains.map((domain) => ({
      domain,
      status: 'found',
      company: { primary_domain: domain, partnership_count: partnersOf(domain).length },
      partnership_count: partnersOf(domain).length,
      partnerships: partnersOf(domain).map((name) => ({ name })),
    }));
    return json(200, { results });
  });
  await bench.start(await bench.plan([{ adds: 'partners', field: 'name', type: null }]), { cap: 100 });
  const run = await bench.find();
  if (run.is !== 'enrichment') throw new Error('no run');
  const picture = async (): Promise<readonly Bar[]> =>
    (await drive((ports) => readColumnChart(ports, run.enrichment.head, 0), bench.host, bench.grid)).bars;
  expect(await picture()).toEqual([
    { name: 'Smith, Jones & Sons', rows: 2 },
    { name: 'Acme, Inc.', rows: 1 },
    { name: 'Beta, Inc.', rows: 1 },
  ]);
  bench.host.cache.clear();
  expect((await picture()).map(({ name }) => name)).toEqual(['Jones & Sons', 'Smith', 'Acme, Inc.', 'Beta, Inc.']);
});
