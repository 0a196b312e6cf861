import type { Block, NamedTable } from '../../shared/freeze';
import type { ExcelContext, ExcelRange } from '../excel-api';
import { readInParts } from '../halved-reads';

const SHEETS_AT_ONCE = 100;

/** The tables of some sheets, which formulas call by their names. */
export async function readNamedTables(
  context: ExcelContext,
  sheets: readonly string[],
): Promise<readonly (readonly NamedTable[])[]> {
  const found: (readonly NamedTable[])[] = [];
  await readInParts(sheets.length, SHEETS_AT_ONCE, async (start, count) => {
    const all = sheets.slice(start, start + count).map((id) => context.workbook.worksheets.getItem(id).tables);
    for (const tables of all) tables.load('items/name,items/showHeaders');
    await context.sync();
    const asked = all.map(({ items }) => items.map((table) => ({ table, body: load(table.getDataBodyRange()) })));
    if (asked.some(({ length }) => length > 0)) await context.sync();
    found.push(
      ...asked.map((some) =>
        some.map(({ table: { name, showHeaders: hasTitles }, body }) => ({
          ...{ name, hasTitles, body: toBlock(body) },
        })),
      ),
    );
  });
  return found;
}

function load(range: ExcelRange): ExcelRange {
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return range;
}

function toBlock({ rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns }: ExcelRange): Block {
  return { row, column, rows, columns };
}
