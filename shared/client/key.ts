import { toKept, type KeptError } from '../errors/kept-error';
import { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import type { Exchange } from './exchange';
import { now, type ClientTask } from './ports';
import { keyClassOf, maskApiKey, readApiKey } from './request';
import { showCompany } from './resources/companies';
import { readReply } from './response';
import { sendAll } from './send';

/** A person's key: where it is stored, and what the service says of it. The key itself never leaves its host. */

/** What a host stores for one person's key. Values that are not stored are missing. */
export interface StoredKey {
  readonly apiKey?: string | null | undefined;
  /** Random. Keys of one organization share it. */
  readonly accountId?: string | null | undefined;
  /** Random, new for each key. */
  readonly keyId?: string | null | undefined;
  /** The service's last verdict on the key: see `standingToText`. */
  readonly verdict?: string | null | undefined;
  /** Lets the account recognize what it wrote into a file, in hosts that store this with the account. */
  readonly sealKey?: string | null | undefined;
}

/** The person's own store, never a file. */
export interface KeyStore {
  read(): StoredKey;
  /** Changes the given values, all at once; `null` removes one. */
  write(changes: StoredKey): void;
  /** A random name that reveals nothing. */
  newId(): string;
}

/** The key as it may be shown. */
export type KeyStatus =
  /** `isForOther`: the saved key is for another service. `isLost`: a key was saved, but the browser lost it. */
  | { readonly hasKey: false; readonly isForOther?: true; readonly isLost?: true }
  | {
      readonly hasKey: true;
      readonly masked: string;
      readonly keyClass: 'user' | 'organization';
      /** The start of the account's random id, which keeps the saved answers of accounts apart. */
      readonly account: string;
      readonly standing: KeyStanding;
    };

/** The current key, as it may be shown. */
export function keyStatus(store: KeyStore): KeyStatus {
  const { apiKey, accountId, keyId, verdict } = store.read();
  if (!apiKey) return { hasKey: false };
  return {
    hasKey: true,
    masked: maskApiKey(apiKey),
    keyClass: keyClassOf(apiKey),
    account: (accountId ?? '').slice(0, 4),
    standing: readStanding(verdict, keyId ?? ''),
  };
}

/**
 * Sets a key. Another account gets new ids, so that it never sees the old account's answers; a key of the same
 * organization keeps its ids and the saved answers. Throws `keyMalformed`.
 *
 * @param pasted the key as the user pasted it
 * @param account `sameAccount`: of the same organization as the previous key
 * @param standing the service's latest verdict on the key
 */
export function setKey(store: KeyStore, pasted: unknown, account: unknown, standing: unknown): KeyStatus {
  const apiKey = readApiKey(pasted);
  const before = store.read();
  // Without a previous key, the store holds at most the id by which someone who practiced is recognized.
  const kept = account === 'sameAccount' || !before.apiKey ? before : {};
  const keyId = store.newId();
  store.write({
    apiKey,
    keyId,
    accountId: kept.accountId || store.newId(),
    verdict: standingToText(readSavedStanding(standing), keyId),
    sealKey: kept.sealKey || store.newId() + store.newId(),
  });
  return keyStatus(store);
}

/** Removes the key and all its ids. Answers saved under them are never shown again. */
export function forgetKey(store: KeyStore): KeyStatus {
  store.write({ apiKey: null, accountId: null, keyId: null, verdict: null, sealKey: null });
  return { hasKey: false };
}

/** Asks for the service's verdict on the current key, and stores it beside the key. */
export function* testKey(store: KeyStore): ClientTask<KeyVerdict> {
  const { keyId } = store.read();
  const verdict = yield* askForVerdict();
  if (verdict.is !== 'untested') keepStanding(store, verdict.is, keyId ?? '');
  return verdict;
}

/**
 * Asks for the service's verdict on a key that is not set.
 * @param ask sends with that key only
 */
export function tryKey<T>(pasted: unknown, ask: (apiKey: string, task: ClientTask<KeyVerdict>) => T): T | KeyVerdict {
  let apiKey: string;
  try {
    apiKey = readApiKey(pasted);
  } catch (thrown) {
    return toKeyVerdict(thrown);
  }
  return ask(apiKey, askForVerdict());
}

/** The service's verdict on a key, as script and page exchange it. `untested`: the service could not be asked. */
export type KeyVerdict = { readonly is: 'works' } | { readonly is: 'refused' | 'untested'; readonly why: KeptError };

/** The verdict of a key check that failed. Throws a problem of the host itself. */
function toKeyVerdict(thrown: unknown): KeyVerdict {
  if (!(thrown instanceof TraceError)) throw thrown;
  const error: TraceError = thrown;
  const { key } = traitsOf(error);
  if (key === undefined) throw error;
  if (key === 'works') return { is: key };
  return { is: key === 'untested' ? key : 'refused', why: toKept(error) };
}

/** No company can have this domain: `.invalid` is reserved (https://www.rfc-editor.org/rfc/rfc2606#section-2). */
const UNTRACKED_COMPANY = 'key-check.invalid';
const PATIENCE_MS = 10_000;

/**
 * Checks a key at no cost by asking for a company that does not exist, since only returned companies are charged
 * (https://docs.tracedata.ai/credits/). Throws the service's objection to the key, or why the service could not be
 * asked.
 */
function* checkKey(): ClientTask<void> {
  const deadlineMs = (yield* now()) + PATIENCE_MS;
  const [reply] = yield* sendAll([showCompany(UNTRACKED_COMPANY)], { maxRetries: 1, waitBudgetMs: 2_000 }, deadlineMs);
  if (reply === undefined) throw new TraceError('unreadable', {});
  if (reply.is === 'failed') throw reply.error;
  if (reply.is === 'missingRoute') throw new TraceError('routeMissing', { operation: 'companies.show' });
}

/**
 * The service's verdict on the key that the host sends. Throws a problem of the host itself.
 * @internal tests answer it in many ways
 */
export function* askForVerdict(): ClientTask<KeyVerdict> {
  try {
    yield* checkKey();
    return { is: 'works' };
  } catch (thrown) {
    return toKeyVerdict(thrown);
  }
}

/** The service's last verdict on the current key. `untested`: none yet. */
export type KeyStanding = KeyVerdict['is'];

/**
 * A verdict as stored beside the key. It names its key, since another window may set a different one at any time.
 *
 * @param keyId random, new for each key
 * @internal tests write what is stored
 */
export function standingToText(standing: KeyStanding, keyId: string): string {
  return `${standing} ${keyId}`;
}

/** Reads the stored verdict on a key. A key that was set outside Trace has no id and no verdict. */
export function readStanding(text: string | null | undefined, keyId: string): KeyStanding {
  if (keyId === '') return 'untested';
  return text === `works ${keyId}` ? 'works' : text === `refused ${keyId}` ? 'refused' : 'untested';
}

/** Stores the service's verdict on a key, unless another key is set now. */
export function keepStanding(store: Pick<KeyStore, 'read' | 'write'>, standing: KeyStanding, keyId: string): void {
  if (keyId === '' || store.read().keyId !== keyId) return;
  store.write({ verdict: standingToText(standing, keyId) });
}

/**
 * Reads the verdict that a page sends with a key that it saves. A refused key is not saved.
 * @internal tests try what no page sends
 */
export function readSavedStanding(received: unknown): KeyStanding {
  return received === 'works' ? 'works' : 'untested';
}

/**
 * What the answers to any requests show about the key: the new verdict, or `null` if nothing changes. A refusal
 * outweighs the rest.
 */
export function hearOfKey(exchanges: readonly Exchange[], known: KeyStanding): 'works' | 'refused' | null {
  const heard = exchanges.map((exchange) => hearOne(exchange, known));
  const is = heard.includes('refused') ? 'refused' : heard.includes('works') ? 'works' : null;
  return is === known ? null : is;
}

function hearOne(exchange: Exchange, known: KeyStanding): 'works' | 'refused' | null {
  // An answer about 100 companies is long and has already been parsed once.
  if (!exchange.ok || (known === 'works' && exchange.response.status < 400)) return null;
  const reply = readReply(exchange, null);
  if (reply.is === 'body' || reply.is === 'notFound') return 'works';
  if (reply.is === 'missingRoute') return null;
  const { key } = traitsOf(reply.error);
  return key === 'works' || key === 'refused' ? key : null;
}
