import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { Bench, companyOf, domainsOf, TWO } from '../../fakes/bulk-bench';
import { json } from '../../fakes/memory-host';

const OVERWRITE = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
const STATUS: Choice = { adds: 'status' };

/** Does not track `none.example`, and of `bare.example` knows nothing. */
function start(rows: readonly (readonly string[])[]): Bench {
  return new Bench(rows, (request) =>
    json(200, {
      results: domainsOf(request).map((domain) => {
        const company = domain === 'bare.example' ? { slug: 'bare', primary_domain: domain } : companyOf(domain);
        return { domain, status: company === null ? 'not_tracked' : 'found', company };
      }),
    }),
  );
}

test('an overwriting run leaves a value for which there is no answer, and fills a blank cell beside it', async () => {
  const bench = start([
    ['domain', 'Industry', 'Employees'],
    ['x1.example', 'old', '9'],
    ['none.example', 'mine', ''],
    ['bare.example', 'mine too', '7'],
  ]);
  const end = await bench.start(await bench.plan(TWO, OVERWRITE));
  expect(bench.grid.values().slice(1)).toEqual([
    ['x1.example', 'Industry x1', 2],
    ['none.example', 'mine', 'not tracked'],
    ['bare.example', 'mine too', '7'],
  ]);
  expect(end.summary).toMatchObject({ found: 1, notTracked: 1, noData: 0, filled: [3] });
  await bench.undo();
  expect(bench.grid.values()[2]).toEqual(['none.example', 'mine', '']);
});

test('its status is written anyway, over an earlier one', async () => {
  const bench = start([
    ['domain', 'Industry', 'Employees', 'Status'],
    ['none.example', 'mine', '7', 'found'],
  ]);
  await bench.start(await bench.plan([...TWO, STATUS], OVERWRITE));
  expect(bench.grid.values()[1]).toEqual(['none.example', 'mine', '7', 'not tracked']);
});

test('a company that has the name of a word for "no answer" is found, and its name is written beside a status', async () => {
  const bench = new Bench([['domain'], ['a.example'], ['b.example']], () =>
    json(200, {
      results: [
        { domain: 'a.example', status: 'found', company: { slug: 'a', name: 'none', primary_domain: 'a.example' } },
        {
          domain: 'b.example',
          status: 'found',
          company: { slug: 'b', name: 'not tracked', primary_domain: 'b.example' },
        },
      ],
    }),
  );
  const end = await bench.start(await bench.plan([{ adds: 'company', field: 'name' }, STATUS]));
  expect(bench.grid.values().slice(1)).toEqual([
    ['a.example', 'none', 'found'],
    ['b.example', 'not tracked', 'found'],
  ]);
  expect(end.summary).toMatchObject({ found: 2, noData: 0, notTracked: 0 });
});
