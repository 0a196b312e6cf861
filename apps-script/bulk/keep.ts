import { TraceError } from '../../shared/index';
import type { SentEntries, SentKeeping, SentKept } from '../../shared/sidebar/protocol';
import { readStoredAccount } from '../account';
import { readCache, writeCache } from '../document-cache';
import { DocumentStore } from '../document-store';
import { readLike } from './given';
import { holdFile, readHold, underLock } from './hold';
import { changeJournal } from './journal';
import { payForRun, readRunPaid } from './run-book';

const KEEPING = {
  account: '',
  charged: [''],
  entries: [['']],
  keepForSeconds: 0,
  hold: { '?': { holder: '', forMs: 0 } },
  journal: { '?': { was: '', index: '', slots: [{ slot: 0, text: '' }] } },
} as const;

/** Books, remembers, holds and keeps, in this order; see {@link SentKeeping}. Throws `noKey` and what journals throw. */
export function keep(given: unknown): SentKept {
  const { account, charged, entries, keepForSeconds, hold, journal } = readLike<SentKeeping>(given, KEEPING);
  if (charged.length > 0) underLock(() => book(account, charged));
  if (entries.length > 0) writeCache(new Map(entries), keepForSeconds);
  if (hold === null) return { elsewhere: null, isOther: false };
  return underLock((hasLock) => {
    const elsewhere = holdFile(readHold(hold), hasLock);
    return { elsewhere, isOther: elsewhere === null && journal !== null && !changeJournal(journal) };
  });
}

/** What the cache has of these keys. */
export function recallEntries(given: unknown): SentEntries {
  return [...readCache(readLike<readonly string[]>(given, ['']))];
}

export function readPaid(): readonly (readonly [number, string])[] {
  const payer = readStoredAccount();
  const nowMs = Date.now();
  return payer === null ? [] : [...readRunPaid(new DocumentStore(), payer, nowMs).toDays(nowMs, Infinity)];
}

function book(account: string, companies: readonly string[]): void {
  const payer = readStoredAccount();
  if (payer === null) throw new TraceError('noKey', {});
  if (payer.id === account) payForRun(payer, companies, Date.now());
}
