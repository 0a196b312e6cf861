import { hasEmailAddress, isEmailAddress, readDomain } from '../../cells/identifier';
import { readInput, type Input } from '../../cells/inputs';
import { TraceError } from '../../errors/trace-error';
import type { GridValue } from '../sheet/cell-values';
import { isCompanyTitle, isOtherTitle } from './column-title';
import { mayBeName } from './name-cell';

const MAX_RUN_ROWS = 100_000;

export interface InputRow {
  /** In the sheet, from 0. */
  readonly row: number;
  readonly input: Input;
}

/** The contents of a selection. Reading them is free. */
export interface Triage {
  /** `null`: the first row is already an input. */
  readonly header: { readonly row: number; readonly title: string } | null;
  readonly rows: readonly InputRow[];
  readonly domains: number;
  readonly urls: number;
  readonly emails: number;
  readonly slugs: number;
  readonly blank: number;
  /** Rows that repeat a company of an earlier row. */
  readonly duplicates: number;
  readonly freeMail: number;
  /** Pages on sites such as linkedin.com, which are not the company's own. */
  readonly pages: number;
  /** Cells that name no company, including free mail addresses and such pages. */
  readonly unusable: number;
  /** The part of `unusable` that may be company names. */
  readonly names: number;
  /** Whether these are company names, whose domains must be searched first. */
  readonly looksLikeNames: boolean;
  /** Whether the title says that these are no companies, as in a column of notes, and most cells have no domain. */
  readonly isOther: boolean;
}

/**
 * Reads a selection of one column. Throws `selectionEmpty`, `selectionTooWide` or `selectionTooLong`.
 *
 * @param firstRow of the selection in the sheet, from 0
 * @param titleRow the row that has titles in other columns, from 0
 */
export function triage(
  cells: readonly (readonly GridValue[])[],
  firstRow: number,
  titleRow: number | null = null,
): Triage {
  const width = cells[0]?.length ?? 0;
  if (width > 1) throw new TraceError('selectionTooWide', { columns: width });
  const values = cells.map((row) => row[0] ?? '');
  if (values.every((value) => value === '')) throw new TraceError('selectionEmpty', {});
  const header = titleBelow(values, firstRow) ?? findHeader(values, firstRow) ?? titleIn(values, firstRow, titleRow);
  const rows: InputRow[] = [];
  const from = header === null ? 0 : header.row - firstRow + 1;
  // Checked before any of them is read, which takes time.
  if (values.length - from > MAX_RUN_ROWS) throw new TraceError('selectionTooLong', { rows: values.length - from });
  for (let index = from; index < values.length; index += 1) {
    rows.push({ row: firstRow + index, input: readInput(values[index]) });
  }
  return withHeader({ rows, ...count(rows) }, header);
}

/** What the title says of the cells below it. */
export function withHeader(
  found: Omit<Triage, 'header' | 'looksLikeNames' | 'isOther'>,
  header: Triage['header'],
): Triage {
  const { rows, domains, urls, emails, slugs, blank, names } = found;
  const filled = rows.length - blank;
  const isOther = header !== null && isOtherTitle(header.title) && (domains + urls + emails) * 2 < filled;
  const isMostly = names * 2 > filled || (header !== null && isCompanyTitle(header.title));
  const areNames = isMostly && names > domains + urls + emails + slugs;
  return { ...found, header, isOther, looksLikeNames: areNames && !isOther };
}

function count(rows: readonly InputRow[]): Omit<Triage, 'header' | 'rows' | 'looksLikeNames' | 'isOther'> {
  const seen = new Set<string>();
  let [domains, urls, emails, slugs, blank, duplicates] = [0, 0, 0, 0, 0, 0];
  let [unusable, freeMail, pages, names] = [0, 0, 0, 0];
  for (const { input } of rows) {
    if (input.is === 'blank') blank += 1;
    else if (input.is === 'problem') {
      unusable += 1;
      const { code } = input.error;
      if (code === 'inputIsFreeMail') freeMail += 1;
      if (code === 'inputIsPage') pages += 1;
      if (mayBeName(input)) names += 1;
    } else {
      if (seen.has(input.identifier)) duplicates += 1;
      seen.add(input.identifier);
      if (!input.identifier.includes('.')) slugs += 1;
      else if (isEmailAddress(input.given)) emails += 1;
      else if (/[/:]/.test(input.given)) urls += 1;
      else domains += 1;
    }
  }
  return { domains, urls, emails, slugs, blank, duplicates, freeMail, pages, unusable, names };
}

/** The first cell that is not blank, if it is a title, or the only one without a domain. @param firstRow from 0 */
export function findHeader(values: readonly GridValue[], firstRow: number): Triage['header'] {
  const first = values.findIndex((value) => value !== '');
  const value = values[first];
  if (typeof value !== 'string' || readDomain(value) !== null) return null;
  const title = value.trim();
  // A title may give an example: `Email (ann@acme.com)`.
  if (hasEmailAddress(title) && !isKnown(title.split(/[(:,]/, 1)[0]!)) return null;
  const others = values.slice(first + 1, first + 101).filter((other) => other !== '');
  const domains = others.filter(isDomain);
  const isTitle = isKnown(title) && others.length > 0;
  return isTitle || domains.length * 2 > others.length ? { row: firstRow + first, title: value } : null;
}

/** The title of companies right above the first domain, where a heading or a note is above the table. */
function titleBelow(values: readonly GridValue[], firstRow: number): Triage['header'] {
  const [first, at] = [values.findIndex((value) => value !== ''), values.findIndex(isDomain) - 1];
  const title = values[at];
  return at > first && typeof title === 'string' && isCompanyTitle(title) ? { row: firstRow + at, title } : null;
}

function isDomain(value: GridValue): boolean {
  return typeof value === 'string' && readDomain(value) !== null;
}

function isKnown(title: string): boolean {
  return isCompanyTitle(title) || isOtherTitle(title);
}

/** The title in the same row as the titles of other columns. */
function titleIn(values: readonly GridValue[], firstRow: number, titleRow: number | null): Triage['header'] {
  const first = values.findIndex((value) => value !== '');
  const value = values[first];
  const isTitle = typeof value === 'string' && firstRow + first === titleRow && readDomain(value) === null;
  return isTitle && values.slice(first + 1).some((other) => other !== '') ? { row: titleRow, title: value } : null;
}

/** The first row that has a known title in one of these columns; `null`: there is none. @param firstRow from 0 */
export function findTitleRow(columns: readonly (readonly GridValue[])[], firstRow: number): number | null {
  const rows = columns.flatMap((values) => {
    const first = values.findIndex((value) => value !== '');
    const value = values[first];
    return typeof value === 'string' && isKnown(value) ? [firstRow + first] : [];
  });
  return rows.length === 0 ? null : Math.min(...rows);
}
