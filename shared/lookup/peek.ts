import type { LookupKind, LookupOutcome } from '../records/outcome';
import { NO_ACCOUNT } from '../records/account';
import { account, type FetchTask } from './ports';
import { recall } from './cache';

/** Returns the saved answers for companies. Sends no request. */
export function* peekIntoStore(
  kind: LookupKind,
  identifiers: readonly string[],
): FetchTask<ReadonlyMap<string, LookupOutcome>> {
  const payer = (yield* account()) ?? NO_ACCOUNT;
  return (yield* recall(payer, kind, identifiers)).outcomes;
}
