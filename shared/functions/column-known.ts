import { shownKey } from '../lookup/cache-entry';
import type { ShownAnswer } from '../lookup/displayed-rows';
import { withFetched, type Known } from '../lookup/known';
import type { Alongside, Lookup } from '../lookup/ports';
import type { ShownAnswers } from '../lookup/shown-cache';
import type { LookupOutcome } from '../records/outcome';
import type { Account } from '../records/ports';
import { readRefusals, refusalKeys } from './refusal-cache';
import { savedAnswers, savedKeys } from './saved-answers';

type Cached = ReadonlyMap<string, string>;

/** What is known for a look-up, and what remains to be done with it. */
interface ColumnKnown extends Known {
  /** Whether what it shows is in the cache but not yet in the longer-lived store. */
  readonly isUnkept: boolean;
  /** What the document's own store had and the cache lacked. */
  readonly recalled: readonly ShownAnswer[];
}

const NOTHING_SHOWN: ShownAnswers = new Map();
/** What was shown is dated to the minute. */
const SAME_WITHIN_MS = 60_000;

/** The cache keys that {@link knownOf} reads. */
export function keysOf(payer: Pick<Account, 'id'>, asked: readonly Alongside[]): readonly string[] {
  return asked.flatMap((each) => [...savedKeys(payer, each), ...refusalKeys(payer.id, each.kind, each.identifiers)]);
}

/**
 * What is known for a look-up.
 * @param remembered the document's own store
 */
export function knownOf(
  payer: Account,
  asked: Lookup,
  cached: Cached,
  nowMs: number,
  remembered = NOTHING_SHOWN,
): ColumnKnown {
  const { kind, identifiers, shownAs } = asked;
  const { id } = payer;
  const { fromCache, shown, ...known } = savedAnswers(payer, asked, cached, nowMs, remembered);
  const refusals = readRefusals(id, kind, known.needed, cached);
  const isUnknown = (each: string): boolean => !shown.has(each) && !cached.has(shownKey(id, shownAs, each));
  const isNewer = (each: string): boolean =>
    givenAtMs(known.outcomes.get(each)) - (shown.get(each)?.asOfMs ?? Infinity) > SAME_WITHIN_MS;
  const isRecord = (identifier: string): boolean => isKnown(known.outcomes.get(identifier));
  return {
    ...known,
    outcomes: withFetched(known.outcomes, refusals),
    needed: known.needed.filter((identifier) => !refusals.has(identifier)),
    // Anything from the document's own store was checked when it came into the cache.
    ifFree: known.ifFree.filter((identifier) => !fromCache.has(identifier)),
    isUnkept: shownAs !== '' && identifiers.some((each) => isRecord(each) && (isNewer(each) || isUnknown(each))),
  };
}

export function isComplete({ needed, ifFree, isUnkept }: ColumnKnown): boolean {
  return needed.length + ifFree.length === 0 && !isUnkept;
}

export function isKnown(outcome: LookupOutcome | undefined): boolean {
  return outcome?.is === 'found' || outcome?.is === 'notTracked';
}

function givenAtMs(outcome: LookupOutcome | undefined): number {
  return outcome?.is === 'found' || outcome?.is === 'notTracked' ? outcome.asOfMs : 0;
}
