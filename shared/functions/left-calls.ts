import { FUNCTIONS } from '../catalogue/index';
import { parseJson, readArray } from '../client/json';
import { hasApiKey } from '../errors/mask-keys';
import type { KnownFormula } from './ports';

/**
 * What formulas want that wait for another one to fetch: each leaves its call as a text where whoever fetches finds it,
 * however the formula is written. Anyone who may edit the file could leave texts there too. They count no more than a
 * formula in a cell: the functions read them as they read any, and every limit holds.
 */

/** As long as a formula may run. */
export const LEFT_FOR_SECONDS = 30;
/** In characters. */
const LONGEST = 2_000;
/** Calls of whole columns fetch for themselves. */
const MOST_CELLS = 10;

const IDS: ReadonlySet<unknown> = new Set(FUNCTIONS.map(({ id }) => id));

/**
 * A call as {@link readLeftCalls} reads it.
 *
 * @param nowMs since 1970
 * @returns `null` where it is not left: the formula then fetches by itself
 */
export function toLeftCall({ id, args }: KnownFormula, nowMs: number): string | null {
  const text = JSON.stringify([nowMs, id, args]);
  // A date would arrive as a text.
  const hasDate = args.flat(2).some((value) => typeof value === 'object' && value !== null);
  // Everybody who may edit the file can read it, and a key may have been pasted into a cell.
  return text.length > LONGEST || isLong(args) || hasDate || hasApiKey(String(args)) ? null : text;
}

/** The calls that were left lately, each once; other texts are no calls. @param nowMs since 1970 */
export function readLeftCalls(texts: readonly unknown[], nowMs: number): readonly KnownFormula[] {
  return [...new Set(texts.map(String))].flatMap((text) => {
    const [atMs, id, args] = (text.length > LONGEST ? null : readArray(parseJson(text))) ?? [];
    const isRecent = typeof atMs === 'number' && Math.abs(nowMs - atMs) < LEFT_FOR_SECONDS * 1_000;
    if (!isRecent || !IDS.has(id) || !Array.isArray(args) || isLong(args)) return [];
    return [{ id: id as KnownFormula['id'], args }];
  });
}

function isLong(args: readonly unknown[]): boolean {
  return args.flat(2).length > MOST_CELLS;
}
