import { traitsOf } from '../../errors/traits';
import { hasEmailAddress, isEmailAddress, readDomain } from '../../cells/identifier';
import { readInput, type Input } from '../../cells/inputs';
import { TraceError } from '../../errors/trace-error';
import type { GridValue } from '../sheet/cell-values';

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
}

const TITLE =
  /^(company|account|lead|organi[sz]ation|customer|partner)?[ _-]?(name|domain|website|site|url|e-?mail|slug)s?([ _-]?(address|name))?$|^compan(y|ies)$|^accounts?$/i;

/**
 * Reads a selection of one column. Throws `selectionEmpty`, `selectionTooWide` or `selectionTooLong`.
 *
 * @param firstRow of the selection in the sheet, from 0
 */
export function triage(cells: readonly (readonly GridValue[])[], firstRow: number): Triage {
  const width = cells[0]?.length ?? 0;
  if (width > 1) throw new TraceError('selectionTooWide', { columns: width });
  const values = cells.map((row) => row[0] ?? '');
  if (values.every((value) => value === '')) throw new TraceError('selectionEmpty', {});
  const header = findHeader(values, firstRow);
  const rows: InputRow[] = [];
  const from = header === null ? 0 : header.row - firstRow + 1;
  // Checked before any of them is read, which takes time.
  if (values.length - from > MAX_RUN_ROWS) throw new TraceError('selectionTooLong', { rows: values.length - from });
  for (let index = from; index < values.length; index += 1) {
    rows.push({ row: firstRow + index, input: readInput(values[index]) });
  }
  return { header, rows, ...count(rows) };
}

function count(rows: readonly InputRow[]): Omit<Triage, 'header' | 'rows'> {
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
  const looksLikeNames = names > 0 && names > domains + urls + emails + slugs;
  return { domains, urls, emails, slugs, blank, duplicates, freeMail, pages, unusable, names, looksLikeNames };
}

/** Whether it may be a company name. Email addresses are not searched for: only their domains are ever sent. */
export function mayBeName({ error, given }: Extract<Input, { readonly is: 'problem' }>): boolean {
  return traitsOf(error).mayBeName === true && /\p{L}/u.test(given) && !hasEmailAddress(given);
}

/** The first cell that is not blank, if it is a title, or the only one without a domain. @param firstRow from 0 */
export function findHeader(values: readonly GridValue[], firstRow: number): Triage['header'] {
  const first = values.findIndex((value) => value !== '');
  const value = values[first];
  if (typeof value !== 'string' || readDomain(value) !== null) return null;
  const title = value.trim();
  // A title may give an example: `Email (ann@acme.com)`.
  if (hasEmailAddress(title) && !TITLE.test(title.split(/[(:,]/, 1)[0]!.trim())) return null;
  const others = values.slice(first + 1, first + 101).filter((other) => other !== '');
  const domains = others.filter((other) => typeof other === 'string' && readDomain(other) !== null);
  const isTitle = TITLE.test(title) && others.length > 0;
  return isTitle || domains.length * 2 > others.length ? { row: firstRow + first, title: value } : null;
}
