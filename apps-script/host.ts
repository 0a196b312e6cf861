import { answerLookup, keyClassOf, runSync, TraceError, type FetchLimits, type SyncPerformers } from '../shared/index';
import { readStoredAccount, type StoredAccount } from './account';
import { readCache, writeCache } from './document-cache';
import { exchangeAll, type FetchTimes } from './url-fetch';

/**
 * Google ends a custom function after 30 s and shows nothing of what it did
 * (https://developers.google.com/apps-script/guides/sheets/functions). So nothing is asked for after 20 s, what was asked
 * for has to be there after 26 s, and the rest is for writing to the cache and to the cells.
 */
const NO_REQUEST_AFTER_MS = 20_000;
const ANSWERED_AFTER_MS = 26_000;

/** Google answers some 10 to 30 requests of one `fetchAll` in parallel, as people report. */
const REQUESTS_AT_ONCE = 20;

const RETRY: FetchLimits['retry'] = { maxRetries: 2, waitBudgetMs: 6_000 };

/** Google's services, as the core asks for them, for one run. */
export function makeHost(): SyncPerformers {
  const startMs = Date.now();
  const times: FetchTimes = {
    noRequestAfterMs: startMs + NO_REQUEST_AFTER_MS,
    answeredByMs: startMs + ANSWERED_AFTER_MS,
  };
  const limits: FetchLimits = { deadlineMs: times.noRequestAfterMs, requestsAtOnce: REQUESTS_AT_ONCE, retry: RETRY };
  let stored: StoredAccount | null | undefined;
  const account = (): StoredAccount | null => (stored === undefined ? (stored = readStoredAccount()) : stored);
  const host: SyncPerformers = {
    http({ requests }) {
      const payer = account();
      if (payer === null) throw new TraceError('noKey', {});
      return exchangeAll(requests, payer.apiKey, times);
    },
    cacheGet: ({ keys }) => readCache(keys),
    cachePut: ({ entries, keepForSeconds }) => writeCache(entries, keepForSeconds),
    account() {
      const payer = account();
      return payer === null ? null : { id: payer.id, keyClass: keyClassOf(payer.apiKey) };
    },
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: ({ delayMs }) => Utilities.sleep(delayMs),
    lookup: ({ kind, identifiers, maxAgeMs }) =>
      runSync(
        answerLookup(kind, identifiers, maxAgeMs, () => limits),
        host,
      ),
  };
  return host;
}
