import type { ColumnFormat, SheetValue } from '../../../shared/ports';
import type { ExcelContext } from '../../excel-api';
import { readDateShift } from '../../functions/date-shift';
import { toEntry, type CellEntry } from './cell-entry';
import { enterPiece } from './enter-piece';

interface Rows {
  /** The first row to enter, from 0. */
  readonly row: number;
  readonly rows: readonly (readonly SheetValue[])[];
  /** In columns; shorter rows end with blank cells. */
  readonly width: number;
  /** Formats of columns, for their numbers. */
  readonly formats: readonly ColumnFormat[];
}

/**
 * Enters rows into blank cells of a sheet, so that texts stay texts, and dates and numbers are shown as such.
 *
 * @param sheet its id or its name
 */
export async function enterRows(
  context: ExcelContext,
  sheet: string,
  { row, rows, width, formats }: Rows,
): Promise<void> {
  const shift = await readDateShift(context);
  const formatOf = new Map(formats.map(({ column, format }) => [column, format]));
  const entries = rows.map((cells) =>
    Array.from({ length: width }, (_cell, column) => toValueEntry(cells[column] ?? '', formatOf.get(column), shift)),
  );
  await enterPiece(context, sheet, { row, column: 0, entries });
}

function toValueEntry(value: SheetValue, format: string | undefined, shift: number): CellEntry {
  if (value === '') return { value, format: null };
  if (typeof value === 'string') {
    return toEntry({ kind: 'text', text: value }, 'General', shift);
  }
  if (typeof value === 'number') {
    return toEntry({ kind: 'number', number: value, ...(format === undefined ? {} : { format }) }, 'General', shift);
  }
  return toEntry({ kind: 'date', day: value.day }, 'General', shift);
}
