import { TraceError } from '../../shared/formulas';
import type { ActiveCell, Inserted, TypedColumn } from '../../shared/ports';
import { INSERTION, type SentInsertion } from '../messages/cell-messages';
import type { SentCell } from '../messages/example';
import { trySheet } from '../try-sheet';
import { watchArrays } from './array-cells';
import { readLike, refuse } from './given';
import { findProtected } from './protected-cells';
import { makeWriter } from './put-cells';
import { findGridSheet } from '../grid-sheets';
import { makeValueReader, toBounds } from './read-sheet';
import { makeRoomFor } from './trace-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One call of a Trace function whose arguments are texts, numbers, cells and ranges. */
const TRACE_CALL =
  /^=TRACE_[A-Z_]+\((?:"(?:[^"]|"")*"|-?\d+(?:\.\d+)?|(?:'(?:[^']|'')+'!|[A-Z_]\w*!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|;)*\)$/;
const MOST_CELLS = 200_000;
const BLANK: SentCell = ['', 'blank'];

/** The cell that typing would fill. `object`: no cell is selected, as on a chart's sheet. */
export function readActiveCell(): ActiveCell | 'object' {
  const cell = SpreadsheetApp.getActive().getCurrentCell() as GoogleAppsScript.Spreadsheet.Range | null;
  if (cell === null) return 'object';
  const sheet = cell.getSheet();
  return {
    sheet: String(sheet.getSheetId()),
    sheetName: sheet.getName(),
    row: cell.getRow() - 1,
    column: cell.getColumn() - 1,
    value: makeValueReader()(cell.getValue()),
    formula: cell.getFormulas()[0]?.[0] ?? '',
  };
}

/** The spreadsheet's locale, such as `de_DE`. */
export function readLocale(): string {
  return SpreadsheetApp.getActive().getSpreadsheetLocale();
}

/**
 * Enters a formula, or values, if all cells are blank and nothing is merged: all of it, or nothing. Values that take
 * the room of an array formula are removed again. Throws `sheetGone`, `sheetFull`, `cellsProtected`, `cellsOfFormula`
 * or `sheetRefused`.
 */
export function insertCells(given: unknown): Inserted {
  const insertion = readInsertion(given);
  return trySheet(() => {
    const sheet = findGridSheet(insertion.sheet);
    if (sheet === null) throw new TraceError('sheetGone', {});
    const obstacle = findFilled(sheet, insertion);
    if (obstacle !== null) return obstacle;
    refuseProtected(sheet, insertion);
    if (insertion.formula === null) return putValues(sheet, insertion);
    sheet.getRange(insertion.row + 1, insertion.column + 1).setFormulas([[insertion.formula]]);
    SpreadsheetApp.flush();
    return { is: 'done' };
  });
}

/** Cells beyond the sheet are blank; Google refuses to read them. */
function findFilled(sheet: Sheet, { row, column, rows, columns }: SentInsertion): Inserted | null {
  const height = Math.min(rows, sheet.getMaxRows() - row);
  const width = Math.min(columns, sheet.getMaxColumns() - column);
  if (height < 1 || width < 1) return null;
  const range = sheet.getRange(row + 1, column + 1, height, width);
  const [values, formulas] = [range.getValues(), range.getFormulas()];
  const filled = values.flatMap((cells, down) =>
    cells.flatMap((value, right) => (value === '' && formulas[down]?.[right] === '' ? [] : [[down, right] as const])),
  );
  const [first] = filled;
  if (first !== undefined) {
    const [down, right] = first;
    const value = makeValueReader()(values[down]![right]);
    return { is: 'inTheWay', row: row + down, column: column + right, value, cells: filled.length };
  }
  const [merged] = range.getMergedRanges().map(toBounds);
  return merged === undefined ? null : { is: 'inTheWay', row: merged[0], column: merged[1], value: '', cells: 1 };
}

/** A formula needs only its own cell. */
function refuseProtected(sheet: Sheet, { row, column, rows, columns, formula }: SentInsertion): void {
  const isProtected = findProtected(sheet);
  const [height, width] = formula === null ? [rows, columns] : [1, 1];
  for (let down = 0; down < height; down += 1) {
    for (let right = 0; right < width; right += 1) {
      if (isProtected(row + down, column + right)) throw new TraceError('cellsProtected', {});
    }
  }
}

function putValues(sheet: Sheet, insertion: SentInsertion): Inserted {
  const { row, column, rows, columns, cells } = insertion;
  makeRoomFor(sheet, row + rows, column + columns);
  const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
  const isAnyBroken = watchArrays(sheet, lastRow, lastColumn);
  const writer = makeWriter(sheet, { rows: from(row, rows), columns: from(column, columns) });
  const refused = new Map<string, string>();
  const changed = new Map<string, TypedColumn>();
  const put = (typed: SentInsertion['cells']): void =>
    writer.put(typed, {
      stands: () => true,
      slip: () => undefined,
      change(_at, place, [typed]) {
        const isText = typeof typed === 'string';
        changed.set(`${place} ${isText}`, { column: place, isText });
      },
      refuse: (at, place, message) => void refused.set(`${at} ${place}`, message),
    });
  put(cells);
  const isBreaking = isAnyBroken();
  if (refused.size === 0 && !isBreaking) {
    return changed.size === 0 ? { is: 'done' } : { is: 'done', typed: [...changed.values()] };
  }
  const [message = ''] = refused.values();
  put(cells.map((line, at) => line.map((_cell, right) => (refused.has(`${at} ${column + right}`) ? null : BLANK))));
  throw isBreaking ? new TraceError('cellsOfFormula', {}) : new TraceError('sheetRefused', { message });
}

function from(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_number, at) => first + at);
}

function readInsertion(given: unknown): SentInsertion {
  const insertion = readLike(given, INSERTION);
  const { rows, columns, formula, cells } = insertion;
  const isSized = rows > 0 && columns > 0 && rows * columns <= MOST_CELLS;
  const isFormula = formula !== null && cells.length === 0 && TRACE_CALL.test(formula);
  const isValues =
    formula === null && cells.length === rows && cells.every((row) => row.length === columns && !row.includes(null));
  return isSized && (isFormula || isValues) ? insertion : refuse();
}
