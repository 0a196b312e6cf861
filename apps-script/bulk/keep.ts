import { newestShown, payForRun, readRunPaid, TraceError, withRun } from '../../shared/formulas';
import type { SentPaid } from '../messages/bulk-messages';
import type { SentEntries, SentKeeping } from '../messages/keep-messages';
import { changeOwnFile, ensureSealKey, ownerOf, readStoredAccount } from '../stored/account';
import { writeCache } from '../formulas/cache-writes';
import { readCache } from '../stored/document-cache';
import { DocumentStore } from '../stored/document-store';
import { makeHost } from '../formulas/host';
import { readLike } from './given';
import { underLock } from './under-lock';
import { accountKeys } from '../../shared/panel';

const KEEPING = {
  account: '',
  charged: [''],
  entries: [['']],
  keepForSeconds: 0,
} as const;

/** Books, then saves; see {@link SentKeeping}. Throws `noKey` or `fileBusy`. */
export function keep(given: unknown): null {
  const { account, charged, entries: sent, keepForSeconds } = readLike(given, KEEPING) as SentKeeping;
  const isOwn = sent.length > 0 && account === (readStoredAccount()?.id ?? '');
  const entries = isOwn ? ownEntries(sent, account) : [];
  // Created so that practice companies are recognized.
  if (account === '' && entries.length > 0) ensureSealKey(true);
  // If the lock is busy, nothing was done, and the page may ask again.
  if (charged.length > 0) underLock(() => book(account, charged));
  remember(entries, keepForSeconds);
  return null;
}

/** The cached texts at these keys, for the user's own account: all accounts share one cache. */
export function recallEntries(given: unknown): SentEntries {
  const keys = readLike(given, ['']);
  const accountId = readStoredAccount()?.id ?? '';
  return [...readCache(keys.filter((key) => isOwnKey(key, accountId)))];
}

export function readPaid(): SentPaid {
  const account = makeHost().performers.account();
  const payer = readStoredAccount();
  const nowMs = Date.now();
  const days = payer === null ? [] : [...readRunPaid(new DocumentStore(), ownerOf(payer)).toDays(nowMs, Infinity)];
  return { account, days };
}

/**
 * When the newest answer about each of these companies was given that formulas of this file show to the user's own
 * account.
 */
export function readShownAges(given: unknown): readonly (readonly [company: string, asOfMs: number])[] {
  const companies = new Set(readLike(given, ['']));
  const payer = readStoredAccount();
  if (payer === null) return [];
  const newest = newestShown(new DocumentStore().read('TRACE_SHOWN'), payer.id);
  return [...newest].filter(([company]) => companies.has(company));
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

/** No company's answer is longer, and Google's cache accepts no longer value. */
const LONGEST_ANSWER = 100_000;

const WITHOUT_ACCOUNT = accountKeys('');
/** Domains that no one can own, lists about them, and names of the catalogue. */
const PRACTICE_SUBJECT = /^(\w+\|[\w-]+\.example$|rows\|\["(technologies\.search|[\w.]+","[^"]*\.example[/&"]))/;

/** The entries of the page's own account, which never answer formulas of another account. */
function ownEntries(entries: SentEntries, accountId: string): SentEntries {
  return entries.filter(
    ([key, text]) => isOwnKey(key, accountId) && typeof text === 'string' && text.length <= LONGEST_ANSWER,
  );
}

/**
 * Whether an answer belongs to an account.
 *
 * @param accountId `''`: there is no key, so that only practice companies may have answers
 */
function isOwnKey(key: unknown, accountId: string): boolean {
  if (typeof key !== 'string' || !key.startsWith(accountKeys(accountId))) return false;
  return accountId !== '' || PRACTICE_SUBJECT.test(key.slice(WITHOUT_ACCOUNT.length));
}
