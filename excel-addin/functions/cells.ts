import { type Cell, type Day, isDay, serialOf, type Table } from '../../shared/formulas';
import { shiftOfCells } from './date-shift';
import { supportsFormattedNumbers, toErrorCell } from '../office';

/** Excel counts 29 February 1900, which never existed. */
const FIRST_EXACT_SERIAL = 61;

/**
 * One argument as Excel passes it: rows of cells, one cell, or `null` if it is omitted. Rows of plain values are
 * passed on without a copy.
 */
export function readArgument(received: unknown): unknown {
  if (!Array.isArray(received)) return readCell(received);
  const cells: readonly unknown[] = received;
  return cells.every(isPlain) ? cells : cells.map(readArgument);
}

/** Converts the core's table into values that Excel's runtime accepts. */
export function toMatrix(table: Table): unknown[][] {
  return table.map((row) => row.map(toExcelCell));
}

/**
 * Errors and rich values arrive as objects; the core gets the text that their cell shows: `#N/A`, the number behind a
 * format, the text of an entity (its basic value is only `#VALUE!`). Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-data-types-concepts.
 */
function readCell(received: unknown): unknown {
  if (typeof received !== 'object' || received === null) return received;
  const { basicType, basicValue, code, text, type } = received as Readonly<Record<string, unknown>>;
  if (basicType === 'Error' && type !== 'Error' && typeof text === 'string') return text;
  return basicValue ?? code ?? received;
}

function isPlain(received: unknown): boolean {
  return typeof received !== 'object' || received === null;
}

/** `undefined` and `null` would show as 0, `NaN` as an error: https://github.com/OfficeDev/office-js/issues/1503. */
function toExcelCell(cell: Cell | null | undefined): unknown {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : '';
  if (typeof cell !== 'object') return cell;
  return isDay(cell) ? toDateCell(cell) : toErrorCell(cell);
}

function toDateCell({ day }: Day): unknown {
  // Until the workbook's date system is known, there is no number, and the date is shown as text.
  const serial = serialOf(day) - shiftOfCells()!;
  if (!(serial >= FIRST_EXACT_SERIAL) || !supportsFormattedNumbers()) return day;
  return { type: 'Double', basicType: 'Double', basicValue: serial, numberFormat: 'yyyy-mm-dd' };
}
