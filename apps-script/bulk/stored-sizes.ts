import { accountKeys } from '../../shared/panel';
import type { SentEntries } from '../messages/keep-messages';

/** No company's answer is longer, and Google's cache accepts no longer value. */
const LONGEST_ANSWER = 100_000;

const WITHOUT_ACCOUNT = accountKeys('');
/** Domains that no one can own, lists about them, and names of the catalogue. */
const PRACTICE_SUBJECT = /^(\w+\|[\w-]+\.example$|rows\|\["(technologies\.search|[\w.]+","[^"]*\.example[/&"]))/;

/** The entries of the page's own account, which never answer formulas of another account. */
export function ownEntries(entries: SentEntries, accountId: string): SentEntries {
  return entries.filter(
    ([key, text]) => isOwnKey(key, accountId) && typeof text === 'string' && text.length <= LONGEST_ANSWER,
  );
}

/**
 * Whether an answer belongs to an account.
 *
 * @param accountId `''`: there is no key, so that only practice companies may have answers
 */
export function isOwnKey(key: unknown, accountId: string): boolean {
  if (typeof key !== 'string' || !key.startsWith(accountKeys(accountId))) return false;
  return accountId !== '' || PRACTICE_SUBJECT.test(key.slice(WITHOUT_ACCOUNT.length));
}
