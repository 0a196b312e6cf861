import { paid } from '../credits/ports';
import type { LookupKind } from '../records/outcome';
import { account } from '../records/ports';
import { recall } from './cache';
import type { FetchTask, Peeked } from './ports';

/** What the store has of companies, and which of them are paid for; nothing without a key. Sends no request. */
export function* peekIntoStore(kind: LookupKind, identifiers: readonly string[]): FetchTask<Peeked> {
  const payer = yield* account();
  if (payer === null) return { outcomes: new Map(), paid: new Set() };
  const { outcomes } = yield* recall(payer, kind, identifiers);
  return { outcomes, paid: yield* paid(identifiers) };
}
