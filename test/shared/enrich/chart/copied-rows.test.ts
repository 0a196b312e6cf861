import { readRows } from '../../../../shared/enrich/chart/copied-rows';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const bench = (): Bench =>
  new Bench(
    [
      ['Leads of May', '', ''],
      ['domain', 'since', 'note'],
      ['a.example', 46_000, '=SUM(1)'],
      ['b.example', true, ''],
      ['c.example', '', 'x'],
    ],
    () => json(500, {}),
  );

test('rows are copied with their titles, as values with their formats, and without those between them', async () => {
  const { host, grid } = bench();
  grid.at(2, 1).format = 'yyyy-mm-dd';
  const found = { sheet: 'sheet-1', titleRow: 1, rows: [2, 4] };
  const cells = await drive((ports) => readRows(ports, found), host, grid);
  expect(cells.map((row) => row.map((cell) => (cell.kind === 'before' ? cell.value : '')))).toEqual([
    ['domain', 'since', 'note'],
    ['a.example', 46_000, '=SUM(1)'],
    ['c.example', '', 'x'],
  ]);
  expect(cells[1]![1]).toEqual({ kind: 'before', value: 46_000, format: 'yyyy-mm-dd' });
});

test('a column without titles is copied from its first row', async () => {
  const { host, grid } = bench();
  const found = { sheet: 'sheet-1', titleRow: null, rows: [3] };
  const cells = await drive((ports) => readRows(ports, found), host, grid);
  expect(cells).toEqual([
    [
      { kind: 'before', value: 'b.example', format: expect.any(String) },
      { kind: 'before', value: true, format: expect.any(String) },
      { kind: 'blank' },
    ],
  ]);
});

test('the rows of a sheet that is gone are not copied', async () => {
  const { host, grid } = bench();
  grid.isGone = true;
  const found = { sheet: 'sheet-1', titleRow: null, rows: [3] };
  await expect(drive((ports) => readRows(ports, found), host, grid)).rejects.toMatchObject({ code: 'sheetGone' });
});
