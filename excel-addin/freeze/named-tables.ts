import type { NamedTable } from '../../shared/freeze';
import type { ExcelContext } from '../excel-api';

/** The tables of some sheets, without those that have no titles, by which formulas call columns, or no rows. */
export async function readNamedTables(
  context: ExcelContext,
  sheets: readonly string[],
): Promise<readonly (readonly NamedTable[])[]> {
  const all = sheets.map((id) => context.workbook.worksheets.getItem(id).tables);
  for (const tables of all) tables.load('items/name,items/showHeaders,items/showTotals');
  await context.sync();
  const asked = all.map(({ items }) =>
    // Excel refuses to tell the body of a table without rows.
    items.filter(({ showHeaders }) => showHeaders).map((table) => ({ table, range: table.getRange() })),
  );
  for (const { range } of asked.flat()) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  return asked.map((some) =>
    some.flatMap(({ table: { name, showTotals }, range: { rowIndex, columnIndex, rowCount, columnCount } }) => {
      const rows = rowCount - (showTotals ? 2 : 1);
      return rows > 0 ? [{ name, body: { row: rowIndex + 1, column: columnIndex, rows, columns: columnCount } }] : [];
    }),
  );
}
