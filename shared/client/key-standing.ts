import { traitsOf } from '../errors/traits';
import type { Exchange } from './exchange';
import type { KeyVerdict } from './key-verdict';
import { readReply } from './response';

/** What the service has last said of the key that is set. `untested`: nothing yet. */
export type KeyStanding = KeyVerdict['is'];

/**
 * As it is kept beside the key. It is bound to one key, since another window may set another one at any time.
 *
 * @param keyId random, renewed with each key
 */
export function standingToText(standing: KeyStanding, keyId: string): string {
  return `${standing} ${keyId}`;
}

/** Of a key that was set without Trace, which has no id, nothing is known. */
export function readStanding(text: string | null | undefined, keyId: string): KeyStanding {
  if (keyId === '') return 'untested';
  return text === `works ${keyId}` ? 'works' : text === `refused ${keyId}` ? 'refused' : 'untested';
}

/** What a page says of a key that it saves: one that was refused is not saved. */
export function readSavedStanding(received: unknown): KeyStanding {
  return received === 'works' ? 'works' : 'untested';
}

/** What answers to any requests tell of the key, where that is news; a refusal outweighs the rest. */
export function hearOfKey(exchanges: readonly Exchange[], known: KeyStanding): 'works' | 'refused' | null {
  const heard = exchanges.map((exchange) => hearOne(exchange, known));
  const is = heard.includes('refused') ? 'refused' : heard.includes('works') ? 'works' : null;
  return is === known ? null : is;
}

function hearOne(exchange: Exchange, known: KeyStanding): 'works' | 'refused' | null {
  // An answer about a hundred companies is long, and is read once already.
  if (!exchange.ok || (known === 'works' && exchange.response.status < 400)) return null;
  const reply = readReply(exchange, null);
  if (reply.is === 'body' || reply.is === 'notFound') return 'works';
  if (reply.is === 'missingRoute') return null;
  const { key } = traitsOf(reply.error);
  return key === 'works' || key === 'refused' ? key : null;
}
