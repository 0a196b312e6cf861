import { newestShown, payForRun, readRunPaid, TraceError, withRun } from '../../shared/formulas';
import type { SentEntries, SentKeeping, SentKept } from '../journal-messages';
import { ensureSealKey, readStoredAccount } from '../account';
import { writeCache } from '../cache-writes';
import { readCache } from '../document-cache';
import { DocumentStore } from '../document-store';
import { changeOwnFile } from '../own-file';
import { readLike, refuse } from './given';
import { holdFile, readHold, underLock } from './hold';
import { changeJournal } from './journal';
import { ownerOf } from '../seal';
import { isOwnKey, isWithinSizes, ownEntries } from './stored-sizes';

const KEEPING = {
  account: '',
  charged: [''],
  entries: [['']],
  keepForSeconds: 0,
  hold: { '?': { holder: '', forMs: 0 } },
  journal: { '?': { was: '', index: '', slots: [{ slot: 0, text: '' }], signed: { '?': [true] } } },
} as const;

/**
 * Books, saves, holds and keeps, in this order; see {@link SentKeeping}. Throws `noKey`, `fileBusy`, and what journals
 * throw.
 */
export function keep(given: unknown): SentKept {
  const { account, charged, entries: sent, keepForSeconds, hold, journal } = readLike<SentKeeping>(given, KEEPING);
  if (journal !== null && !isWithinSizes(journal)) refuse();
  const isOwn = sent.length > 0 && account === (readStoredAccount()?.id ?? '');
  const entries = isOwn ? ownEntries(sent, account) : [];
  // So that a practice run is recognized, and can be undone.
  if (account === '' && entries.length > 0) ensureSealKey(true);
  if (charged.length === 0 && hold === null) {
    remember(entries, keepForSeconds);
    return { elsewhere: null, isOther: false };
  }
  // Ledger and journal share one lock: where it is busy, nothing was done, and the page may ask again.
  return underLock(() => {
    if (charged.length > 0) book(account, charged);
    remember(entries, keepForSeconds);
    const elsewhere = hold === null ? null : holdFile(readHold(hold));
    const isKept = hold === null || elsewhere !== null || journal === null || changeJournal(journal);
    return { elsewhere, isOther: !isKept };
  });
}

/** The cached texts at these keys of the user's own account: everyone's lie in one cache. */
export function recallEntries(given: unknown): SentEntries {
  const keys = readLike<readonly string[]>(given, ['']);
  const accountId = readStoredAccount()?.id ?? '';
  return [...readCache(keys.filter((key) => isOwnKey(key, accountId)))];
}

export function readPaid(): readonly (readonly [number, string])[] {
  const payer = readStoredAccount();
  const nowMs = Date.now();
  return payer === null ? [] : [...readRunPaid(new DocumentStore(), ownerOf(payer)).toDays(nowMs, Infinity)];
}

/** When the newest answer was given that formulas of this file show of each of these companies, to the user's own account. */
export function readShownAges(given: unknown): readonly (readonly [company: string, asOfMs: number])[] {
  const companies = new Set(readLike<readonly string[]>(given, ['']));
  const payer = readStoredAccount();
  return payer === null ? [] : [...newestShown(new DocumentStore().read('TRACE_SHOWN'), payer.id, companies)];
}

function book(account: string, companies: readonly string[]): void {
  const payer = readStoredAccount();
  if (payer === null) throw new TraceError('noKey', {});
  if (payer.id !== account) return;
  const nowMs = Date.now();
  const credits = payForRun(new DocumentStore(), ownerOf(payer), companies, nowMs);
  if (credits > 0) changeOwnFile(nowMs, (file) => withRun(file, credits));
}

function remember(entries: SentEntries, keepForSeconds: number): void {
  if (entries.length > 0) writeCache(new Map(entries), keepForSeconds);
}
