import { now, type ClientPorts } from '../client/ports';
import type { PaidCompanies } from '../credits/paid-companies';
import { priceOf } from '../credits/prices';
import type { WaitingStatus } from '../credits/waiting-lookups';
import type { Lookup } from '../lookup/ports';
import { readShown } from '../lookup/shown-cache';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { cacheGet, type Account, type RecordsPorts } from '../records/ports';
import type { Task } from '../task';
import { lookupsOf } from './dry-run';
import type { WaitingFormulas } from './price-waiting';
import { savedAnswers, savedKeys } from './saved-answers';

/** Look-ups without a route are followed by others. */
const ROUNDS = 2;

/**
 * What formulas cost at most that take the place of others: everything that is neither saved nor paid for.
 *
 * @param payer the account that they will be calculated for
 * @param shownText what the document keeps of what formulas have shown; `''`: nothing
 */
export function* priceUnsaved(
  { cells, known, unread }: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  shownText: string,
): Task<WaitingStatus, Pick<RecordsPorts, 'cacheGet'> & Pick<ClientPorts, 'now'>> {
  const nowMs = yield* now();
  const remembered = readShown(shownText, payer.id);
  const saved: Partial<Record<LookupKind, Map<string, LookupOutcome>>> = {};
  let unsaved: readonly Lookup[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const lookups = lookupsOf(known, payer, saved);
    const cached = yield* cacheGet([...new Set(lookups.flatMap((asked) => savedKeys(payer, asked)))]);
    unsaved = lookups.map((asked) => {
      const { outcomes, needed } = savedAnswers(payer, asked, cached, nowMs, remembered);
      const ofKind = (saved[asked.kind] ??= new Map());
      for (const [identifier, outcome] of outcomes) ofKind.set(identifier, outcome);
      return { ...asked, identifiers: needed };
    });
  }
  const { credits, isLeast } = priceOf(unsaved, paid, nowMs);
  return {
    cells,
    credits: credits + unread,
    isLeast: isLeast || unread > 0,
    ...(unread > 0 ? { isUnread: true } : {}),
  };
}
