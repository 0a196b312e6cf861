import { storeKey, toStored } from '../lookup/cache';
import { NO_ACCOUNT } from '../records/no-account';
import type { PracticeAnswer } from './practice-answer';

/**
 * The answers as entries of the store, for {@link NO_ACCOUNT}, as shown while no key is set, or for an account.
 * @param nowMs since 1970: when they were given
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
