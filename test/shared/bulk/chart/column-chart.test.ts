import type { Bar } from '../../../../shared/bulk/chart/top-values';
import { chartable, readColumnChart } from '../../../../shared/bulk/chart/column-chart';
import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import type { Choice } from '../../../../shared/bulk/plan/column-spec';
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

test('pictures are drawn of lists, not of numbers and facts', () => {
  expect(chartable(CHOICES)).toEqual([1]);
});

test('what a run has filled is counted by its values', async () => {
  const bench = new Bench([['domain'], ['a.example'], ['b.example']], techApi);
  await bench.start(await bench.plan(CHOICES));
  const run = await drive(lookAtRun, bench.host, bench.grid);
  if (run.is !== 'run') throw new Error('no run');
  expect(await drive((ports) => readColumnChart(ports, run.head, 1), bench.host, bench.grid)).toEqual([
    { name: 'React', rows: 2 },
    { name: 'Stripe', rows: 1 },
  ]);
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
  const run = await drive(lookAtRun, bench.host, bench.grid);
  if (run.is !== 'run') throw new Error('no run');
  const picture = async (): Promise<readonly Bar[]> =>
    await drive((ports) => readColumnChart(ports, run.head, 0), bench.host, bench.grid);
  expect(await picture()).toEqual([
    { name: 'Smith, Jones & Sons', rows: 2 },
    { name: 'Acme, Inc.', rows: 1 },
    { name: 'Beta, Inc.', rows: 1 },
  ]);
  bench.host.cache.clear();
  expect((await picture()).map(({ name }) => name)).toEqual(['Jones & Sons', 'Smith', 'Acme, Inc.', 'Beta, Inc.']);
});
