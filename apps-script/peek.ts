import {
  recall,
  runSync,
  type Account,
  type Asked,
  type FetchPorts,
  type LookupPorts,
  type Peeked,
} from '../shared/index';
import type { SpendBook } from '../shared/index';

/** What the cache has of companies, and which of them this spreadsheet knows to be paid for. */
export function peekAt(
  { kind, identifiers }: Asked<LookupPorts, 'peek'>,
  account: Account,
  { paid }: SpendBook,
  performers: FetchPorts,
): Peeked {
  const nowMs = Date.now();
  const { outcomes } = runSync(recall(account, kind, identifiers), performers);
  return { outcomes, paid: new Set(identifiers.filter((identifier) => paid.isPaid(identifier, nowMs))) };
}
