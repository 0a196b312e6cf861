import { readBucket } from '../../apps-script/stored/document-cache';
import type { WorldState } from '../fakes/apps-script/world-state';
import type { ExpectedLedger, Charge } from './expected-ledger';
import type { Billed } from './model-api';
import type { Delivery } from './sheets-service';

const DAY_MS = 86_400_000;

/** What formulas have counted today for an account, in credits; `null`: the ledger is another account's. */
function countedIn(state: WorldState, accountId: string): number | null {
  const [, , text = ''] = /^1\|([^|]*)\|([\s\S]*)$/.exec(state.documentProperties.readOne('TRACE_SPENT_0') ?? '') ?? [];
  const [keeper, counters] = text === '' ? [] : (JSON.parse(text) as [string, { day: number; formulas: number }]);
  if (keeper !== accountId) return null;
  // The ledger of the next day stays where a clock was set back by one.
  const isToday = [today(state), today(state) + 1].includes(counters?.day ?? NaN);
  return (isToday ? (counters?.formulas ?? 0) : 0) + countedApart(state, accountId);
}

/** What runs without a lock have written down for the next that has it. */
function countedApart(state: WorldState, accountId: string): number {
  return Object.entries(state.documentProperties.read()).reduce((sum, [name, text]) => {
    if (!name.startsWith('TRACE_APART_')) return sum;
    const [id, [day, credits]] = JSON.parse(text) as [string, [number, number]];
    return id === accountId && day === today(state) ? sum + credits : sum;
  }, 0);
}

/** When the cached answer was given that was charged for; milliseconds since 1970. */
function cachedAsOf(
  { documentCache, clock }: WorldState,
  { accountId, kind, identifier }: Pick<Charge, 'accountId' | 'kind' | 'identifier'>,
): number {
  const key = `trace1|${accountId}|${kind}|${identifier}`;
  for (const text of documentCache.texts()) {
    if (!text.includes(key)) continue;
    const kept = readBucket(text, clock.nowMs()).get(key)?.text;
    if (kept !== undefined) return (JSON.parse(kept) as [string, number])[1];
  }
  return -Infinity;
}

function today({ clock }: WorldState): number {
  return Math.floor(clock.nowMs() / DAY_MS);
}

/** What is wrong with the ledger once some answers were delivered; `null`: nothing. */
export function wrongInLedger(
  ledger: ExpectedLedger,
  deliveries: readonly Delivery[],
  log: readonly Billed[],
  state: WorldState,
  accountId: string,
  isOver: boolean,
): string | null {
  if (deliveries.length === 0) return null;
  for (const each of deliveries) {
    const isSeen = (charge: Charge): boolean => !isOver && cachedAsOf(state, charge) >= each.atMs;
    ledger.note(log[each.logged]!, each.accountId, isSeen, false);
  }
  const counted = countedIn(state, accountId);
  const least = ledger.leastCounted(accountId);
  const isShort = counted !== null && counted < least;
  return ledger.overspent(accountId) ?? (isShort ? `${counted} credits are counted, and ${least} were charged` : null);
}
