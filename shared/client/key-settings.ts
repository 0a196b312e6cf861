import { askForVerdict, toKeyStatus, type KeyStatus } from './check-key';
import { keepStanding, readSavedStanding, readStanding, standingToText } from './key-standing';
import { toKeyVerdict, type KeyVerdict } from './key-verdict';
import type { ClientTask } from './ports';
import { readApiKey } from './request';

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

/** The key as it may be shown. The key itself never leaves its host. */
export function keyStatus(store: KeyStore): KeyStatus {
  const { apiKey, accountId, keyId, verdict } = store.read();
  if (!apiKey) return { hasKey: false };
  return toKeyStatus(apiKey, accountId ?? '', readStanding(verdict, keyId ?? ''));
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
