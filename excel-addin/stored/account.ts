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
 * The paying account, or `null` if no key is set. Its id is random, stays with the key and reveals nothing about it.
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
 * Whether formulas may read this user's lists. What formulas show is saved with the workbook, and others may have
 * typed the formulas, so the user must have allowed it in this browser. For a workbook without an address, this lasts
 * as long as the page.
 */
function readListsAllowed(): boolean {
  return (readStored(`trace.lists|${documentUrl()}`) ?? readStored('trace.lists|')) !== null;
}

export function storeListsAllowed(isAllowed: boolean): void {
  writeStored('trace.lists|', null);
  writeStored(`trace.lists|${documentUrl()}`, isAllowed ? '1' : null);
}

const NO_KEY = { apiKey: null, accountId: null, keyId: null, verdict: null };

/**
 * Stored in this browser, or this Excel. The id that marks this user's own enrichments is stored separately, since it
 * outlives their keys.
 */
export const KEY_STORE: KeyStore = {
  read() {
    // A key that was set outside Trace has no ids yet. The ids of a key for another service do not belong to it
    // either.
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

/** The service's last verdict on the current key. */
export function readKeyStanding(): KeyStanding {
  return readStanding(readStored(KEY_VERDICT), readStored(KEY_ID) ?? '');
}

function storeNewId(name: StoredName): string {
  const id = randomId();
  writeStored(name, id);
  return id;
}

/** `randomUUID` exists only on pages served over https or from this machine. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
