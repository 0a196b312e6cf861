import { keyClassOf, type Account } from '../shared/index';
import { ACCOUNT_ID, API_KEY, readStored, writeStored } from './key-store';

/** Whose credits pay, or `null` where no key is set. The id is random and stays with the key; it tells nothing of it. */
export function readAccount(): Account | null {
  const apiKey = readStored(API_KEY);
  if (!apiKey) return null;
  return { id: readStored(ACCOUNT_ID) || storeNewId(), keyClass: keyClassOf(apiKey) };
}

function storeNewId(): string {
  const id = randomId();
  writeStored(ACCOUNT_ID, id);
  return id;
}

/** `randomUUID` exists only where the page came by https or from this machine. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
