import { TraceError } from '../../shared/formulas';
import type { SheetTable, TablesPort } from '../../shared/ports';
import type { ExcelContext, ExcelTable } from '../excel-api';
import { readInChunks } from '../problems/halved-reads';
import { onWorkbook } from './on-workbook';
import { toValue } from './read-block';

/**
 * Excel's tables. Columns are added and removed by resizing the table, which moves nothing beside it, unless they are
 * in its middle: https://learn.microsoft.com/javascript/api/excel/excel.table#excel-excel-table-resize-member(1),
 * since ExcelApi 1.13.
 */
export const TABLES: TablesPort = {
  list: (sheet) => onWorkbook(async (context) => (await readTables(context, sheet)).map(({ table }) => table)),
  extend: (sheet, id, titles) =>
    onWorkbook(async (context) => {
      const found = (await readTables(context, sheet)).find(({ table }) => table.id === id);
      if (found === undefined) throw new TraceError('sheetChanged', {});
      const { row, column, rows, columns } = found.table;
      const worksheet = context.workbook.worksheets.getItem(sheet);
      await readInChunks(rows, rows, async (start, count) => {
        const beside = worksheet.getRangeByIndexes(row + start, column + columns, count, titles.length);
        beside.load('formulas');
        await context.sync();
        if (beside.formulas.some((cells) => cells.some((cell) => cell !== '')))
          throw new TraceError('sheetChanged', {});
      });
      found.excel.resize(worksheet.getRangeByIndexes(row, column, rows, columns + titles.length));
      for (const [at, title] of titles.entries()) found.excel.columns.getItemAt(columns + at).name = title;
      await context.sync();
    }),
  release: (sheet, row, places) =>
    onWorkbook(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const inside: number[] = [];
      for (const { table, excel } of await readTables(context, sheet)) {
        const own = places.filter((place) => isTitleOf(table, row, place)).sort((one, other) => other - one);
        let { columns } = table;
        for (const place of own) {
          if (columns > 1 && place === table.column + columns - 1) columns -= 1;
          else inside.push(place);
        }
        if (columns === table.columns) continue;
        excel.resize(worksheet.getRangeByIndexes(table.row, table.column, table.rows, columns));
      }
      await context.sync();
      return inside;
    }),
  remove: (sheet, row, gone) =>
    onWorkbook(async (context) => {
      for (const { table, excel } of await readTables(context, sheet)) {
        const own = gone.filter(
          ({ column, title }) => isTitleOf(table, row, column) && table.titles?.[column - table.column] === title,
        );
        // From the right, because each one moves those that follow.
        for (const { column } of [...own].sort((one, other) => other.column - one.column)) {
          excel.columns.getItemAt(column - table.column).delete();
        }
      }
      await context.sync();
    }),
};

/** The first cell of an area that typing would add to a table: right beside it, or right below. */
export async function findBesideTable(
  context: ExcelContext,
  sheet: string,
  area: Pick<SheetTable, 'row' | 'column' | 'rows' | 'columns'>,
): Promise<{ readonly row: number; readonly column: number } | null> {
  for (const { table } of await readTables(context, sheet)) {
    const [right, below] = [table.column + table.columns, table.row + table.rows];
    const row = Math.max(area.row, table.row);
    const column = Math.max(area.column, table.column);
    const isLevel = row < Math.min(area.row + area.rows, below);
    const isInLine = column < Math.min(area.column + area.columns, right);
    if (isLevel && area.column <= right && right < area.column + area.columns) return { row, column: right };
    if (isInLine && area.row <= below && below < area.row + area.rows) return { row: below, column };
  }
  return null;
}

interface FoundTable {
  readonly table: SheetTable;
  readonly excel: ExcelTable;
}

async function readTables(context: ExcelContext, sheet: string): Promise<readonly FoundTable[]> {
  const { tables } = context.workbook.worksheets.getItem(sheet);
  tables.load('items/id,items/showHeaders');
  await context.sync();
  const ranges = tables.items.map((excel) => ({ excel, range: excel.getRange() }));
  for (const { range } of ranges) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const found = ranges.map(({ excel, range }) => ({ excel, range, titles: titlesOf(context, sheet, range) }));
  await context.sync();
  return found.map(({ excel, range, titles }) => ({
    excel,
    table: {
      id: excel.id,
      row: range.rowIndex,
      column: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
      titles: excel.showHeaders ? titles.values[0]!.map((title) => String(toValue(title))) : null,
    },
  }));
}

function titlesOf(
  context: ExcelContext,
  sheet: string,
  { rowIndex, columnIndex, columnCount }: ReturnType<ExcelTable['getRange']>,
): ReturnType<ExcelTable['getRange']> {
  const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(rowIndex, columnIndex, 1, columnCount);
  range.load('values');
  return range;
}

function isTitleOf({ titles, row, column, columns }: SheetTable, atRow: number, place: number): boolean {
  return titles !== null && row === atRow && place >= column && place < column + columns;
}
