import { findExistingColumns } from '../../../../shared/bulk/plan/existing-columns';
import { readSelection } from '../../../../shared/bulk/plan/selection';
import type { GridValue } from '../../../../shared/bulk/sheet/cell-values';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';

async function look(cells: readonly (readonly GridValue[])[]) {
  const { host, grid } = new Bench(cells);
  const area = { sheet: 'sheet-1', row: 0, rows: cells.length, column: 0, columns: 1 };
  const looked = await drive((ports) => readSelection(ports, area), host, grid);
  return await drive((ports) => findExistingColumns(ports, looked), host, grid);
}

test('rows that hold something under titles that a run gives are counted once', async () => {
  expect(
    await look([
      ['domain', 'industry', 'technologies (Payments)', 'has Stripe', 'shared with x.example'],
      ['a.example', 'Retail', '', true, ''],
      ['b.example', '', 'Stripe', false, 'y'],
      ['c.example', '', '', '', ''],
    ]),
  ).toEqual({ titles: ['industry', 'technologies (Payments)', 'has Stripe', 'shared with x.example'], rows: 2 });
});

test.each([
  ['titles of somebody', ['domain', 'Name', 'Notes', 'has budget'], ['a.example', 'Ann', 'x', 'yes']],
  ['columns that are empty', ['domain', 'industry', 'name'], ['a.example', '', '']],
  ['a table without titles', ['a.example', 'industry'], ['b.example', 'x']],
])('%s are none of Trace', async (_what, ...cells) => {
  expect(await look(cells)).toEqual({ titles: [], rows: 0 });
});
