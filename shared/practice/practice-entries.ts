import { storeKey, toStored } from '../lookup/cache';
import { NO_ACCOUNT } from '../records/account';
import type { PracticeAnswer } from './practice-answer';

/**
 * Turns the answers into store entries, for {@link NO_ACCOUNT} (shown while no key is set) or for an account.
 * @param nowMs when they were given; milliseconds since 1970
 */
export function toPracticeEntries(
  answers: readonly PracticeAnswer[],
  nowMs: number,
  accountId = NO_ACCOUNT.id,
): ReadonlyMap<string, string> {
  return new Map(
    answers.map(([kind, identifier, record]) => [
      storeKey(accountId, kind, identifier),
      toStored(identifier, { is: 'found', record, asOfMs: nowMs }) ?? '',
    ]),
  );
}
