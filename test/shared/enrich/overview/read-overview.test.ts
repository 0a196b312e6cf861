import { readOverview } from '../../../../shared/enrich/overview/read-overview';
import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import type { HttpRequest } from '../../../../shared/client/exchange';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const STACK: readonly Choice[] = [{ adds: 'technologies', field: 'name', category: null }];

function api({ method, path, body }: HttpRequest) {
  if (method === 'GET') {
    const rows = [{ partner_name: 'AWS', partner_domain: 'aws.com' }];
    return json(200, { company: { slug: path.split('/')[2] }, data: rows, total: 1 });
  }
  const results = (body as { domains: readonly string[] }).domains.map((domain) =>
    domain === 'none.example'
      ? { domain, status: 'not_tracked', company: null }
      : {
          ...{ domain, status: 'found' },
          company: {
            primary_domain: domain.replace(/^old-/, ''),
            country: 'Germany',
            technologies: [{ name: 'React' }],
          },
        },
  );
  return json(200, { results });
}

async function enrich(inputs: readonly string[], choices = STACK): Promise<Bench> {
  const bench = new Bench([['domain'], ...inputs.map((input) => [input])], api);
  await bench.start(await bench.plan(choices));
  return bench;
}

test('companies count once each, whatever their rows, and nothing is sent', async () => {
  const bench = await enrich([
    'a.example',
    'https://www.a.example/',
    'old-a.example',
    'b.example',
    'none.example',
    'n/a',
  ]);
  const before = bench.host.requests.length;
  const overview = await drive((ports) => readOverview(ports), bench.host, bench.grid);
  expect([overview, bench.host.requests.length - before]).toEqual([
    {
      ...{ companies: 3, withData: 2, withoutData: 0, notTracked: 1, unsaved: 0 },
      tables: [
        { is: 'technologies', of: 2, rows: [{ name: 'React', companies: 2 }] },
        { is: 'countries', of: 2, rows: [{ name: 'Germany', companies: 2 }] },
      ],
    },
    0,
  ]);
});

test('the latest partners, which are lists of their own, are counted too', async () => {
  const bench = await enrich(['a.example', 'b.example'], [{ adds: 'partners', field: 'name', type: null, top: 3 }]);
  const { tables } = await drive((ports) => readOverview(ports), bench.host, bench.grid);
  expect(tables.find(({ is }) => is === 'partners')).toEqual({
    ...{ is: 'partners', of: 2 },
    rows: [{ name: 'AWS', companies: 2 }],
  });
});

test('rows outside the selection are not counted', async () => {
  const bench = new Bench([['domain'], ['a.example'], ['b.example'], ['c.example']], api);
  const plan = await bench.plan(STACK);
  await bench.start({ ...plan, rows: plan.rows.slice(0, 2), selected: plan.selected.slice(0, 2) });
  expect((await drive((ports) => readOverview(ports), bench.host, bench.grid)).companies).toBe(2);
});

test('companies whose answers are gone are counted apart', async () => {
  const bench = await enrich(['a.example', 'b.example']);
  bench.host.cache.clear();
  expect(await drive((ports) => readOverview(ports), bench.host, bench.grid)).toEqual({
    ...{ companies: 2, withData: 0, withoutData: 0, notTracked: 0, unsaved: 2 },
    tables: [],
  });
});

test('without an enrichment there is nothing to count', async () => {
  const bench = new Bench([['domain'], ['a.example']], api);
  await expect(drive((ports) => readOverview(ports), bench.host, bench.grid)).rejects.toMatchObject({
    code: 'runGone',
  });
});
