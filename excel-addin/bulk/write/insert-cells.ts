import { TraceError } from '../../../shared/formulas';
import type { ActiveCell, GridCell, Inserted, Insertion, ListSeparator } from '../../../shared/ports';
import type { ExcelContext } from '../../excel-api';
import type { ExcelRange } from '../../excel-range';
import { toEntry } from './cell-entry';
import { readDateShift } from '../../functions/date-shift';
import { readInChunks } from '../../problems/halved-reads';
import { fromCell } from '../date-system';
import { enterPiece } from './enter-piece';
import { excelCodeOf, isGone, onWorkbook } from '../on-workbook';
import { MOST_COLUMNS } from '../column-spans';
import { isFormula, toValue } from '../read-block';
import { findSpilled } from '../spilled-cells';
import { findBesideTable } from '../tables';

/** https://support.microsoft.com/office/excel-specifications-and-limits */
const MOST_ROWS = 1_048_576;

/** The cell that typing would fill. `object`: a chart or a picture is selected. */
export function readActiveCell(): Promise<ActiveCell | 'object'> {
  return onWorkbook(async (context) => {
    try {
      const cell = context.workbook.getActiveCell();
      cell.load('rowIndex,columnIndex,values,formulas,numberFormat');
      cell.worksheet.load('id,name');
      await context.sync();
      const shift = await readDateShift(context);
      const [value, formula, format] = [cell.values[0]?.[0], cell.formulas[0]?.[0], cell.numberFormat[0]?.[0]];
      return {
        sheet: cell.worksheet.id,
        sheetName: cell.worksheet.name,
        row: cell.rowIndex,
        column: cell.columnIndex,
        value: fromCell(toValue(value), format, shift),
        formula: isFormula(formula, value) ? formula : '',
      };
    } catch (thrown) {
      if (isGone(thrown) || /InvalidSelection|InvalidOperation/.test(excelCodeOf(thrown))) return 'object';
      throw thrown;
    }
  });
}

/**
 * The list separator. Excel does not report it. If a comma separates decimals it is a semicolon, as in all languages
 * that Windows supports.
 */
export function readListSeparator(): Promise<ListSeparator> {
  return onWorkbook(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator');
    await context.sync();
    return application.decimalSeparator === ',' ? ';' : ',';
  });
}

/**
 * Enters a formula or values if all cells are blank, including spilled and merged ones, and if no table would grow.
 * Throws `sheetFull`, `sheetGone`, `cellsProtected` or `workbookRefused`.
 */
export function insertAt(insertion: Insertion): Promise<Inserted> {
  const { sheet: id, row, column, rows, columns, content } = insertion;
  if (row + rows > MOST_ROWS || column + columns > MOST_COLUMNS) throw new TraceError('sheetFull', {});
  return onWorkbook(async (context) => {
    const shift = await readDateShift(context);
    const sheet = context.workbook.worksheets.getItem(id);
    const area = sheet.getRangeByIndexes(row, column, rows, columns);
    area.load('hasSpill');
    const merged = area.getMergedAreasOrNullObject();
    merged.load('areas/items/rowIndex,areas/items/columnIndex');
    await context.sync();
    // Only the formula's own cell is typed into.
    const typed = 'formula' in content ? { row, column, rows: 1, columns: 1 } : insertion;
    const beside = await findBesideTable(context, id, typed);
    // Read last, so that little time passes before the write.
    const before: Contents = { values: [], formulas: [], numberFormat: [] };
    await readInChunks(rows, rows, async (start, count) => {
      const chunk = sheet.getRangeByIndexes(row + start, column, count, columns);
      chunk.load('values,formulas,numberFormat');
      await context.sync();
      before.values.push(...chunk.values);
      before.formulas.push(...chunk.formulas);
      before.numberFormat.push(...chunk.numberFormat);
    });
    const obstacle = findFilled(before, insertion);
    if (obstacle !== null) return obstacle;
    const [first] = merged.isNullObject ? [] : merged.areas.items;
    const spilled = await findSpill(context, area, insertion);
    if (spilled !== undefined) return { is: 'inTheWay', ...spilled, value: '', cells: 1 };
    if (first !== undefined) {
      return { is: 'inTheWay', row: first.rowIndex, column: first.columnIndex, value: '', cells: 1 };
    }
    if (beside !== null) return { is: 'inTheWay', ...beside, value: '', cells: 1, isBesideTable: true };
    if ('formula' in content) {
      const cell = sheet.getRangeByIndexes(row, column, 1, 1);
      // A cell formatted as text would turn the formula into a text.
      if (before.numberFormat[0]?.[0] === '@') cell.numberFormat = [['General']];
      cell.formulas = [[content.formula]];
    } else await enterPiece(context, id, { row, column, entries: toEntries(content.cells, before, shift) });
    await context.sync();
    return { is: 'done' };
  });
}

/** By row and column. */
type Contents = Record<'values' | 'formulas' | 'numberFormat', (readonly unknown[])[]>;

function findFilled({ values, formulas }: Contents, { row, column }: Insertion): Inserted | null {
  const filled = formulas.flatMap((cells, down) =>
    cells.flatMap((formula, right) => (formula === '' || formula === null ? [] : [[down, right] as const])),
  );
  const [first] = filled;
  if (first === undefined) return null;
  const [down, right] = first;
  const value = toValue(values[down]?.[right]);
  return { is: 'inTheWay', row: row + down, column: column + right, value, cells: filled.length };
}

/** The first cell into which a formula has spilled a blank: the topmost, then the leftmost. */
async function findSpill(
  context: ExcelContext,
  area: ExcelRange,
  { sheet: id, row, column, rows, columns }: Insertion,
): Promise<{ readonly row: number; readonly column: number } | undefined> {
  const sheet = context.workbook.worksheets.getItem(id);
  const spilled = await findSpilled(context, sheet, { row, rows }, [{ column, columns, range: area }]);
  const places = [...spilled].flatMap(([at, offsets]) => offsets.map((down) => ({ row: row + down, column: at })));
  return places.sort((one, other) => one.row - other.row || one.column - other.column)[0];
}

function toEntries(cells: readonly (readonly GridCell[])[], before: Contents, shift: number) {
  return cells.map((line, down) =>
    line.map((cell, right) => toEntry(cell, String(before.numberFormat[down]?.[right] ?? 'General'), shift)),
  );
}
