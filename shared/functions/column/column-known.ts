import { now } from '../../client/ports';
import { recallFrom, recallKeys, shownKey, type Recalled } from '../../lookup/cache';
import { goDespite, readPause, readRefusals, refusalKeys } from '../../lookup/refusals';
import { nameOf, readShownFromCache, type ShownAnswers } from '../../lookup/shown-answers';
import {
  type ShownAnswer,
  type Alongside,
  type FetchTask,
  type Lookup,
  cacheGet,
  type RecordsPorts,
} from '../../lookup/ports';
import type { TraceError } from '../../errors/trace-error';
import { freshnessOf, type LookupOutcome } from '../../records/outcome';
import type { Account } from '../../records/account';
import type { Task } from '../../task';

/**
 * What is saved for the lookups of a formula: in the cache, and in the document, which keeps what formulas have
 * shown.
 */

export type Cached = ReadonlyMap<string, string>;
export type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What is known without a request. */
export interface Known extends Recalled {
  /** Must be looked up. */
  readonly needed: readonly string[];
  /** Known, but too old: look it up only if that is free. */
  readonly ifFree: readonly string[];
}

/** What is known for a lookup, and what remains to be done for it. */
export interface ColumnKnown extends Known {
  /** Whether what the formula shows is in the cache but not yet in the document. */
  readonly isUnkept: boolean;
  /** What the document had and the cache lacked. */
  readonly recalled: readonly ShownAnswer[];
  /** What the cache has for it. */
  readonly cached: Cached;
}

const NOTHING_SHOWN: ShownAnswers = new Map();
/** Shown answers are dated to the minute. */
const SAME_WITHIN_MS = 60_000;

/** The cache keys that {@link savedAnswers} reads. */
export function savedKeys({ id }: Pick<Account, 'id'>, { kind, identifiers, shownAs }: Alongside): readonly string[] {
  return [
    ...recallKeys({ id }, kind, identifiers),
    ...(shownAs === '' ? [] : identifiers.map((identifier) => shownKey(id, shownAs, identifier))),
  ];
}

/** The cache keys that {@link knownOf} reads. */
export function keysOf(payer: Pick<Account, 'id'>, asked: readonly Alongside[]): readonly string[] {
  return asked.flatMap((each) => [...savedKeys(payer, each), ...refusalKeys(payer.id, each.kind, each.identifiers)]);
}

/** Makes one cache call. If it fails, nothing is known. */
export function* readCache(keys: readonly string[]): Task<Cached, Pick<RecordsPorts, 'cacheGet'>> {
  try {
    return yield* cacheGet([...new Set(keys)]);
  } catch {
    return new Map();
  }
}

/** The saved answers for a lookup: records, and what formulas have shown. */
interface SavedAnswers extends Known {
  /** What was shown, by company or question. */
  readonly shown: ShownAnswers;
  /** The shown answers that the cache has. */
  readonly fromCache: ShownAnswers;
  /** What the document had and the cache lacked. */
  readonly recalled: readonly ShownAnswer[];
}

/** @param remembered what the document keeps */
export function savedAnswers(
  payer: Account,
  asked: Lookup,
  cached: Cached,
  nowMs: number,
  remembered: ShownAnswers,
): SavedAnswers {
  const { kind, identifiers, shownAs } = asked;
  const fromCache = readShownFromCache(payer.id, shownAs, identifiers, cached);
  const recalled = identifiers.flatMap((each) =>
    fromCache.has(each) ? [] : (remembered.get(nameOf(shownAs, each)) ?? []),
  );
  const shown = new Map([...fromCache, ...recalled.map((answer) => [answer.key, answer] as const)]);
  const known = toKnown(recallFrom(cached, payer, kind, identifiers, nowMs), asked, toOutcomes(shown), nowMs);
  return { ...known, shown, fromCache, recalled };
}

/**
 * What a lookup still needs. An older answer is shown if the service, the credits or the policy refuse a new one; the
 * field `as_of` shows its date.
 *
 * @param shown what formulas of the same signature have shown; a saved record says more and comes first
 * @param nowMs milliseconds since 1970
 */
function toKnown(recalled: Recalled, asked: Lookup, shown: Outcomes, nowMs: number): Known {
  const outcomes = new Map(shown);
  for (const [identifier, outcome] of recalled.outcomes) {
    // The route may be missing although rows were shown: those came from another route.
    if (outcome.is !== 'noRoute' || !shown.has(identifier)) outcomes.set(identifier, outcome);
  }
  const ofVerdict = (verdict: ReturnType<typeof freshnessOf>): readonly string[] =>
    asked.identifiers.filter((identifier) => freshnessOf(outcomes.get(identifier), asked, nowMs) === verdict);
  return { ...recalled, outcomes, needed: ofVerdict('needed'), ifFree: ofVerdict('ifFree') };
}

/** Merges known and fetched outcomes: an older answer replaces a new one that failed. */
export function withFetched(known: Outcomes, fetched: Outcomes): Outcomes {
  const outcomes = new Map(known);
  for (const [identifier, outcome] of fetched) {
    if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
  }
  return outcomes;
}

/**
 * What is known for a lookup: saved answers, and refusals that would be repeated.
 *
 * @param cached what the cache has for {@link keysOf}
 * @param remembered what the document keeps
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
    // Anything from the document was checked when it was put into the cache.
    ifFree: known.ifFree.filter((identifier) => !fromCache.has(identifier)),
    isUnkept: shownAs !== '' && identifiers.some((each) => isRecord(each) && (isNewer(each) || isUnknown(each))),
    cached,
  };
}

/** Whether nothing remains to be done. */
export function isComplete({ needed, ifFree, isUnkept }: ColumnKnown): boolean {
  return needed.length + ifFree.length === 0 && !isUnkept;
}

/** Why nothing that is needed may be sent now; `null`: some of it may. */
export function* pauseOf(payer: Account, { kind }: Lookup, known: Known): FetchTask<TraceError | null> {
  const pause = readPause(known.pauseText, payer.keyId, yield* now());
  return pause === null || (yield* goDespite(pause.error, kind, known.needed)).length > 0 ? null : pause.error;
}

export function isKnown(outcome: LookupOutcome | undefined): boolean {
  return outcome?.is === 'found' || outcome?.is === 'notTracked';
}

function givenAtMs(outcome: LookupOutcome | undefined): number {
  return outcome?.is === 'found' || outcome?.is === 'notTracked' ? outcome.asOfMs : 0;
}

/** A company that Trace does not track is saved without lines. */
function toOutcomes(shown: ShownAnswers): Outcomes {
  return new Map(
    [...shown].map(([key, { lines, asOfMs }]) => [
      key,
      lines.length > 0 ? { is: 'shown', lines, asOfMs } : { is: 'notTracked', asOfMs },
    ]),
  );
}
