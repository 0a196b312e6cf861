import { recall, runSync, type Account, type EffectOf, type Peeked, type SyncPerformers } from '../shared/index';
import type { SpendBook } from '../shared/index';

/** What the cache has of companies, and which of them this spreadsheet knows to be paid for. */
export function peekAt(
  { kind, identifiers }: EffectOf<'peek'>,
  account: Account,
  { paid }: SpendBook,
  performers: SyncPerformers,
): Peeked {
  const nowMs = Date.now();
  const { outcomes } = runSync(recall(account, kind, identifiers), performers);
  return { outcomes, paid: new Set(identifiers.filter((identifier) => paid.isPaid(identifier, nowMs))) };
}
