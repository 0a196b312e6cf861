import type { LookupKind, LookupOutcome } from '../records/outcome';
import { NO_ACCOUNT } from '../records/no-account';
import { account } from '../records/ports';
import { recall } from './cache';
import type { FetchTask } from './ports';

/** Returns the saved answers for companies. Sends no request. */
export function* peekIntoStore(
  kind: LookupKind,
  identifiers: readonly string[],
): FetchTask<ReadonlyMap<string, LookupOutcome>> {
  const payer = (yield* account()) ?? NO_ACCOUNT;
  return (yield* recall(payer, kind, identifiers)).outcomes;
}
