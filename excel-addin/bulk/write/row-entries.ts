import { isLiteral } from '../../../shared/runs';
import type { ColumnFormat, SheetValue } from '../../../shared/ports';
import { toEntry, type CellEntry } from './cell-entry';

/**
 * What to enter for added rows, so that texts stay texts, and dates and numbers are shown as such.
 *
 * @param width in columns; shorter rows end with blank cells
 * @param formats of columns, for their numbers
 * @param shift from {@link readDateShift}
 */
export function toEntries(
  rows: readonly (readonly SheetValue[])[],
  width: number,
  formats: readonly ColumnFormat[],
  shift: number,
): readonly (readonly CellEntry[])[] {
  const formatOf = new Map(formats.map(({ column, format }) => [column, format]));
  return rows.map((row) =>
    Array.from({ length: width }, (_cell, column) => toValueEntry(row[column] ?? '', formatOf.get(column), shift)),
  );
}

function toValueEntry(value: SheetValue, format: string | undefined, shift: number): CellEntry {
  if (value === '') return { value, format: null };
  if (typeof value === 'string') {
    return toEntry({ kind: 'text', text: value, isLiteral: isLiteral(value) }, 'General', shift);
  }
  if (typeof value === 'number') {
    return toEntry({ kind: 'number', number: value, ...(format === undefined ? {} : { format }) }, 'General', shift);
  }
  return toEntry({ kind: 'date', day: value.day }, 'General', shift);
}
