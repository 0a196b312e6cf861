import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { findNotTracked, readInputRows } from '../../../../shared/enrich/plan/not-tracked';
import { Bench, INDUSTRY } from '../../../fakes/bulk-bench';
import { PARTNERS, partnersApi } from '../../../fakes/bulk-partners';

const TABLE = [['domain'], ['nonesuch.example'], ['x1.com'], ['https://nonesuch.example/about'], ['none.com']];

const find = (bench: Bench) =>
  bench.do(async (ports) => findNotTracked(ports, await readInputRows(ports, 'sheet-1', 0)));

test.each<[what: string, choices: readonly Choice[]]>([
  ['facts', INDUSTRY],
  ['partners', PARTNERS],
])('after asking for %s, each company without data is told once with its cells, free', async (_what, choices) => {
  const bench = new Bench(TABLE, partnersApi);
  await bench.start(await bench.plan(choices), { cap: 100 });
  const { requests } = bench;
  expect(await find(bench)).toEqual([
    {
      cells: [
        { row: 1, text: 'nonesuch.example' },
        { row: 3, text: 'https://nonesuch.example/about' },
      ],
      nearest: null,
      isNearestInColumn: false,
    },
    { cells: [{ row: 4, text: 'none.com' }], nearest: null, isNearestInColumn: false },
  ]);
  expect(bench.requests).toBe(requests);
});

test('the company that was meant is one of the column with data', async () => {
  const bench = new Bench([['domain'], ['nonesuch-and-all.com'], ['onesuch-and-all.com'], ['none.com']]);
  await bench.start();
  expect(await find(bench)).toMatchObject([
    { nearest: 'onesuch-and-all.com', isNearestInColumn: true },
    { nearest: null, isNearestInColumn: false },
  ]);
});

test('nothing is told of companies that were never asked', async () => {
  expect(await find(new Bench(TABLE, partnersApi))).toEqual([]);
});
