import type { TraceError } from '../errors/trace-error';

/** A cell's value as a host passes it, not checked yet. */
export type CellValue = unknown;

/** A date in UTC. Each host shows it in its own way; inside joined text it is `2026-06-01`. */
export interface Day {
  readonly day: string;
}

/** A fact of a company card. A list has at least one item. */
export interface CardFact {
  /** The name of the property, which formulas read: `=A2.Employees`. Never changes once published. */
  readonly name: CardFactName;
  readonly value: string | number | Day | readonly string[];
}

type CardFactName =
  | 'Name'
  | 'Domain'
  | 'Industry'
  | 'Employees'
  | 'Country'
  | 'Technologies'
  | 'Partners'
  | 'AsOf'
  | 'FreeUntil';

/** A cell's text with facts about its company. A host that has no cards shows the text. */
export interface CompanyCard {
  readonly text: string;
  /** Only those that are known. */
  readonly facts: readonly CardFact[];
}

/** What a function puts into one cell. A problem is a value, so that it does not affect the other rows. */
export type Cell = string | number | boolean | Day | CompanyCard | TraceError;

/** A rectangle of cells: rows of equal length, at least one row and one column. */
export type Table = readonly (readonly Cell[])[];

/**
 * Whether a cell is blank: `""` in Sheets, `null` in Excel on the web, `0` in Excel on Windows and in the workbook's
 * grid (https://github.com/OfficeDev/office-js/issues/4702). Omitted arguments look the same.
 */
export function isBlank(cell: CellValue): boolean {
  if (cell === undefined || cell === null || cell === 0) return true;
  return typeof cell === 'string' && cell.trim() === '';
}

/** `instanceof` fails for a date from the host's own realm, as in Apps Script. */
export function isDate(cell: CellValue): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]';
}

/** Whether a cell of an answer is a date rather than a text, a number, a truth value or a problem. */
export function isDay(cell: Cell): cell is Day {
  return typeof cell === 'object' && 'day' in cell;
}

/** Whether a cell of an answer is a company card. */
export function isCard(cell: Cell): cell is CompanyCard {
  return typeof cell === 'object' && 'facts' in cell && Array.isArray(cell.facts);
}

/** The date of a timestamp such as `2026-06-01T14:32:00Z`; `null` if it is not one. */
export function toDay(timestamp: unknown): Day | null {
  if (typeof timestamp !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(timestamp)) return null;
  const atMs = Date.parse(timestamp);
  return Number.isNaN(atMs) ? null : dayOf(atMs);
}

/** The UTC date of a moment. @param atMs milliseconds since 1970 */
export function dayOf(atMs: number): Day {
  return { day: new Date(atMs).toISOString().slice(0, 10) };
}

/** A few words, as in `Wird geladen…`. A longer text that ends so was cut, such as a description. */
const LOADING = /^[\p{L}\p{M}'’\u200c\u200d-]+(?:\s[\p{L}\p{M}'’\u200c\u200d-]+){0,3}\s?(?:\.{3}|…)$/u;

/**
 * Google shows a cell that is still calculating as `Loading...`, in the user's language. Seen in the code of add-ons;
 * not documented.
 */
export function isLoading(text: string): boolean {
  return text === '(preview)' || LOADING.test(text);
}
