import { keyClassOf, type KeyStanding, readStanding, standingToText, TraceError } from '../shared/formulas';
import type { Account } from '../shared/ports';
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

/** @param keepsAccount whether the key belongs to the same organization as the one it replaces */
export function storeApiKey(apiKey: string, keepsAccount: boolean, standing: KeyStanding): void {
  if (!keepsAccount) writeStored(ACCOUNT_ID, null);
  keepStanding(standing, storeNewId(KEY_ID));
  writeStored(API_KEY, apiKey);
}

/** What is known of the key that is set. */
export function readKeyStanding(): KeyStanding {
  return readStanding(readStored(KEY_VERDICT), readStored(KEY_ID) ?? '');
}

/** Notes what the service has said of a key, unless another is set by now. */
export function keepStanding(standing: KeyStanding, keyId: string): void {
  if (readStored(KEY_ID) === keyId) writeStored(KEY_VERDICT, standingToText(standing, keyId));
}

export function forgetApiKey(): void {
  for (const name of [API_KEY, ACCOUNT_ID, KEY_ID, KEY_VERDICT] as const) writeStored(name, null);
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
