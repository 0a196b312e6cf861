import { now, type ClientPorts } from '../client/ports';
import { priceOfUnsaved } from '../credits/formulas-price';
import type { PaidCompanies } from '../credits/paid-companies';
import { asLeast, withUnread } from '../credits/unread-price';
import type { WaitingStatus } from '../credits/waiting-lookups';
import type { Lookup } from '../lookup/ports';
import { readShown } from '../lookup/shown-cache';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { cacheGet, type Account, type RecordsPorts } from '../records/ports';
import type { Task } from '../task';
import { lookupsOf } from './dry-run';
import type { WaitingFormulas } from './price-waiting';
import { savedAnswers, savedKeys } from './saved-answers';

/** More than any function has of look-ups that follow from the answers of others, such as those without a route. */
const MOST_LEVELS = 8;

/**
 * What formulas cost at most that take the place of others: everything that is neither saved nor paid for. Where an answer
 * is missing that others follow from, nobody knows how many: the price is the least then.
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
  /** At which each look-up came first. */
  const levels = new Map<string, number>();
  let unsaved: readonly Lookup[] = [];
  let isWhole = false;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const lookups = lookupsOf(known, payer, saved);
    const before = levels.size;
    for (const { kind, identifiers } of lookups) {
      for (const each of identifiers) levels.set(`${kind}|${each}`, levels.get(`${kind}|${each}`) ?? level);
    }
    isWhole = levels.size === before;
    if (isWhole) break;
    const cached = yield* cacheGet([...new Set(lookups.flatMap((asked) => savedKeys(payer, asked)))]);
    unsaved = lookups.map((asked) => {
      const { outcomes, needed } = savedAnswers(payer, asked, cached, nowMs, remembered);
      const ofKind = (saved[asked.kind] ??= new Map());
      for (const [identifier, outcome] of outcomes) ofKind.set(identifier, outcome);
      return { ...asked, identifiers: needed };
    });
  }
  const price = { cells, ...priceOfUnsaved(unsaved, levels, isWhole, paid, nowMs) };
  return asLeast(withUnread(price, unread), unread);
}
