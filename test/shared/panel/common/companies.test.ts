import type { BulkHost } from '../../../../shared/panel/bulk-host';
import { findCompanyInRow } from '../../../../shared/panel/common/companies';
import { MemoryGrid } from '../../../fakes/memory-grid';

const find = (cells: readonly (string | number)[], column = 0, row = 0) => {
  const grid = new MemoryGrid([cells]);
  const value = cells[column] ?? '';
  const cell = { sheet: 'sheet-1', sheetName: 'Leads', row, column, value: row === 0 ? value : '', formula: '' };
  return findCompanyInRow({ ports: { sheet: grid.sheet }, activeCell: async () => cell } as unknown as BulkHost);
};

test('the cell itself comes first, then the first domain of its row', async () => {
  expect([
    await find(['Acme', 'acme.example', 'https://www.other.example/x'], 2),
    await find(['Acme', 42, 'sales@acme.example', 'other.example'], 1),
    await find(['Acme', 'stripe']),
    await find(['acme.example'], 0, 7),
  ]).toEqual(['other.example', 'acme.example', null, null]);
});
