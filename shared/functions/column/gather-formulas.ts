import { sleep } from '../../client/ports';
import type { FetchPorts, Lookup } from '../../lookup/ports';
import type { Account } from '../../records/ports';
import { ask, type Task } from '../../task';
import { lookupsOf } from './known-formulas';
import type { ColumnPorts, KnownFormula } from '../ports';
import { FUNCTIONS } from '../../catalogue/index';
import { parseJson, readArray } from '../../client/json';
import { hasApiKey } from '../../errors/mask-keys';

/** How long to wait for more formulas to ask, and how many times at most. */
const GATHERS_MS = 350;
const GATHERINGS = 5;
/** How many waits without anything new end the gathering. A call that was overwritten is left again after a while. */
const QUIET = 2;

/**
 * The formulas to fetch for. If this formula can be read in its column, these are the column's formulas; otherwise
 * they include the calls that others have left, and it waits for neighbors to leave theirs. If there was no time to
 * read the whole column, the calls left meanwhile are included too: those formulas would give up before the rest is
 * read. The same holds if this is the only formula without an answer: its neighbors may be recalculating while they
 * still show old answers.
 *
 * @param own the formula itself, if it is known
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
  // A formula on its own asks for one lookup after the other, because its first answer may make the next lookup
  // needless.
  return left.every(isOwn) ? column : [...column, ...left, own];
}

/** Omitted arguments at the end make no difference. */
function toText({ id, args }: KnownFormula): string {
  return JSON.stringify([id, args]).replace(/(,null)+\]\]$/, ']]');
}

/**
 * How a waiting formula tells another one what to fetch: it leaves its call as text, however the formula is written.
 * Anyone who may edit the file could leave such texts too. They can do no more than a formula in a cell: functions
 * read them like any other, and every limit applies.
 */

/** As long as a formula may run. */
export const DEPOSITED_FOR_SECONDS = 30;
/** The longest text, in characters. */
const LONGEST = 2_000;
/** Calls of whole columns fetch for themselves. */
const MOST_CELLS = 10;

const IDS: ReadonlySet<unknown> = new Set(FUNCTIONS.map(({ id }) => id));

/**
 * Writes a call as {@link readLeftCalls} reads it.
 *
 * @param nowMs milliseconds since 1970
 * @returns `null` if the call cannot be left: the formula then fetches by itself
 */
export function toDepositedCall({ id, args }: KnownFormula, nowMs: number): string | null {
  const text = JSON.stringify([nowMs, id, args]);
  // A date would arrive as text.
  const hasDate = args.flat(2).some((value) => typeof value === 'object' && value !== null);
  // Anyone who may edit the file can read it, and a key may have been pasted into a cell.
  return text.length > LONGEST || isLong(args) || hasDate || hasApiKey(String(args)) ? null : text;
}

/** The calls that were left recently, each once. Other texts are ignored. @param nowMs milliseconds since 1970 */
export function readDepositedCalls(texts: readonly unknown[], nowMs: number): readonly KnownFormula[] {
  return [...new Set(texts.map(String))].flatMap((text) => {
    const [atMs, id, args] = (text.length > LONGEST ? null : readArray(parseJson(text))) ?? [];
    const isRecent = typeof atMs === 'number' && Math.abs(nowMs - atMs) < DEPOSITED_FOR_SECONDS * 1_000;
    if (!isRecent || !IDS.has(id) || !Array.isArray(args) || isLong(args)) return [];
    return [{ id: id as KnownFormula['id'], args }];
  });
}

function isLong(args: readonly unknown[]): boolean {
  return args.flat(2).length > MOST_CELLS;
}
