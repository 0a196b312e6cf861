import { askForVerdict, toKeyStatus, type KeyStatus } from './check-key';
import { readSavedStanding, readStanding, standingToText, type KeyStanding } from './key-standing';
import { toKeyVerdict, type KeyVerdict } from './key-verdict';
import type { ClientTask } from './ports';
import { readApiKey } from './request';

/** What a host keeps of one person's key; what is missing is not kept, or not yet. */
export interface StoredKey {
  readonly apiKey?: string | null | undefined;
  /** Random; the same for keys of one organization. */
  readonly accountId?: string | null | undefined;
  /** Random, renewed with each key. */
  readonly keyId?: string | null | undefined;
  /** What the service has said of the key last: see `standingToText`. */
  readonly verdict?: string | null | undefined;
  /** By which the account knows again what it has written into a file, in a host where that is the account's. */
  readonly sealKey?: string | null | undefined;
}

/** Where it is kept: this person's own store, never a file. */
export interface KeyStore {
  read(): StoredKey;
  /** Changes what is named, at once; `null` forgets it. */
  write(changes: StoredKey): void;
  /** Random, for a name that tells nothing. */
  newId(): string;
}

/** The key as it may be shown: it never comes back itself. */
export function keyStatus(store: KeyStore): KeyStatus {
  const { apiKey, accountId, keyId, verdict } = store.read();
  if (!apiKey) return { hasKey: false };
  return toKeyStatus(apiKey, accountId ?? '', readStanding(verdict, keyId ?? ''));
}

/**
 * Sets a key. Another account gets new names, so that nothing of the one before answers it; a key of the same organization
 * keeps them, and what is remembered. Throws `keyMalformed`.
 *
 * @param pasted the key, as a person has pasted it
 * @param account `sameAccount`: of the organization of the one before
 * @param standing what the service has just said of it
 */
export function setKey(store: KeyStore, pasted: unknown, account: unknown, standing: unknown): KeyStatus {
  const apiKey = readApiKey(pasted);
  const kept = account === 'sameAccount' ? store.read() : {};
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

/** Forgets the key and all names that go with it. What was remembered under them answers nobody any more. */
export function forgetKey(store: KeyStore): KeyStatus {
  store.write({ apiKey: null, accountId: null, keyId: null, verdict: null, sealKey: null });
  return { hasKey: false };
}

/** Notes what the service has said of a key, unless another is set by now. */
export function keepStanding(store: KeyStore, standing: KeyStanding, keyId: string): void {
  if (keyId === '' || store.read().keyId !== keyId) return;
  store.write({ verdict: standingToText(standing, keyId) });
}

/** What the service says of the key that is set, which is noted beside it. */
export function* testKey(store: KeyStore): ClientTask<KeyVerdict> {
  const { keyId } = store.read();
  const verdict = yield* askForVerdict();
  if (verdict.is !== 'untested') keepStanding(store, verdict.is, keyId ?? '');
  return verdict;
}

/** What the service says of a key that is not set. @param ask sends with that key, and no other */
export function tryKey<T>(pasted: unknown, ask: (apiKey: string, task: ClientTask<KeyVerdict>) => T): T | KeyVerdict {
  let apiKey: string;
  try {
    apiKey = readApiKey(pasted);
  } catch (thrown) {
    return toKeyVerdict(thrown);
  }
  return ask(apiKey, askForVerdict());
}
