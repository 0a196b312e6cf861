import { ROWS_PER_PAGE } from '../client/rows';

/** What a run may still ask for where a credit buys a row: https://docs.tracedata.ai/credits/. */

/**
 * Whether a company's own record is worth its credit, since it only tells how many partners there are. With less than a
 * page left, it would be paid for and perhaps not shown.
 */
export function isCountWorthIt(creditsLeft: number): boolean {
  return creditsLeft >= ROWS_PER_PAGE;
}

/** So many rows of a list, of those that are wanted; a list is not asked for without any. */
export function rowsWithin(creditsLeft: number, wanted: number): number {
  return Math.max(1, Math.min(wanted, creditsLeft));
}

/** So many lists of so many rows each, and always one, which is then cut. */
export function listsWithin(creditsLeft: number, rows: number): number {
  return Math.max(1, Math.floor(creditsLeft / rows));
}

/** The credits that are left once a look-up has its greatest cost reserved, of which some may be reserved already. */
export function leftAfter(creditsLeft: number, most: number, reserved: number): number {
  return creditsLeft - Math.max(0, most - reserved);
}
