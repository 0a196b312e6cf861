import { findUsedAreas } from '../../../excel-addin/problems/used-areas';
import { ExcelContext } from '../../../workbook/office/excel-api';
import { FakeSheet } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

/** What is used of a sheet that reaches from A1 to its last cell in use. */
async function usedOf(cells: readonly (readonly [row: number, column: number])[]): Promise<readonly number[][]> {
  const fake = new FakeSheet([]);
  for (const [row, column] of cells) fake.put(row, column, { shown: 'x' });
  const context = new ExcelContext(new FakeWorkbook(fake), null) as never as Parameters<typeof findUsedAreas>[0];
  const sheet = context.workbook.worksheets.getItem('sheet-1');
  const { rowCount, columnCount } = fake.readExtent();
  const areas = await findUsedAreas(context, [{ sheet, row: 0, column: 0, rows: rowCount, columns: columnCount }]);
  return areas.map(({ row, column, rows, columns }) => [row, column, rows, columns]);
}

describe('what is used of a sheet', () => {
  it('is all of a sheet of a million cells', async () => {
    expect(
      await usedOf([
        [0, 0],
        [99_999, 9],
      ]),
    ).toEqual([[0, 0, 100_000, 10]]);
  });

  it('leaves out what is blank before a cell at its far end', async () => {
    expect(
      await usedOf([
        [0, 0],
        [2, 1],
        [1_048_575, 16_383],
      ]),
    ).toEqual([
      [0, 0, 3, 2],
      [1_048_575, 16_383, 1, 1],
    ]);
  });

  it('keeps the order of the cells', async () => {
    expect(
      await usedOf([
        [5, 5],
        [400_000, 3],
        [800_000, 1],
      ]),
    ).toEqual([
      [5, 5, 1, 1],
      [400_000, 3, 1, 1],
      [800_000, 1, 1, 1],
    ]);
  });

  it('is all of a large sheet in which each row is used', async () => {
    const rows = Array.from({ length: 150_000 }, (_row, at) => [at, 7] as const);
    expect(await usedOf([[0, 0], ...rows])).toEqual([
      [0, 0, 75_000, 8],
      [75_000, 7, 75_000, 1],
    ]);
  });
});
