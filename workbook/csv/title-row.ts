import { findHeader } from '../../shared/runs';

/** Enough rows to recognize a title. */
const ROWS_READ = 101;

/** The first row below the titles of a file, from 0; 0: it has no title that Trace knows. */
export function firstRowBelowTitles(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const read = rows.slice(first, first + ROWS_READ);
  const isTitle = (_cell: string, column: number): boolean =>
    findHeader(
      read.map((row) => (row[column] ?? '').trim()),
      first,
    )?.row === first;
  return read[0]?.some(isTitle) === true ? first + 1 : 0;
}
