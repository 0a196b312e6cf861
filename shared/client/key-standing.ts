import { traitsOf } from '../errors/traits';
import type { Exchange } from './exchange';
import type { KeyVerdict } from './key-verdict';
import { readReply } from './response';

/** The service's last verdict on the current key. `untested`: none yet. */
export type KeyStanding = KeyVerdict['is'];

/**
 * A verdict as stored beside the key. It names its key, since another window may set a different one at any time.
 *
 * @param keyId random, new for each key
 */
export function standingToText(standing: KeyStanding, keyId: string): string {
  return `${standing} ${keyId}`;
}

/** Reads the stored verdict on a key. A key that was set outside Trace has no id and no verdict. */
export function readStanding(text: string | null | undefined, keyId: string): KeyStanding {
  if (keyId === '') return 'untested';
  return text === `works ${keyId}` ? 'works' : text === `refused ${keyId}` ? 'refused' : 'untested';
}

/** The part of a key's store that has the verdict. */
interface StandingStore {
  read(): { readonly keyId?: string | null | undefined };
  write(changes: { readonly verdict: string }): void;
}

/** Stores the service's verdict on a key, unless another key is set now. */
export function keepStanding(store: StandingStore, standing: KeyStanding, keyId: string): void {
  if (keyId === '' || store.read().keyId !== keyId) return;
  store.write({ verdict: standingToText(standing, keyId) });
}

/** Reads the verdict that a page sends with a key that it saves. A refused key is not saved. */
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
