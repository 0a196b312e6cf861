import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { Bench } from '../../fakes/bulk-bench';

const EMPLOYEES: Choice = { adds: 'company', field: 'employee_count' };

test('counts in a new column have separators, and undo brings back the format that was there', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']]);
  const formats = (): readonly unknown[] => [1, 2].map((row) => bench.grid.at(row, 1).format ?? 'General');
  bench.grid.at(2, 1).format = '0.00';
  await bench.start(await bench.plan([EMPLOYEES]));
  expect({ value: bench.grid.at(1, 1).value, formats: formats() }).toEqual({ value: 2, formats: ['#,##0', '0.00'] });
  await bench.undo();
  expect({ value: bench.grid.at(1, 1).value, formats: formats() }).toEqual({ value: '', formats: ['General', '0.00'] });
});

test('a column that was there keeps its format', async () => {
  const bench = new Bench([
    ['domain', 'Employees'],
    ['x1.example', ''],
  ]);
  await bench.start(await bench.plan([EMPLOYEES], { where: 'sameTitles' }));
  expect(bench.grid.at(1, 1).format).toBe('General');
});

test('a row that is not tracked keeps its format', async () => {
  const bench = new Bench([['domain'], ['none.example']]);
  await bench.start(await bench.plan([EMPLOYEES, { adds: 'status' }]));
  expect(bench.grid.at(1, 1).format ?? 'General').toBe('General');
});
