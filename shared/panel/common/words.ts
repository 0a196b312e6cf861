import { count } from '../../errors/count-in-panel';
import { textStart } from '../../text-start';
import { columnName } from '../../cells/column-name';
import { FREE_FOR_MS } from '../../days';

export { count, plural } from '../../errors/count-in-panel';

/** Such as `3 credits`. */
export function toCreditsText(credits: number): string {
  return count(credits, 'credit', 'credits');
}

/** Such as `up to 3 credits`. @param most in credits */
export function toPriceText(most: number): string {
  return most === 0 ? 'free' : `up to ${toCreditsText(most)}`;
}

/** Letters of Hebrew, Arabic and other scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name for use in a sentence. One that is written from right to left is isolated, so that numbers and punctuation
 * beside it stay in place: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates.
 */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** Browsers differ in how they shorten them. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day as `11 Mar 2024`; `''`: there is none.
 * @param timestamp of the API, or milliseconds since 1970
 */
export function toDayText(timestamp: string | number | null): string {
  const atMs = typeof timestamp === 'number' ? timestamp : Date.parse(timestamp ?? '');
  const day = new Date(atMs);
  return Number.isNaN(atMs) ? '' : `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** @param most in UTF-16 units, with the dots at its end */
export function cut(text: string, most: number): string {
  return text.length > most ? `${textStart(text, most - 1)}…` : text;
}

export { columnName } from '../../cells/column-name';

/** @param row from 0 */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Until when asking again costs nothing, as `26 Dec 2026`. @param asOfMs when it was answered, milliseconds since 1970 */
export function toFreeUntil(asOfMs: number): string {
  return toDayText(asOfMs + FREE_FOR_MS);
}

/** The days when something was seen first and last. */
export function toSeenText(first: string | null, last: string | null): string {
  const days = [toDayText(first), toDayText(last)].filter((each) => each !== '');
  return [...new Set(days)].join(' – ');
}
