import { parseJson, readArray, readNumber } from '../client/json';
import { readQuestion } from '../client/rows';
import { type Account, NO_ACCOUNT, STORED_PREFIX } from '../records/account';
import { account, cacheGet, cachePut, type RecordsPorts, type FetchTask } from './ports';
import type { Task } from '../task';
import { type ClientPorts, now } from '../client/ports';
import { kindSpec, replaceableOperations } from './kinds';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { fnv1a } from '../digest';

type Reading<T> = Task<T, Pick<RecordsPorts, 'cacheGet'> & Pick<ClientPorts, 'now'>>;
type Writing = Task<void, Pick<RecordsPorts, 'cachePut'>>;

const DAY_SECONDS = 86_400;
/** Much longer than an answer is fresh: older answers are still shown, and recalculation does not pay again. */
const KEEP_SECONDS = 366 * DAY_SECONDS;

/** Saved answers for some identifiers, fresh or stale. */
export interface Recalled {
  readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  /** Operations whose route was missing within the last day, and when (milliseconds since 1970). */
  readonly missingRoutes: ReadonlyMap<string, number>;
  /** A failure that every request would get; see {@link readPause}. */
  readonly pauseText: string | undefined;
}

/** The keys that {@link recall} reads, for hosts that read other keys in the same call. */
export function recallKeys(
  payer: Pick<Account, 'id'>,
  kind: LookupKind,
  identifiers: readonly string[],
): readonly string[] {
  return [
    ...identifiers.map(storeKeys(payer.id, kind)),
    ...replaceableOperations(kind, identifiers).map((operation) => missingRouteKey(payer.id, operation)),
    pauseKey(payer.id),
  ];
}

/** Reads the store once, for any number of identifiers. A store that fails returns no answers. */
export function* recall(payer: Account, kind: LookupKind, identifiers: readonly string[]): Reading<Recalled> {
  const stored = yield* readAll(recallKeys(payer, kind, identifiers));
  return recallFrom(stored, payer, kind, identifiers, yield* now());
}

/**
 * The saved answers among what was read from the store. A damaged entry is a miss.
 * @param nowMs milliseconds since 1970
 */
export function recallFrom(
  stored: ReadonlyMap<string, string>,
  payer: Account,
  kind: LookupKind,
  identifiers: readonly string[],
  nowMs: number,
): Recalled {
  const outcomes = new Map<string, LookupOutcome>();
  const missingRoutes = new Map<string, number>();
  // 50,000 new companies have nothing stored.
  if (stored.size === 0) return { outcomes, missingRoutes, pauseText: undefined };
  const accountId = payer.id;
  const keyOf = storeKeys(accountId, kind);
  for (const operation of replaceableOperations(kind, identifiers)) {
    const foundMs = readNumber(stored.get(missingRouteKey(accountId, operation)));
    if (foundMs !== null && nowMs - foundMs <= DAY_SECONDS * 1_000) missingRoutes.set(operation, foundMs);
  }
  for (const identifier of identifiers) {
    const text = stored.get(keyOf(identifier)) ?? '';
    const operation = kindSpec(kind).hasFallback ? readQuestion(identifier).operation : '';
    const outcome = readStored(kind, identifier, text) ?? toNoRoute(operation, missingRoutes.get(operation));
    if (outcome !== null) outcomes.set(identifier, outcome);
  }
  return { outcomes, missingRoutes, pauseText: stored.get(pauseKey(accountId)) };
}

/** Returns the saved answers for companies. Sends no request. */
export function* peekIntoStore(
  kind: LookupKind,
  identifiers: readonly string[],
): FetchTask<ReadonlyMap<string, LookupOutcome>> {
  const payer = (yield* account()) ?? NO_ACCOUNT;
  return (yield* recall(payer, kind, identifiers)).outcomes;
}

/**
 * Saves answers, but not failures. If the store fails, the answers still count, and are asked for again next time.
 */
export function* remember(
  accountId: string,
  kind: LookupKind,
  fetched: Pick<Recalled, 'outcomes' | 'missingRoutes'>,
): FetchTask<void> {
  const entries = toEntries(accountId, kind, fetched.outcomes);
  const missing = [...fetched.missingRoutes].map(([operation, foundMs]): [string, string] => [
    missingRouteKey(accountId, operation),
    String(foundMs),
  ]);
  if (missing.length > 0) yield* write(new Map(missing), DAY_SECONDS);
  if (entries.size > 0) yield* write(entries, KEEP_SECONDS);
}

function toEntries(
  accountId: string,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  const keyOf = storeKeys(accountId, kind);
  outcomes.forEach((outcome, identifier) => {
    const text = toStored(identifier, outcome);
    if (text !== null) entries.set(keyOf(identifier), text);
  });
  return entries;
}

function toNoRoute(operation: string, asOfMs: number | undefined): LookupOutcome | null {
  return asOfMs === undefined ? null : { is: 'noRoute', operation, asOfMs };
}

function* readAll(keys: readonly string[]): Reading<ReadonlyMap<string, string>> {
  try {
    return yield* cacheGet(keys);
  } catch {
    return new Map();
  }
}

/** Writes entries. If the store fails, the answer is asked for again next time; showing none would be worse. */
export function* write(entries: ReadonlyMap<string, string>, keepForSeconds: number): Writing {
  try {
    yield* cachePut(entries, keepForSeconds);
  } catch {
    // An answer that could not be saved still counts.
  }
}

/**
 * Google's cache takes keys of up to 250 characters: https://developers.google.com/apps-script/reference/cache/cache.
 */
const MAX_IDENTIFIER_IN_KEY = 180;

/** The cache key of one outcome. It includes the account, so that no payer sees the answers of another. */
export function storeKey(accountId: string, kind: LookupKind, identifier: string): string {
  return storeKeys(accountId, kind)(identifier);
}

/** {@link storeKey} for many identifiers. */
function storeKeys(accountId: string, kind: LookupKind): (identifier: string) => string {
  const start = [STORED_PREFIX, accountId, kind, ''].join('|');
  return (identifier) =>
    identifier.length <= MAX_IDENTIFIER_IN_KEY
      ? start + identifier
      : `${start}${identifier.slice(0, MAX_IDENTIFIER_IN_KEY)}~${checksum(identifier)}`;
}

/** The prefix of every cache key of an account. */
export function accountKeys(accountId: string): string {
  return `${STORED_PREFIX}|${accountId}|`;
}

/** The cache key that records a missing route of an operation. */
function missingRouteKey(accountId: string, operation: string): string {
  return `${STORED_PREFIX}|${accountId}|!route|${operation}`;
}

/** The cache key that records a pause of all requests. */
export function pauseKey(accountId: string): string {
  return `${STORED_PREFIX}|${accountId}|!pause`;
}

/** The cache key of the rows that a formula showed. */
export function shownKey(accountId: string, signature: string, key: string): string {
  return `${STORED_PREFIX}|${accountId}|!shown|${checksum(`${signature}\n${key}`)}|${key.slice(0, MAX_IDENTIFIER_IN_KEY)}`;
}

/** An outcome as text, or `null` if it must not be saved. */
export function toStored(identifier: string, outcome: LookupOutcome): string | null {
  if (outcome.is === 'found') {
    const { asOfMs, record, text = JSON.stringify(record), lagsUntilMs } = outcome;
    // `join` makes one flat text. A template literal would keep each part in memory along with the whole.
    const start = ['[' + JSON.stringify(identifier), asOfMs, ''].join();
    return start + text + (lagsUntilMs === undefined ? ']' : `,${lagsUntilMs}]`);
  }
  if (outcome.is === 'notTracked') return JSON.stringify([identifier, outcome.asOfMs]);
  return null;
}

/**
 * A saved outcome; `null` if it is damaged, of another version, or for another identifier.
 * @internal tests read what is stored
 */
export function readStored(kind: LookupKind, identifier: string, text: string): LookupOutcome | null {
  // Most lookups of an enrichment have no saved answer, and an error thrown by the parser takes longer than reading
  // an answer.
  if (text === '') return null;
  const stored = readArray(parseJson(text));
  const asOfMs = readNumber(stored?.[1]);
  if (stored === null || stored[0] !== identifier || asOfMs === null || Math.abs(asOfMs) > 8.64e15) return null;
  if (stored.length === 2) return { is: 'notTracked', asOfMs };
  const record = kindSpec(kind).readStored(stored[2]);
  const lagsUntilMs = readNumber(stored[3]);
  return record === null ? null : { is: 'found', record, asOfMs, ...(lagsUntilMs === null ? {} : { lagsUntilMs }) };
}

/** Reads a record again from the text of its outcome; `null` if the text is damaged. */
export function readAgain(kind: LookupKind, identifier: string, outcome: LookupOutcome): LookupOutcome | null {
  return readStored(kind, identifier, toStored(identifier, outcome) ?? '');
}

/** Distinguishes long identifiers that begin alike; {@link readStored} then compares them in full. */
function checksum(text: string): string {
  return (fnv1a(text) >>> 0).toString(36);
}
