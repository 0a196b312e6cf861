import { sleep } from '../../client/ports';
import type { FetchPorts, Lookup } from '../../lookup/ports';
import type { Account } from '../../records/ports';
import { ask, type Task } from '../../task';
import { lookupsOf } from './known-formulas';
import type { ColumnPorts, KnownFormula } from '../ports';
import { FUNCTIONS } from '../../catalogue/index';
import { parseJson, readArray } from '../../client/json';
import { hasApiKey } from '../../errors/mask-keys';

/** How long to wait for more formulas to ask, and how often at most. */
const GATHERS_MS = 350;
const GATHERINGS = 5;
/** How often nothing new has come before it goes: what others have left in one place is left again after a while. */
const QUIET = 2;

/**
 * The formulas to fetch for: those of the column where this one can be read, and otherwise what others have left too.
 * Its neighbors are like it, so it waits for them to ask. Where there was no time to read all of the column, those that
 * have asked meanwhile are among them: they would give up before the rest is read. Where it alone has no answer, its
 * neighbors may be calculated too, and show their last ones.
 *
 * @param own the formula itself, where it is known
 */
export function* gatherFormulas(
  own: KnownFormula | null,
  payer: Account,
  asked: Lookup,
): Task<readonly KnownFormula[], FetchPorts & ColumnPorts> {
  const { formulas: column, isWhole } = yield* ask<ColumnPorts, 'columnFormulas'>({ ask: 'columnFormulas' });
  const isRead = lookupsOf(column, payer).some(
    ({ kind, identifiers }) => kind === asked.kind && asked.identifiers.every((each) => identifiers.includes(each)),
  );
  if (own === null) return column;
  if (isRead && isWhole) return [...column, own];
  const isOwn = (each: KnownFormula): boolean => toText(each) === toText(own);
  if (isRead && !column.every(isOwn)) {
    return [...column, ...(yield* ask<ColumnPorts, 'requestsLeft'>({ ask: 'requestsLeft' })), own];
  }
  let left = yield* ask<ColumnPorts, 'requestsLeft'>({ ask: 'requestsLeft' });
  for (let [round, quiet] = [0, 0]; round < GATHERINGS && quiet < (left.length > 1 ? QUIET : 1); round += 1) {
    yield* sleep(GATHERS_MS);
    const known = new Set(left.map(toText));
    left = yield* ask<ColumnPorts, 'requestsLeft'>({ ask: 'requestsLeft' });
    quiet = left.every((each) => known.has(toText(each))) ? quiet + 1 : 0;
  }
  // Alone, it asks one look-up after the other: a guess that its answer makes needless is not made.
  return left.every(isOwn) ? column : [...column, ...left, own];
}

/** Arguments that are left out at the end make no difference. */
function toText({ id, args }: KnownFormula): string {
  return JSON.stringify([id, args]).replace(/(,null)+\]\]$/, ']]');
}

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
