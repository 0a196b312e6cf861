import { findDomainColumn, triage } from '../../shared/runs';
import { isNumber } from './csv-file';

/** The column of a file that names companies. */
export interface DomainColumn {
  /** Counted from 0. */
  readonly column: number;
  /** What its first row says above the domains; `''`: that is a domain itself. */
  readonly title: string;
  /** Its cells, without the title; rows count from 0. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Enough to find the column without reading a large file twice. */
const ROWS_READ = 500;

/**
 * The column of a file with the most domains, web addresses or e-mail addresses; `null`: no column has mostly these.
 */
export function findCsvDomains(rows: readonly (readonly string[])[]): DomainColumn | null {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const read = rows.slice(0, ROWS_READ);
  const columns = Array.from({ length: width }, (_column, column) => ({
    column,
    values: read.map((row) => toValue(row[column] ?? '')),
  }));
  const column = findDomainColumn(columns);
  if (column === null) return null;
  const { header } = triage(
    columns[column]!.values.map((value) => [value]),
    0,
  );
  const lastRow = rows.reduce((last, row, at) => ((row[column] ?? '').trim() === '' ? last : at), 0);
  return { column, title: header?.title ?? '', firstRow: header === null ? 0 : header.row + 1, lastRow };
}

function toValue(text: string): string | number {
  return isNumber(text) ? Number(text) : text.trim();
}
