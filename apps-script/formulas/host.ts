import { DocumentLedger, hearOfKey, keyClassOf, readLedger, TraceError } from '../../shared/formulas';
import type {
  Account,
  ClientPorts,
  ColumnPorts,
  Exchange,
  FetchLimits,
  FetchPorts,
  KnownFormula,
  RecordsPorts,
} from '../../shared/ports';
import { keepHeard, readStoredAccount, type StoredAccount, ownerOf } from '../stored/account';
import { CacheWrites, writeCache } from './cache-writes';
import { openCache, readCache } from '../stored/document-cache';
import { readColumnFormulas } from './column-formulas';
import { DocumentLock } from '../stored/document-lock';
import { makeDeposit, readDeposited, TurnClaim } from './turn';
import { MirroredStore, OwnerStore, readOwnLedger, spentIn } from '../stored/owner-store';
import { newId } from '../stored/document-store';
import { exchangeAll, type FetchTimes } from './url-fetch';

/**
 * Google ends a custom function after 30 s and discards its work
 * (https://developers.google.com/apps-script/guides/sheets/functions). So no request starts after 20 s, answers must
 * arrive within 26 s, and the rest is for writing to cache and cells.
 */
const NO_REQUEST_AFTER_MS = 20_000;
const ANSWERED_AFTER_MS = 26_000;
/** Earlier than 30 s, because Google counts from before the script starts. */
const SAVED_AFTER_MS = 28_000;
/** More texts than this are not left to the end, when Google may stop the run. */
const MOST_UNSAVED = 1_000;
const SAVED_IN_BETWEEN_MS = 4_000;
/** Other runs hold the lock while they change the ledger, or write rows of an enrichment. */
const LOCK_WAIT_MS = 5_000;

/** Google reportedly handles about 10 to 30 requests of one `fetchAll` in parallel. */
const REQUESTS_AT_ONCE = 20;

type RecordsCache = Omit<RecordsPorts, 'account'> & Pick<ClientPorts, 'now' | 'random'>;

const RETRY: FetchLimits['retry'] = { maxRetries: 2, waitBudgetMs: 6_000 };

/** Ports that need neither key nor document. */
export const CACHE: RecordsCache = {
  cacheGet: ({ keys }) => readCache(keys),
  cachePut: ({ entries, keepForSeconds }) => writeCache(entries, keepForSeconds),
  now: () => Date.now(),
  random: () => Math.random(),
};

/** Google's services for one run. */
interface Host {
  readonly performers: FetchPorts & ColumnPorts;
  readonly limits: FetchLimits;
  /**
   * Must be called when the run's work is done: saves what was fetched, and lets the next run in.
   * @param isDeposited whether a call was left that has no answer
   */
  readonly end: (isDeposited: boolean) => void;
}

/**
 * Google's services as the core's ports, for one run.
 *
 * @param apiKey the key to send, if it is not the stored one
 * @param own the formula that the run is for
 */
export function makeHost(apiKey?: string, own: KnownFormula | null = null): Host {
  const startMs = Date.now();
  const times: FetchTimes = {
    noRequestAfterMs: startMs + NO_REQUEST_AFTER_MS,
    answeredByMs: startMs + ANSWERED_AFTER_MS,
  };
  const limits: FetchLimits = { deadlineMs: times.noRequestAfterMs, requestsAtOnce: REQUESTS_AT_ONCE, retry: RETRY };
  const store = new MirroredStore();
  const writes = new CacheWrites();
  const lock = new DocumentLock();
  const books = once(() => (store.isMissing ? new OwnerStore() : store));
  const turn = new TurnClaim(lock);
  const deposit = own && makeDeposit(own);
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
    // The file's id is read only if it matters.
    const readsLists = filesWithLists.length > 0 && filesWithLists.includes(SpreadsheetApp.getActive().getId());
    return { id, keyId, keyClass: keyClassOf(stored.apiKey), readsLists };
  });
  const owner = once(() => ownerOf(requirePayer()));
  const ledger = once(
    () => new DocumentLedger(owner(), books(), { alone, noted: () => spentIn(readOwnLedger()), newId }),
  );
  let standing = once(() => requirePayer().standing);
  /** Stores news about the current key: once, since Google counts writes. */
  const noted = (exchanges: readonly Exchange[]): readonly Exchange[] => {
    const heard = hearOfKey(exchanges, standing());
    if (heard === null) return exchanges;
    standing = () => heard;
    keepHeard(heard, requirePayer().keyId);
    return exchanges;
  };
  /** If Google provides no lock, the run that fetches for all counts as alone. */
  const alone = <T>(change: (isAlone: boolean) => T): T => {
    const isLocked = lock.hold(LOCK_WAIT_MS);
    try {
      return change(lock.isMissing ? turn.isOwn : isLocked);
    } finally {
      lock.release();
    }
  };
  const flush = (untilMs: number): void => writes.flush(untilMs, () => turn.renew(5_000));
  const endTurn = (): void => {
    flush(startMs + SAVED_AFTER_MS);
    turn.end();
  };
  const ports: Host['performers'] = {
    ...CACHE,
    cacheGet: ({ keys }) => writes.over(readCache(keys), keys),
    cachePut: ({ entries, keepForSeconds }) => writes.add(entries, keepForSeconds),
    http({ requests }) {
      if (writes.size > MOST_UNSAVED) flush(Math.min(Date.now() + SAVED_IN_BETWEEN_MS, times.noRequestAfterMs));
      turn.renew(1_000);
      return apiKey === undefined
        ? noted(exchangeAll(requests, requirePayer().apiKey, times))
        : exchangeAll(requests, apiKey, times);
    },
    account,
    sleep: ({ delayMs }) => Utilities.sleep(delayMs),
    reserve: (asked) => ledger().reserve(asked, Date.now()),
    settle: (asked) => ledger().settle(asked, Date.now()),
    paid({ identifiers }) {
      const nowMs = Date.now();
      const { paid } = readLedger(books(), owner(), nowMs);
      return new Set(identifiers.filter((identifier) => paid.isPaid(identifier, nowMs)));
    },
    takeTurn() {
      const isMine = turn.take();
      // The previous holder may have written what formulas show.
      if (isMine) store.refresh();
      return isMine;
    },
    endTurn,
    depositRequest: () => deposit?.leave(),
    depositedRequests: readDeposited,
    openCache({ keys }) {
      const read = openCache(keys);
      return (wanted) => writes.over(read(wanted), wanted);
    },
    columnFormulas: readColumnFormulas,
    readShown: () => store.read('TRACE_SHOWN'),
    writeShown: ({ text }) => void store.write({ TRACE_SHOWN: text }),
  };
  const end = (isDeposited: boolean): void => {
    endTurn();
    if (isDeposited) deposit?.takeBack();
  };
  return { performers: ports, limits, end };
}

/** Reads only when needed, and only once: Google counts calls. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}
