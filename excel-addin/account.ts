import { keyClassOf, readStanding, TraceError, type KeyStanding } from '../shared/formulas';
import type { Account, KeyStore } from '../shared/ports';
import { ACCOUNT_ID, API_KEY, KEY_ID, KEY_VERDICT, readStored, writeStored, type StoredName } from './key-store';
import { documentUrl } from './office';

/** Whose credits pay, or `null` where no key is set. The id is random and stays with the key; it tells nothing of it. */
export function readAccount(): Account | null {
  const apiKey = readStored(API_KEY);
  if (!apiKey) return null;
  return {
    id: readStored(ACCOUNT_ID) || storeNewId(ACCOUNT_ID),
    keyId: readStored(KEY_ID) || storeNewId(KEY_ID),
    keyClass: keyClassOf(apiKey),
    readsLists: readListsAllowed(),
  };
}

/**
 * What formulas show is saved with the workbook, so they read the lists of this person only where this person has said so,
 * in this browser: others may have typed them. A workbook that is kept nowhere yet cannot be told from others.
 */
function readListsAllowed(): boolean {
  const url = documentUrl();
  return url !== '' && readStored(`trace.lists|${url}`) !== null;
}

/** Throws `workbookRefused`: the workbook is kept nowhere yet. */
export function storeListsAllowed(isAllowed: boolean): void {
  const url = documentUrl();
  if (url === '') throw new TraceError('workbookRefused', { message: 'save the workbook first' });
  writeStored(`trace.lists|${url}`, isAllowed ? '1' : null);
}

/** In this browser, or by this Excel. What marks runs as this person's own is kept apart: it outlives their keys. */
export const KEY_STORE: KeyStore = {
  read() {
    // A key that was set without Trace has no names yet.
    readAccount();
    return {
      apiKey: readStored(API_KEY),
      accountId: readStored(ACCOUNT_ID),
      keyId: readStored(KEY_ID),
      verdict: readStored(KEY_VERDICT),
    };
  },
  write({ apiKey, accountId, keyId, verdict }) {
    const write = (name: StoredName, value: string | null | undefined): void => {
      if (value !== undefined) writeStored(name, value);
    };
    // Whoever reads in between finds no key under the names of another one.
    if (apiKey === null) writeStored(API_KEY, null);
    write(ACCOUNT_ID, accountId);
    write(KEY_ID, keyId);
    write(KEY_VERDICT, verdict);
    write(API_KEY, apiKey);
  },
  newId: randomId,
};

/** What is known of the key that is set. */
export function readKeyStanding(): KeyStanding {
  return readStanding(readStored(KEY_VERDICT), readStored(KEY_ID) ?? '');
}

function storeNewId(name: StoredName): string {
  const id = randomId();
  writeStored(name, id);
  return id;
}

/** `randomUUID` exists only where the page came by https or from this machine. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
