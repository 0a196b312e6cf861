import type { NamedTable } from '../../shared/freeze';
import type { ExcelContext } from '../excel-api';

/** The tables of some sheets, which formulas call by their names. */
export async function readNamedTables(
  context: ExcelContext,
  sheets: readonly string[],
): Promise<readonly (readonly NamedTable[])[]> {
  const all = sheets.map((id) => context.workbook.worksheets.getItem(id).tables);
  for (const tables of all) tables.load('items/name,items/showHeaders');
  await context.sync();
  const asked = all.map(({ items }) => items.map((table) => ({ table, body: table.getDataBodyRange() })));
  for (const { body } of asked.flat()) body.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  return asked.map((some) =>
    some.map(({ table: { name, showHeaders: hasTitles }, body }) => ({
      ...{ name, hasTitles },
      body: { row: body.rowIndex, column: body.columnIndex, rows: body.rowCount, columns: body.columnCount },
    })),
  );
}
