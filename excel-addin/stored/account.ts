import { keyClassOf, readStanding, type KeyStanding } from '../../shared/formulas';
import type { Account, KeyStore } from '../../shared/ports';
import {
  ACCOUNT_ID,
  API_KEY,
  KEY_ID,
  KEY_VERDICT,
  readKey,
  readStored,
  writeKey,
  writeStored,
  type StoredName,
} from './key-store';
import { documentUrl } from '../office';

/**
 * The paying account, or `null` where no key is set. Its id is random, stays with the key and reveals nothing of it.
 */
export function readAccount(): Account | null {
  const apiKey = readKey();
  if (!apiKey) return null;
  return {
    id: readStored(ACCOUNT_ID) || storeNewId(ACCOUNT_ID),
    keyId: readStored(KEY_ID) || storeNewId(KEY_ID),
    keyClass: keyClassOf(apiKey),
    readsLists: readListsAllowed(),
  };
}

/**
 * What formulas show is saved with the workbook, so they read this person's lists only where this person allowed it, in
 * this browser: others may have typed the formulas. Without an address, it holds for this page.
 */
function readListsAllowed(): boolean {
  return (readStored(`trace.lists|${documentUrl()}`) ?? readStored('trace.lists|')) !== null;
}

export function storeListsAllowed(isAllowed: boolean): void {
  writeStored('trace.lists|', null);
  writeStored(`trace.lists|${documentUrl()}`, isAllowed ? '1' : null);
}

const NO_KEY = { apiKey: null, accountId: null, keyId: null, verdict: null };

/** In this browser, or this Excel. The mark of this person's own runs is kept apart, since it outlives their keys. */
export const KEY_STORE: KeyStore = {
  read() {
    // A key that was set outside Trace has no ids yet. Those of a key for another service are not its own either.
    if (readAccount() === null && readStored(API_KEY)) return NO_KEY;
    return {
      apiKey: readKey(),
      accountId: readStored(ACCOUNT_ID),
      keyId: readStored(KEY_ID),
      verdict: readStored(KEY_VERDICT),
    };
  },
  write({ apiKey, accountId, keyId, verdict }) {
    const write = (name: StoredName, value: string | null | undefined): void => {
      if (value !== undefined) writeStored(name, value);
    };
    // A key is never stored under the ids of another one.
    if (apiKey === null) writeKey(null);
    write(ACCOUNT_ID, accountId);
    write(KEY_ID, keyId);
    write(KEY_VERDICT, verdict);
    if (apiKey) writeKey(apiKey);
  },
  newId: randomId,
};

/** What is known of the current key. */
export function readKeyStanding(): KeyStanding {
  return readStanding(readStored(KEY_VERDICT), readStored(KEY_ID) ?? '');
}

function storeNewId(name: StoredName): string {
  const id = randomId();
  writeStored(name, id);
  return id;
}

/** `randomUUID` only exists on pages served over https or from this machine. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
