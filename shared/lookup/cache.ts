import { readNumber } from '../client/json';
import { readQuestion } from '../client/rows';
import { cacheGet, cachePut, type Account, type RecordsPorts } from '../records/ports';
import type { Task } from '../task';
import { now } from '../client/ports';
import type { FetchTask } from './ports';
import type { Fetched } from './fetch-records';
import { kindSpec, replaceableOperations } from './kinds';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { missingRouteKey, pauseKey, readStored, storeKey, toStored } from './cache-entry';

type Writing = Task<void, Pick<RecordsPorts, 'cachePut'>>;

const DAY_SECONDS = 86_400;
/** Much longer than an answer is fresh: past its age it is still shown, and a recalculation does not pay again. */
const KEEP_SECONDS = 366 * DAY_SECONDS;

/** What a host's store has of some identifiers, fresh or stale. */
export interface Recalled {
  readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  /** The operations whose routes were found to be missing within the last day, and when; milliseconds since 1970. */
  readonly missingRoutes: ReadonlyMap<string, number>;
  /** A failure that every request would meet, as {@link readPause} reads it. */
  readonly pauseText: string | undefined;
}

/** The keys that {@link recall} reads, for a host that reads more together with them. */
export function recallKeys(
  payer: Pick<Account, 'id'>,
  kind: LookupKind,
  identifiers: readonly string[],
): readonly string[] {
  return [
    ...identifiers.map((identifier) => storeKey(payer.id, kind, identifier)),
    ...replaceableOperations(kind, identifiers).map((operation) => missingRouteKey(payer.id, operation)),
    pauseKey(payer.id),
  ];
}

/** One read of the store, whatever the number of identifiers. A store that fails has none. */
export function* recall(payer: Account, kind: LookupKind, identifiers: readonly string[]): FetchTask<Recalled> {
  const stored = yield* readAll(recallKeys(payer, kind, identifiers));
  return recallFrom(stored, payer, kind, identifiers, yield* now());
}

/** What a read of the store has brought of some identifiers. A damaged entry is a miss. @param nowMs since 1970 */
export function recallFrom(
  stored: ReadonlyMap<string, string>,
  payer: Account,
  kind: LookupKind,
  identifiers: readonly string[],
  nowMs: number,
): Recalled {
  const accountId = payer.id;
  const keyOf = (identifier: string): string => storeKey(accountId, kind, identifier);
  const routeKeyOf = (operation: string): string => missingRouteKey(accountId, operation);
  const operations = replaceableOperations(kind, identifiers);
  const missingRoutes = new Map<string, number>();
  for (const operation of operations) {
    const foundMs = readNumber(stored.get(routeKeyOf(operation)));
    if (foundMs !== null && nowMs - foundMs <= DAY_SECONDS * 1_000) missingRoutes.set(operation, foundMs);
  }
  const outcomes = new Map<string, LookupOutcome>();
  for (const identifier of identifiers) {
    const text = stored.get(keyOf(identifier));
    const operation = kindSpec(kind).hasFallback ? readQuestion(identifier).operation : '';
    const outcome = readStored(kind, identifier, text ?? '') ?? toNoRoute(operation, missingRoutes.get(operation));
    if (outcome !== null) outcomes.set(identifier, outcome);
  }
  return { outcomes, missingRoutes, pauseText: stored.get(pauseKey(payer.id)) };
}

/** Keeps answers; failures are asked again. Where the store fails, the answers still count: they are asked again too. */
export function* remember(accountId: string, kind: LookupKind, fetched: Fetched): FetchTask<void> {
  const entries = new Map<string, string>();
  for (const [identifier, outcome] of fetched.outcomes) {
    const text = toStored(identifier, outcome);
    if (text !== null) entries.set(storeKey(accountId, kind, identifier), text);
  }
  const missing = [...fetched.missingRoutes].map(([operation, foundMs]): [string, string] => [
    missingRouteKey(accountId, operation),
    String(foundMs),
  ]);
  if (missing.length > 0) yield* write(new Map(missing), DAY_SECONDS);
  if (entries.size > 0) yield* write(entries, KEEP_SECONDS);
}

function toNoRoute(operation: string, asOfMs: number | undefined): LookupOutcome | null {
  return asOfMs === undefined ? null : { is: 'noRoute', operation, asOfMs };
}

function* readAll(keys: readonly string[]): FetchTask<ReadonlyMap<string, string>> {
  try {
    return yield* cacheGet(keys);
  } catch {
    return new Map();
  }
}

/** Not remembered is asked again; not answered would be worse. */
export function* write(entries: ReadonlyMap<string, string>, keepForSeconds: number): Writing {
  try {
    yield* cachePut(entries, keepForSeconds);
  } catch {
    // What cannot be kept is still answered.
  }
}
