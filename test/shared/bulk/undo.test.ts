import { undoRun, type Undone } from '../../../shared/bulk/undo';
import { api, Bench } from '../../fakes/bulk-bench';
import { drive } from '../../fakes/memory-grid';
import { json } from '../../fakes/memory-host';

const undo = (bench: Bench): Undone => drive(undoRun(), bench.host, bench.grid);

test('what an overwritten cell held comes back, also where its row was done once more with another answer', () => {
  let isBroken = true;
  const bench = new Bench(
    [
      ['domain', 'as_of', 'partners'],
      ['x1.example', 'old', ''],
    ],
    (request) => {
      if (request.operation === 'companies.batch') return api(request);
      if (isBroken) return json(422, { detail: 'no' });
      const company = { name: 'x1', primary_domain: 'x1.example' };
      const found = { domain: 'x1.example', status: 'found', partnership_count: 0, company, partnerships: [] };
      return json(200, { results: [found] });
    },
  );
  const plan = bench.plan(
    [
      { adds: 'company', field: 'as_of' },
      { adds: 'partners', field: 'name', type: null },
    ],
    { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true },
  );
  bench.start(plan);
  expect(bench.grid.values()[1]![1]).not.toBe('old');
  isBroken = false;
  bench.host.nowMs += 86_400_000;
  bench.host.cache.clear();
  bench.resume({ again: 'failed' });
  undo(bench);
  expect(bench.grid.values()[1]).toEqual(['x1.example', 'old', '']);
});

test('what an overwritten cell held comes back, also where nothing was answered when its row was done once more', () => {
  let asked = 0;
  const bench = new Bench(
    [
      ['domain', 'industry', 'partners'],
      ['x1.example', 'old', ''],
    ],
    (request) => {
      if (request.operation !== 'companies.batch') return json(422, { detail: 'no' });
      return (asked += 1) > 1 ? json(422, { detail: 'no' }) : api(request);
    },
  );
  const plan = bench.plan(
    [
      { adds: 'company', field: 'industry' },
      { adds: 'partners', field: 'name', type: null },
    ],
    { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true },
  );
  bench.start(plan);
  bench.host.cache.clear();
  bench.resume({ again: 'failed' });
  undo(bench);
  expect(bench.grid.values()[1]).toEqual(['x1.example', 'old', '']);
});

test.each(['onlyEmpty', 'overwrite'] as const)('a format that an empty cell had comes back: %s', (mode) => {
  const bench = new Bench([
    ['domain', 'employee_count'],
    ...Array.from({ length: 30 }, (_row, at) => [`x${at}.example`]),
  ]);
  for (const row of [1, 2, 3, 20]) bench.grid.at(row, 1).format = '@';
  bench.grid.at(4, 1).format = '0 %';
  bench.start(
    bench.plan([{ adds: 'company', field: 'employee_count' }], {
      where: 'sameTitles',
      mode,
      isOverwriteConfirmed: mode === 'overwrite',
    }),
  );
  expect([1, 4].map((row) => bench.grid.at(row, 1))).toEqual([
    { value: 2, format: 'General' },
    { value: 2, format: '0 %' },
  ]);
  undo(bench);
  expect([1, 2, 3, 4, 5, 20].map((row) => bench.grid.at(row, 1))).toEqual(
    ['@', '@', '@', '0 %', 'General', '@'].map((format) => ({ value: '', format })),
  );
});
