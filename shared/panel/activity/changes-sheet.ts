import type { SummarySheet } from '../bulk-host';
import type { CompanyChange } from './compare-companies';

/** More rows take longer than anybody waits for. */
const MOST_ROWS = 20_000;

/**
 * A sheet with one row for each thing that is different. Hosts add it after the others, under another name where this one is
 * taken, and write texts as texts.
 *
 * @param foundAtMs milliseconds since 1970
 */
export function toChangesSheet(changes: readonly CompanyChange[], foundAtMs: number): SummarySheet {
  const found = new Date(foundAtMs).toISOString().slice(0, 10);
  const rows = changes.flatMap(({ domain, added, dropped, newPartners, formerPartners, facts }) => [
    ...added.map((name) => [domain, 'Technology added', '', name, found]),
    ...dropped.map((name) => [domain, 'Technology dropped', name, '', found]),
    ...newPartners.map((name) => [domain, 'Partner added', '', name, found]),
    ...formerPartners.map((name) => [domain, 'Partner dropped', name, '', found]),
    ...facts.map(({ title, before, after }) => [domain, title, before, after, found]),
  ]);
  const left = rows.length - MOST_ROWS;
  return {
    title: 'Changes',
    rows: [
      ['Company', 'Change', 'Before', 'After', 'Found'],
      ...rows.slice(0, MOST_ROWS),
      ...(left > 0 ? [[`${left.toLocaleString('en-US')} more rows are left out`, '', '', '', '']] : []),
    ],
    chart: null,
  };
}
