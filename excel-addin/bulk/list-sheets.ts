import type { SheetInfo } from '../../shared/ports';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';

/** All sheets of the workbook, with the size of their used ranges. */
export async function listSheets(context: ExcelContext): Promise<readonly SheetInfo[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  return readInfos(context, worksheets.items);
}

export async function readInfo(context: ExcelContext, id: string): Promise<SheetInfo> {
  const [info] = await readInfos(context, [context.workbook.worksheets.getItem(id)]);
  return info!;
}

async function readInfos(context: ExcelContext, all: readonly ExcelWorksheet[]): Promise<readonly SheetInfo[]> {
  const sheets = all.map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(true) }));
  for (const { sheet, used } of sheets) {
    sheet.load('id,name');
    used.load('rowIndex,columnIndex,rowCount,columnCount');
  }
  await context.sync();
  return sheets.map(({ sheet: { id, name }, used }) =>
    used.isNullObject
      ? { id, name, rows: 0, columns: 0 }
      : { id, name, rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount },
  );
}
