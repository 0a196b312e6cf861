import { columnName } from '../../shared/freeze';
import { stretchesOf } from '../../shared/runs';
import type { Selection } from '../../shared/ports';
import { excelApi, type ExcelContext, type ExcelEventResult } from '../excel-api';
import type { ExcelRange } from '../excel-range';
import { isGone, onWorkbook, excelCodeOf } from './on-workbook';

/**
 * An address may have up to 8,192 characters:
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getranges-member(1).
 */
const MOST_AREAS = 250;

/**
 * All selected areas. `object`: a chart or a shape is selected.
 *
 * @param read reads further properties of them
 */
export function readAreas<T>(
  read: (context: ExcelContext, areas: readonly ExcelRange[]) => Promise<T>,
): Promise<T | 'object'> {
  return onWorkbook(async (context) => {
    try {
      const selected = context.workbook.getSelectedRanges();
      selected.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
      await context.sync();
      return await read(context, selected.areas.items);
    } catch (thrown) {
      if (isGone(thrown) || /InvalidSelection|InvalidOperation/.test(excelCodeOf(thrown))) return 'object';
      throw thrown;
    }
  });
}

/** The first selected area, cut to the used range. `object`: no cell is selected. */
export function readSelection(): Promise<Selection | 'object' | null> {
  return readAreas(async (context, items) => {
    const [first] = items;
    if (first === undefined) return null;
    const { worksheet } = first;
    worksheet.load('id,name');
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    const { rowIndex: row, columnIndex: column, rowCount, columnCount } = first;
    const [endRow, endColumn] = used.isNullObject
      ? [0, 0]
      : [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
    // A single cell selects the column of domains in its sheet, wherever it is.
    const isCell = rowCount === 1 && columnCount === 1 && items.length === 1;
    const rows = isCell ? 1 : Math.max(0, Math.min(row + rowCount, endRow) - row);
    const columns = isCell ? 1 : Math.max(0, Math.min(column + columnCount, endColumn) - column);
    const areas = items.length > 1 ? { areas: items.length } : {};
    return { sheet: worksheet.id, sheetName: worksheet.name, row, rows, column, columns, ...areas };
  });
}

/** Calls back when the selection changes. Returns a function that unsubscribes. */
export function onSelection(callback: () => void): () => void {
  let isStopped = false;
  const added = add(() => {
    if (!isStopped) callback();
  });
  return () => {
    isStopped = true;
    void added.then(remove).catch(() => undefined);
  };
}

async function add(callback: () => void): Promise<ExcelEventResult | null> {
  try {
    return await onWorkbook(async (context) => {
      const result = context.workbook.onSelectionChanged.add(async () => callback());
      await context.sync();
      return result;
    });
  } catch {
    // The page then reads the selection on request.
    return null;
  }
}

/**
 * Removes a handler, in the context in which it was added:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events#remove-an-event-handler.
 */
async function remove(result: ExcelEventResult | null): Promise<void> {
  const excel = excelApi();
  if (result === null || excel === undefined) return;
  await excel.run(result.context, async (context) => {
    result.remove();
    await context.sync();
  });
}

/** Selects cells of a column to show them; if there are many, only the first ones. Rows and columns count from 0. */
export async function showCells(id: string, column: number, rows: readonly number[]): Promise<void> {
  await onWorkbook(async (context) => {
    const sheet = context.workbook.worksheets.getItem(id);
    sheet.activate();
    const letters = columnName(column);
    const areas = stretchesOf(rows).slice(0, MOST_AREAS);
    sheet.getRanges(areas.map((area) => `${letters}${area.row + 1}:${letters}${area.row + area.rows}`).join()).select();
    await context.sync();
  });
}
