import type { SheetInfo } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';

/** All sheets of the workbook, with the size of their used ranges. */
export async function listSheets(context: ExcelContext): Promise<readonly SheetInfo[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const sheets = worksheets.items.map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(true) }));
  for (const { used } of sheets) used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  return sheets.map(({ sheet: { id, name }, used }) =>
    used.isNullObject
      ? { id, name, rows: 0, columns: 0 }
      : { id, name, rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount },
  );
}
