import type { LookupKind, LookupOutcome } from '../records/outcome';
import { account } from '../records/ports';
import { recall } from './cache';
import type { FetchTask } from './ports';

/** The saved answers for companies; none without a key. Sends no request. */
export function* peekIntoStore(
  kind: LookupKind,
  identifiers: readonly string[],
): FetchTask<ReadonlyMap<string, LookupOutcome>> {
  const payer = yield* account();
  return payer === null ? new Map() : (yield* recall(payer, kind, identifiers)).outcomes;
}
