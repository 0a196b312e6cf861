import { now, type ClientPorts } from '../../client/ports';
import { readShown } from '../../lookup/shown-answers';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import { cacheGet, type RecordsPorts } from '../../lookup/ports';
import type { Account } from '../../records/account';
import type { Task } from '../../task';
import { lookupsOf, type MostCalls } from './known-formulas';
import type { KnownFormula } from '../ports';
import { savedAnswers, savedKeys } from './column-known';

/** More levels than any function has of lookups that follow from the answers of others. */
const MOST_LEVELS = 8;

type Outcomes = Partial<Record<LookupKind, Map<string, LookupOutcome>>>;

/**
 * The formulas that can be recalculated from saved answers alone.
 *
 * @param payer the account of the formulas
 * @param shownText the shown answers that the document keeps; `''`: none
 */
export function* findSaved(
  { known, whole }: MostCalls,
  payer: Account,
  shownText: string,
): Task<ReadonlySet<string>, Pick<RecordsPorts, 'cacheGet'> & Pick<ClientPorts, 'now'>> {
  const nowMs = yield* now();
  const remembered = readShown(shownText, payer.id);
  const saved = new Set(whole);
  let open = known.map((call) => ({ call, outcomes: {} as Outcomes }));
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const asking = open
      .filter(({ call }) => saved.has(call.formula))
      .map((each) => ({ ...each, lookups: newLookups(each.call, payer, each.outcomes) }))
      .filter(({ lookups }) => lookups.length > 0);
    if (asking.length === 0) return saved;
    const keys = asking.flatMap(({ lookups }) => lookups.flatMap((asked) => savedKeys(payer, asked)));
    const cached = yield* cacheGet([...new Set(keys)]);
    for (const { call, outcomes, lookups } of asking) {
      for (const asked of lookups) {
        const found = savedAnswers(payer, asked, cached, nowMs, remembered);
        if (found.needed.length > 0) saved.delete(call.formula);
        const ofKind = (outcomes[asked.kind] ??= new Map());
        for (const [identifier, outcome] of found.outcomes) ofKind.set(identifier, outcome);
      }
    }
    open = asking;
  }
  for (const { call } of open) saved.delete(call.formula);
  return saved;
}

function newLookups(call: KnownFormula, payer: Account, outcomes: Outcomes): ReturnType<typeof lookupsOf> {
  return lookupsOf([call], payer, outcomes).filter(({ kind, identifiers }) =>
    identifiers.some((each) => outcomes[kind]?.has(each) !== true),
  );
}
