import type { RowsFilter } from '../../shared/ports';
import { excelCodeOf, onWorkbook } from './on-workbook';

/** Excel's list of a column's values cuts off longer texts, and then finds no cell with them. */
const LONGEST_TEXT = 255;
/** https://support.microsoft.com/office/excel-specifications-and-limits: items in the list of a filter. */
const MOST_TEXTS = 10_000;

/** Shows only the rows with some texts in a column. A sheet that already has a filter or a table is not changed. */
export async function filterRows({ sheet: id, titleRow, column, texts }: RowsFilter): Promise<boolean> {
  if (texts.length > MOST_TEXTS || texts.some(({ length }) => length > LONGEST_TEXT)) return false;
  return onWorkbook(async (context) => {
    try {
      const sheet = context.workbook.worksheets.getItem(id);
      sheet.autoFilter.load('enabled');
      sheet.tables.load('items/id,items/showHeaders');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      if (used.isNullObject || sheet.autoFilter.enabled || sheet.tables.items.length > 0) return false;
      const [rows, columns] = [used.rowIndex + used.rowCount - titleRow, used.columnIndex + used.columnCount];
      const area = sheet.getRangeByIndexes(titleRow, 0, rows, columns);
      sheet.autoFilter.apply(area, column, { filterOn: 'Values', values: [...texts] });
      sheet.activate();
      await context.sync();
      return true;
    } catch (thrown) {
      // Without a code it is a bug of ours.
      if (excelCodeOf(thrown) === '') throw thrown;
      return false;
    }
  });
}
