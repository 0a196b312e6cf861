import type { SelectedColumn } from '../../enrich/plan/selection';
import { count } from '../count';
import { isolated } from '../isolated';
import { domainsOf } from '../selected/domains-of';

export interface ChosenCompanies {
  /** The companies of the selected cells; of one cell, the company of its row. */
  readonly domains: readonly string[];
  /** All companies of the column, where only one cell is selected. */
  readonly column: readonly string[];
}

/** @param most so many can be sent at once */
export function chooseCompanies(selected: SelectedColumn | null, most: number): ChosenCompanies {
  if (selected === null) return { domains: [], column: [] };
  const all = domainsOf(selected).domains.slice(0, most);
  if (!selected.isWidened) return { domains: all, column: [] };
  const { triage, selectedRow } = selected;
  const rows = triage.rows.filter(({ row }) => row === selectedRow);
  return { domains: domainsOf({ triage: { ...triage, rows } }).domains, column: all };
}

/** `stripe.com`, or `2 companies`. */
export function nameCompanies(domains: readonly string[]): string {
  const [only] = domains;
  return only !== undefined && domains.length === 1 ? isolated(only) : count(domains.length, 'company', 'companies');
}

/** What one selected cell stands for. */
export function toOneCellText(selected: SelectedColumn, { domains }: ChosenCompanies): string {
  const row = selected.selectedRow + 1;
  const [only] = domains;
  return only === undefined
    ? `One cell is selected. Row ${row} names no company.`
    : `One cell is selected: row ${row}, ${isolated(only)}. Select more cells for more companies.`;
}
