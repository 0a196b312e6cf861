import { findExistingColumns } from '../../../../shared/enrich/plan/existing-columns';
import { readSelection } from '../../../../shared/enrich/plan/selection';
import type { GridValue } from '../../../../shared/enrich/sheet/cell-values';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';

async function look(cells: readonly (readonly GridValue[])[]) {
  const { host, grid } = new Bench(cells);
  const area = { sheet: 'sheet-1', row: 0, rows: cells.length, column: 0, columns: 1 };
  const looked = await drive((ports) => readSelection(ports, area), host, grid);
  return await drive((ports) => findExistingColumns(ports, looked), host, grid);
}

test('rows that hold something under titles of enrichments are counted once', async () => {
  const titles = ['Tech categories', 'Technologies: Payments', 'Uses Stripe', 'Shared partners with x.example'];
  expect(
    await look([
      ['domain', ...titles],
      ['a.example', 'Retail', '', true, ''],
      ['b.example', '', 'Stripe', false, 'y'],
      ['c.example', '', '', '', ''],
    ]),
  ).toEqual({ titles, rows: 2, alike: titles });
});

test('a title that many a table has of its own is no sign of an earlier run, but is like that of one', async () => {
  expect(
    await look([
      ['domain', 'Industry', 'EMPLOYEES', 'Technology count'],
      ['a.example', 'Retail', 5, ''],
      ['b.example', 'Energy', 7, 3],
    ]),
  ).toEqual({
    ...{ titles: ['Technology count'], rows: 1 },
    alike: ['Industry', 'EMPLOYEES', 'Technology count'],
  });
});

test.each([
  ['titles of somebody', ['domain', 'Notes', 'Has budget', 'Uses our API'], ['a.example', 'x', 'yes', 'no']],
  ['columns that are empty', ['domain', 'industry', 'Technologies'], ['a.example', '', '']],
  ['a table without titles', ['a.example', 'industry'], ['b.example', 'x']],
])('%s are none of Trace', async (_what, ...cells) => {
  expect(await look(cells)).toEqual({ titles: [], rows: 0, alike: [] });
});
