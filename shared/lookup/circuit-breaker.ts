import { fittingIn, leftOf, type CreditsShort } from '../credits/credits-short';
import { paid, type CreditsPorts, cacheGet, cachePut, type RecordsPorts } from './ports';
import { parseJson, readArray, readCount, readNumber } from '../client/json';
import type { Task } from '../task';
import { TraceError } from '../errors/trace-error';
import { isErrorCode, TRAITS, traitsOf } from '../errors/traits';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { pauseKey } from './cache';

/**
 * A failure that further requests would meet. Until it ends, only requests that {@link goDespite} allows are sent.
 */
export interface Pause {
  readonly error: TraceError;
  /** Milliseconds since 1970. */
  readonly untilMs: number;
}

/** Google's cache keeps nothing longer than this. */
const LONGEST_MS = 6 * 3_600_000;

/**
 * Decides whether a failure pauses all requests, and for how long. A rate limit lasts as long as `Retry-After` says.
 */
export function toPause(error: TraceError, nowMs: number): Pause | null {
  const { remembered } = traitsOf(error);
  if (remembered?.of !== 'account' && remembered?.of !== 'credits') return null;
  const { waitSeconds = null } = error.facts as { readonly waitSeconds?: number | null };
  const forMs = waitSeconds === null ? remembered.forMs : waitSeconds * 1_000;
  return { error, untilMs: nowMs + Math.min(forMs, LONGEST_MS) };
}

/** Writes a pause as text for the store. */
export function pauseToText({ error, untilMs }: Pause, keyId: string): string {
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
  const { of } = TRAITS[code].remembered ?? {};
  if (of !== 'account' && of !== 'credits') return null;
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
export function endsShortage(pause: Pause | null, outcomes: ReadonlyMap<string, LookupOutcome>): boolean {
  if (pause === null || !isOfCredits(pause.error)) return false;
  return [...outcomes.values()].some(({ is }) => is === 'found' || is === 'notTracked');
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
