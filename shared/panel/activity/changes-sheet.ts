import type { SummarySheet } from '../bulk-host';
import type { Change } from './compare-answers';
import { newestFirst } from './change-counts';

/** More rows take longer than anyone waits for. */
const MOST_ROWS = 20_000;
const KINDS = { technology: 'Technology', partner: 'Partner', fact: 'Fact' };
const WORDS = { adopted: 'Adopted', dropped: 'Dropped', changed: 'Changed' };

/** The sheet _What changed_, with one row for each change, newest first. */
export function toChangesSheet(changes: readonly Change[]): SummarySheet {
  const rows = newestFirst(changes).map(({ domain, kind, what, is, from, to, seenOn }) => [
    ...[domain, KINDS[kind], what, WORDS[is], from, to, seenOn],
  ]);
  const omitted = rows.length - MOST_ROWS;
  return {
    title: 'What changed',
    rows: [
      ['Company', 'Kind', 'Name', 'Change', 'From', 'To', 'Seen on'],
      ...rows.slice(0, MOST_ROWS),
      ...(omitted > 0 ? [[`${omitted.toLocaleString('en-US')} more rows are omitted`, '', '', '', '', '', '']] : []),
    ],
    looks: { widths: [24, 12, 26, 10, 18, 18, 12], formats: [] },
  };
}
