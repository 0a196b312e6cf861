import { overlap, type RangeArea } from '../../../workbook/grid/grid-workbook';
import type { FakeCell, SheetCells } from './sheet-cells';

/** The ranges that tables of formulas fill, each with its formula's cell. */
export function readSpills(all: readonly (readonly FakeCell[])[]): RangeArea[] {
  const spills = new Map<string, { row: number; column: number; rowCount: number; columnCount: number }>();
  for (let row = 0; row < all.length; row += 1) {
    const cells = all[row]!;
    for (let column = 0; column < cells.length; column += 1) {
      const { from } = cells[column]!;
      if (from === undefined) continue;
      const key = `${from.row}:${from.column}`;
      const spill = spills.get(key) ?? { ...from, rowCount: 1, columnCount: 1 };
      spill.rowCount = Math.max(spill.rowCount, row - from.row + 1);
      spill.columnCount = Math.max(spill.columnCount, column - from.column + 1);
      spills.set(key, spill);
    }
  }
  return [...spills.values()];
}

/** A table disappears with its formula, and is blocked if something is entered into it. */
export function breakSpills(sheet: SheetCells, area: RangeArea): void {
  for (const spill of sheet.readSpills()) {
    if (overlap(area, spill) === null) continue;
    const own = { row: spill.row, column: spill.column, rowCount: 1, columnCount: 1 };
    sheet.rows.forEach((cells, row) =>
      cells.forEach(({ from }, column) => {
        const isOwn = row === spill.row && column === spill.column;
        if (!isOwn && from?.row === spill.row && from.column === spill.column) sheet.put(row, column, { shown: '' });
      }),
    );
    if (overlap(area, own) !== null) continue;
    sheet.put(spill.row, spill.column, { ...sheet.rows[spill.row]![spill.column]!, shown: '#SPILL!' });
  }
}
