import {
  everyOne,
  hearOfKey,
  keyClassOf,
  TraceError,
  type Account,
  type Exchange,
  type FetchLimits,
  type FetchPorts,
  type FormulaPorts,
} from '../shared/index';
import { keepStanding, readStoredAccount, type StoredAccount } from './account';
import { readCache, writeCache } from './document-cache';
import { DocumentStore } from './document-store';
import { Lookups } from './lookup';
import { peekAt } from './peek';
import { readBook, Spending } from './spending';
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

/** Google's services for one run. */
export interface Host {
  readonly performers: FetchPorts & FormulaPorts;
  /** To be called when the run's work is done: remembers what it fetched, and lets the next run in. */
  readonly end: () => void;
}

/**
 * Google's services, as the core asks for them, for one run.
 *
 * @param apiKey the key to send, where it is not the one that is set
 */
export function makeHost(apiKey?: string): Host {
  const startMs = Date.now();
  const times: FetchTimes = {
    noRequestAfterMs: startMs + NO_REQUEST_AFTER_MS,
    answeredByMs: startMs + ANSWERED_AFTER_MS,
  };
  const limits: FetchLimits = { deadlineMs: times.noRequestAfterMs, requestsAtOnce: REQUESTS_AT_ONCE, retry: RETRY };
  const store = new DocumentStore();
  const payer = once(readStoredAccount);
  const requirePayer = (): StoredAccount => {
    const stored = payer();
    if (stored === null) throw new TraceError('noKey', {});
    return stored;
  };
  const account = once((): Account | null => {
    const stored = payer();
    if (stored === null) return null;
    const { id, keyId, filesWithLists } = stored;
    // Which file it is, is asked only where it matters.
    const readsLists = filesWithLists.length > 0 && filesWithLists.includes(SpreadsheetApp.getActive().getId());
    return { id, keyId, keyClass: keyClassOf(stored.apiKey), readsLists };
  });
  const spending = once(() => new Spending(requirePayer(), store, () => begun?.isAlone === true));
  let standing = once(() => requirePayer().standing);
  /** Notes what is new of the key that is set: once, since Google counts what is written. */
  const noted = (exchanges: readonly Exchange[]): readonly Exchange[] => {
    const heard = hearOfKey(exchanges, standing());
    if (heard === null) return exchanges;
    standing = () => heard;
    keepStanding(heard, requirePayer().keyId);
    return exchanges;
  };
  const performers: Host['performers'] = {
    http: ({ requests }) =>
      apiKey === undefined
        ? noted(exchangeAll(requests, requirePayer().apiKey, times))
        : exchangeAll(requests, apiKey, times),
    cacheGet: ({ keys }) => readCache(keys),
    cachePut: ({ entries, keepForSeconds }) => writeCache(entries, keepForSeconds),
    account,
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: ({ delayMs }) => Utilities.sleep(delayMs),
    lookup(effect) {
      const noKey = new TraceError('noKey', {});
      return account() === null
        ? everyOne(effect.identifiers, { is: 'failed', error: noKey })
        : lookups().answer(effect);
    },
    peek(effect) {
      const own = account();
      if (own === null) return { outcomes: new Map(), paid: new Set() };
      return peekAt(effect, own, readBook(store, requirePayer(), Date.now()), performers);
    },
    keepShown: ({ answers }) => lookups().keep(answers),
    reserve: (effect) => spending().reserve(effect, Date.now()),
    settle: (effect) => spending().settle(effect, Date.now()),
  };
  let begun: Lookups | null = null;
  const lookups = (): Lookups => (begun ??= new Lookups(account()!, performers, limits, store));
  return { performers, end: () => begun?.end() };
}

/** Asked for when it is needed, and no second time: Google counts calls. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}
