import { triage } from '../shared/runs';
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

/** Enough to tell; a large file is not read twice. */
const ROWS_READ = 500;
const LEAST_SHARE = 0.5;

/** Finds the column with the most domains, web addresses or e-mail addresses; `null`: in none they are the rule. */
export function findDomainColumn(rows: readonly (readonly string[])[]): DomainColumn | null {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  let best: { readonly column: number; readonly usable: number; readonly header: string | null } | null = null;
  for (let column = 0; column < columns; column += 1) {
    const cells = rows.slice(0, ROWS_READ).map((row) => [toValue(row[column] ?? '')]);
    if (cells.every(([cell]) => cell === '')) continue;
    const { header, rows: inputs, domains, urls, emails, blank } = triage(cells, 0);
    const usable = domains + urls + emails;
    if (usable === 0 || usable < LEAST_SHARE * (inputs.length - blank)) continue;
    if (best === null || usable > best.usable) best = { column, usable, header: header?.title ?? null };
  }
  if (best === null) return null;
  const { column, header } = best;
  const lastRow = rows.reduce((last, row, at) => ((row[column] ?? '').trim() === '' ? last : at), 0);
  return { column, title: header ?? '', firstRow: header === null ? 0 : 1, lastRow };
}

function toValue(text: string): string | number {
  return isNumber(text) ? Number(text) : text.trim();
}
