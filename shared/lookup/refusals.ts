import { fittingIn, leftOf, type CreditsShort } from '../credits/credits-short';
import { paid, type CreditsPorts, cacheGet, cachePut, type FetchTask, type RecordsPorts } from './ports';
import { now, random, type ClientPorts } from '../client/ports';
import { parseJson, readArray, readCount, readNumber } from '../client/json';
import type { Task } from '../task';
import { TraceError } from '../errors/trace-error';
import { isErrorCode, TRAITS, traitsOf } from '../errors/traits';
import { type Account, STORED_PREFIX } from '../records/account';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { pauseKey, shownKey, write } from './cache';
import { isNameQuestion } from './kinds';

/**
 * Failures that would be repeated, saved so that nothing is sent in vain: a pause of the whole account, or the refusal of
 * one lookup. How long each lasts is a trait of the error.
 */

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/**
 * A failure that further requests would meet. Until it ends, only requests that {@link goDespite} allows are sent.
 */
export interface Pause {
  readonly error: TraceError;
  /** Milliseconds since 1970. */
  readonly untilMs: number;
}

/** Google's cache keeps nothing longer than this. */
const LONGEST_SECONDS = 21_600;
const LONGEST_MS = LONGEST_SECONDS * 1_000;

/**
 * Decides whether a failure pauses all requests, and for how long. A rate limit lasts as long as `Retry-After` says.
 */
function toPause(error: TraceError, nowMs: number): Pause | null {
  const { remembered } = traitsOf(error);
  if (remembered === undefined || !isOfAccount(remembered.of)) return null;
  const { waitSeconds = null } = error.facts as { readonly waitSeconds?: number | null };
  const forMs = waitSeconds === null ? remembered.forMs : waitSeconds * 1_000;
  return { error, untilMs: nowMs + Math.min(forMs, LONGEST_MS) };
}

function isOfAccount(of: string | undefined): boolean {
  return of === 'account' || of === 'credits';
}

/** Writes a pause as text for the store. */
function pauseToText({ error, untilMs }: Pause, keyId: string): string {
  const facts = error.facts as Readonly<Record<string, unknown>>;
  const [requested, missing, lookups] = ['requested', 'missing', 'lookups'].map((name) => facts[name] ?? null);
  return JSON.stringify([error.code, untilMs, requested, missing, keyId, lookups]);
}

/**
 * Reads a pause. Returns `null` if there is none, or it is over, damaged, or of another key of the account. For a
 * rate limit, the remaining seconds come from the clock.
 */
export function readPause(text: string | undefined, keyId: string, nowMs: number): Pause | null {
  const stored = readArray(parseJson(text ?? ''));
  const untilMs = readNumber(stored?.[1]);
  if (stored === null || untilMs === null || untilMs <= nowMs || untilMs - nowMs > LONGEST_MS) return null;
  if (stored[4] !== keyId) return null;
  const [code] = stored;
  if (!isErrorCode(code)) return null;
  if (!isOfAccount(TRAITS[code].remembered?.of)) return null;
  const waitSeconds = Math.ceil((untilMs - nowMs) / 1_000);
  const facts = {
    requested: readCount(stored[2]),
    missing: readCount(stored[3]),
    lookups: readCount(stored[5]),
    waitSeconds,
  };
  return { error: new TraceError(code, facts), untilMs };
}

/** Whether an error affects only requests that cost more credits than remain. */
export function isOfCredits(error: TraceError): boolean {
  return traitsOf(error).remembered?.of === 'credits';
}

/** Adds the size of the refused request to an error about missing credits; returns any other error unchanged. */
export function withSize(error: TraceError, lookups: number): TraceError {
  return isOfCredits(error) ? new TraceError(error.code, { ...error.facts, lookups }) : error;
}

/** The lookups that may be sent even though others were refused with this error. */
export function* goDespite(
  error: TraceError,
  kind: LookupKind,
  identifiers: readonly string[],
): Task<readonly string[], Pick<CreditsPorts, 'paid'>> {
  if (!isOfCredits(error) || identifiers.length === 0) return [];
  const free = kind === 'company' ? yield* paid(identifiers) : new Set<string>();
  return fittingIn(error.facts as CreditsShort, kind, identifiers, free);
}

/** Whether these outcomes show that the account has credits again, because something was answered. */
function endsShortage(pause: Pause | null, outcomes: Outcomes): boolean {
  if (pause === null || !isOfCredits(pause.error)) return false;
  return [...outcomes.values()].some(({ is }) => is === 'found' || is === 'notTracked');
}

/**
 * Saves a failure that every request would meet, so that formulas send nothing either. An answer ends a shortage of
 * credits.
 *
 * @param before the pause in spite of which these were sent
 * @returns the text that is saved now; `undefined`: unchanged
 */
export function* keepPause(payer: Account, outcomes: Outcomes, before: Pause | null): FetchTask<string | undefined> {
  const failed = [...outcomes.values()].find(
    (outcome) => outcome.is === 'failed' && traitsOf(outcome.error).ends === 'all',
  );
  const nowMs = yield* now();
  const pause = failed?.is === 'failed' ? toPause(failed.error, nowMs) : null;
  if (pause === null && !endsShortage(before, outcomes)) return undefined;
  const text = pause === null ? '' : pauseToText(pause, payer.keyId);
  const forSeconds = pause === null ? 1 : Math.ceil((pause.untilMs - nowMs) / 1_000);
  // If this is not saved, the next request gets the same error from the service.
  yield* write(new Map([[pauseKey(payer.id), text]]), forSeconds);
  return text;
}

/**
 * The credits that an account had left by the last refusal that still counts; `null`: no refusal has told.
 *
 * @param accountId the id of the account
 */
export function* readCreditsLeft(accountId: string): Task<number | null, Pick<RecordsPorts, 'cacheGet'>> {
  const key = pauseKey(accountId);
  const [code, , requested, missing] = readArray(parseJson((yield* cacheGet([key])).get(key) ?? '')) ?? [];
  if (!isErrorCode(code) || TRAITS[code].remembered?.of !== 'credits') return null;
  return leftOf({ requested: readCount(requested), missing: readCount(missing) });
}

/**
 * Ends a pause when the user retries: the cause may be gone, for example after buying credits. A rate limit still
 * lasts as long as the service said.
 *
 * @param accountId the id of the account
 */
export function* endPause(accountId: string): Task<void, Pick<RecordsPorts, 'cacheGet' | 'cachePut'>> {
  const key = pauseKey(accountId);
  const text = (yield* cacheGet([key])).get(key);
  const code = readArray(parseJson(text ?? ''))?.[0];
  if (text === undefined || (isErrorCode(code) && TRAITS[code].isRetried === true)) return;
  yield* cachePut(new Map([[key, '']]), 1);
}

const STAMP_KEY = `${STORED_PREFIX}|!agreed`;

/** What the sentence of a refusal may need. */
interface Facts {
  readonly credits?: number;
  readonly limit?: number;
  readonly status?: number;
  readonly operation?: string;
}

/** The cache keys of refusals. The stamp changes with everything that the user approves. */
export function refusalKeys(accountId: string, kind: LookupKind, identifiers: readonly string[]): readonly string[] {
  return [STAMP_KEY, ...identifiers.map((identifier) => refusalKey(accountId, kind, identifier))];
}

/** Refusals that would be repeated, with their sentences. */
export function readRefusals(
  accountId: string,
  kind: LookupKind,
  identifiers: readonly string[],
  cached: ReadonlyMap<string, string>,
): Outcomes {
  const stamp = cached.get(STAMP_KEY) ?? '';
  const refusals = new Map<string, LookupOutcome>();
  for (const identifier of identifiers) {
    const text = cached.get(refusalKey(accountId, kind, identifier)) ?? '';
    const [code, credits, limit, status, operation, ...stamped] = text.split(' ');
    if (stamped.join(' ') !== stamp || rememberedMs(code, kind, identifier) === null) continue;
    // The text is shown, and an editor of the file may have written it.
    if (!/^[\w.]+$/.test(operation!)) continue;
    const facts = { credits: Number(credits), limit: Number(limit), status: Number(status), operation, message: '' };
    refusals.set(identifier, { is: 'failed', error: new TraceError(code as keyof typeof TRAITS, facts) });
  }
  return refusals;
}

/** Saves refusals until they expire, or the user approves or retries. */
export function* keepRefusals(
  accountId: string,
  kind: LookupKind,
  outcomes: Outcomes,
  cached: ReadonlyMap<string, string>,
): Task<void, Pick<RecordsPorts, 'cachePut'>> {
  const byTime = new Map<number, Map<string, string>>();
  for (const [identifier, outcome] of outcomes) {
    if (outcome.is !== 'failed') continue;
    const { code, facts } = outcome.error;
    const forMs = rememberedMs(code, kind, identifier);
    if (forMs === null) continue;
    const { credits = 0, limit = 0, status = 0, operation = '_' } = facts as Facts;
    const entries = byTime.get(forMs) ?? new Map<string, string>();
    byTime.set(forMs, entries);
    const text = [code, credits, limit, status, operation, cached.get(STAMP_KEY) ?? ''].join(' ');
    entries.set(refusalKey(accountId, kind, identifier), text);
  }
  for (const [forMs, entries] of byTime) yield* write(entries, forMs / 1_000);
}

/** How long a refusal is saved. `null`: not here, because it affects the whole account or is not worth saving. */
function rememberedMs(code: unknown, kind: LookupKind, identifier: string): number | null {
  const remembered = isErrorCode(code) ? TRAITS[code].remembered : undefined;
  if (remembered === undefined || isOfAccount(remembered.of)) return null;
  const isOfName = remembered.of === 'name';
  return !isOfName || (kind === 'rows' && isNameQuestion(identifier)) ? remembered.forMs : null;
}

/** Drops every refusal, because the user approved, changed a limit or retried. */
export function* forgetRefusals(): Task<void, Pick<ClientPorts, 'now' | 'random'> & Pick<RecordsPorts, 'cachePut'>> {
  const stamp = `${yield* now()}.${yield* random()}`;
  yield* write(new Map([[STAMP_KEY, stamp]]), LONGEST_SECONDS);
}

function refusalKey(accountId: string, kind: LookupKind, identifier: string): string {
  return shownKey(accountId, `!waits|${kind}`, identifier);
}
