import type { Account } from '../shared/index';
import { ACCOUNT_ID, API_KEY, readStored, writeStored } from './key-store';

/** Whose credits pay, or `null` where no key is set. The id is random and stays with the key; it tells nothing of it. */
export function readAccount(): Account | null {
  if (!readStored(API_KEY)) return null;
  const known = readStored(ACCOUNT_ID);
  if (known) return { id: known };
  const id = randomId();
  writeStored(ACCOUNT_ID, id);
  return { id };
}

/** `randomUUID` exists only where the page came by https or from this machine. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
