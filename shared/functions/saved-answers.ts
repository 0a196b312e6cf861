import { recallFrom, recallKeys } from '../lookup/cache';
import { shownKey } from '../lookup/cache-entry';
import type { ShownAnswer } from '../lookup/displayed-rows';
import { toKnown, type Known } from '../lookup/known';
import type { Alongside, Lookup } from '../lookup/ports';
import { nameOf, readShownFromCache, type ShownAnswers } from '../lookup/shown-cache';
import type { LookupOutcome } from '../records/outcome';
import type { Account } from '../records/ports';

type Cached = ReadonlyMap<string, string>;

/** The saved answers for a look-up: records, and what formulas have shown. */
interface SavedAnswers extends Known {
  /** What was shown, by company or question. */
  readonly shown: ShownAnswers;
  /** As far as the cache has it. */
  readonly fromCache: ShownAnswers;
  /** What the document's own store had and the cache lacked. */
  readonly recalled: readonly ShownAnswer[];
}

/** The cache keys that {@link savedAnswers} reads. */
export function savedKeys(payer: Pick<Account, 'id'>, { kind, identifiers, shownAs }: Alongside): readonly string[] {
  return [
    ...recallKeys(payer, kind, identifiers),
    ...(shownAs === '' ? [] : identifiers.map((identifier) => shownKey(payer.id, shownAs, identifier))),
  ];
}

/** @param remembered the document's own store */
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

/** A company that Trace does not track is saved with no lines. */
function toOutcomes(shown: ShownAnswers): ReadonlyMap<string, LookupOutcome> {
  return new Map(
    [...shown].map(([key, { lines, asOfMs }]) => [
      key,
      lines.length > 0 ? { is: 'shown', lines, asOfMs } : { is: 'notTracked', asOfMs },
    ]),
  );
}
