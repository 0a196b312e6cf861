import { ROWS_PER_PAGE } from '../client/rows';

/** What an enrichment may still ask for when each row costs a credit: https://docs.tracedata.ai/credits/. */

/**
 * Whether a company's own record, which only adds the number of partners, is worth its credit. With less than a page
 * of credits left, it could be paid for and never shown.
 */
export function isCountWorthIt(creditsLeft: number): boolean {
  return creditsLeft >= ROWS_PER_PAGE;
}

/**
 * How many of the wanted rows of a list may be asked for: at least one, since a list cannot be asked for with none.
 */
export function rowsWithin(creditsLeft: number, wanted: number): number {
  return Math.max(1, Math.min(wanted, creditsLeft));
}

/** How many lists of `rows` rows may be asked for: at least one, which is then cut. */
export function listsWithin(creditsLeft: number, rows: number): number {
  return Math.max(1, Math.floor(creditsLeft / rows));
}

/** The credits left after reserving a lookup's greatest cost, part of which may be reserved already. */
export function leftAfter(creditsLeft: number, most: number, reserved: number): number {
  return creditsLeft - Math.max(0, most - reserved);
}
