import { COUNT_FORMAT } from '../../enrich/sheet/cell-values';
import type { NewSheet, RowsBelowTitles } from '../added-sheet';
import type { Change } from './compare-answers';
import { newestFirst } from './change-counts';

/** More rows take longer than anyone waits for. */
const MOST_ROWS = 20_000;
const TITLE = 'What changed';
const TITLES = ['Checked on', 'Company', 'Kind', 'Name', 'Category', 'Change', 'From', 'To', 'Seen on'];
const WIDTHS = [12, 24, 12, 26, 24, 10, 18, 18, 12];
/** _From_ and _To_, where they are numbers. */
const FORMATS = [6, 7].map((column) => ({ column, format: COUNT_FORMAT }));
const KINDS = { technology: 'Technology', partner: 'Partner', fact: 'Fact' };
const WORDS = { adopted: 'Adopted', dropped: 'Dropped', changed: 'Changed' };

/**
 * The rows of a check on the sheet _What changed_: one for each change, newest first.
 *
 * @param checkedOn the day of the check, such as `2026-12-01`
 */
export function toChangeRows(changes: readonly Change[], checkedOn: string): RowsBelowTitles {
  const day = { day: checkedOn };
  const rows = newestFirst(changes).map(({ domain, kind, what, category, is, from, to, seenOn }) => [
    ...[day, domain, KINDS[kind], what, category, WORDS[is], from, to, { day: seenOn }],
  ]);
  const omitted = rows.length - MOST_ROWS;
  const note = [day, `${omitted.toLocaleString('en-US')} more rows are omitted`, '', '', '', '', '', '', ''];
  const told = [...rows.slice(0, MOST_ROWS), ...(omitted > 0 ? [note] : [])];
  return { title: TITLE, titles: TITLES, rows: told, formats: FORMATS };
}

/** Nothing to add: the host only shows the sheet, if there is one. */
export const NO_CHANGE_ROWS: RowsBelowTitles = { title: TITLE, titles: TITLES, rows: [], formats: [] };

/** The sheet of the first check. */
export function toChangesSheet({ title, titles, rows, formats }: RowsBelowTitles): NewSheet {
  const looks = { widths: WIDTHS, formats, titles: [{ row: 0, columns: titles.length }], frozenRows: 1 };
  return { title, rows: [titles, ...rows], looks };
}
