import { count } from '../../shared/panel';
import { columnName } from '../../shared/freeze';
import type { DomainColumn } from './domain-column';
import { firstRowBelowTitles } from './title-row';

/** The notice about a file that was opened. */
export function toOpenedNotice(
  fileName: string,
  rows: readonly (readonly string[])[],
  domains: DomainColumn | null,
): string {
  const formulas = rows.reduce((sum, row) => sum + row.filter(looksLikeFormula).length, 0);
  return [
    // A row of titles does not count, as in the panel.
    `${fileName}: ${count(rows.length - (domains?.firstRow ?? firstRowBelowTitles(rows)), 'row', 'rows')}.`,
    domains === null ? '' : `Domains are in column ${columnName(domains.column)}${inQuotes(domains.title)}.`,
    formulas === 0
      ? ''
      : `${count(formulas, 'formula', 'formulas')} in the file ${formulas === 1 ? 'is' : 'are'} shown as text.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function looksLikeFormula(cell: string): boolean {
  return /^=./.test(cell);
}

function inQuotes(title: string): string {
  return title === '' ? '' : `, “${title}”`;
}
