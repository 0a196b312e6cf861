import { parseJson, readArray, readCount, readNumber } from '../client/json';
import { cacheGet, cachePut, type RecordsPorts } from '../records/ports';
import type { Task } from '../task';
import { TraceError } from '../errors/trace-error';
import { pauseKey } from './cache-entry';

/** A failure that every further request would meet too: nothing is sent until it is over. */
export interface Pause {
  readonly error: TraceError;
  /** Milliseconds since 1970. */
  readonly untilMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LONGEST_MS = 6 * HOUR_MS;

/** Which failures pause all requests, and for how long. A rate limit lasts as long as `Retry-After` says. */
export function toPause(error: TraceError, nowMs: number): Pause | null {
  const forMs = pauseMs(error);
  return forMs === null ? null : { error, untilMs: nowMs + forMs };
}

function pauseMs(error: TraceError): number | null {
  // Until the key changes: a new one has another place in the store. Google keeps nothing for longer than this.
  if (error.code === 'keyRefused' || error.code === 'keyHasNoOrganization') return LONGEST_MS;
  if (error.code === 'creditsOut') return 10 * MINUTE_MS;
  // It resets 24 hours after its first request, and nobody tells when that was.
  if (error.code === 'hostQuota') return HOUR_MS;
  if (error.code !== 'rateLimited') return null;
  const { waitSeconds } = (error as TraceError<'rateLimited'>).facts;
  return Math.min((waitSeconds ?? 60) * 1_000, LONGEST_MS);
}

/** A pause as text, for the store. */
export function pauseToText({ error, untilMs }: Pause, keyId: string): string {
  const facts = error.facts as Readonly<Record<string, unknown>>;
  return JSON.stringify([error.code, untilMs, facts['requested'] ?? null, facts['missing'] ?? null, keyId]);
}

/**
 * A pause that is not over; `null` where there is none, it is damaged or another key of the account met it. What is left
 * of a rate limit is told anew.
 */
export function readPause(text: string | undefined, keyId: string, nowMs: number): Pause | null {
  const stored = readArray(parseJson(text ?? ''));
  const untilMs = readNumber(stored?.[1]);
  if (stored === null || untilMs === null || untilMs <= nowMs || untilMs - nowMs > LONGEST_MS) return null;
  if (stored[4] !== keyId) return null;
  switch (stored[0]) {
    case 'keyRefused':
    case 'keyHasNoOrganization':
    case 'hostQuota':
      return { error: new TraceError(stored[0], {}), untilMs };
    case 'creditsOut': {
      const facts = { requested: readCount(stored[2]), missing: readCount(stored[3]) };
      return { error: new TraceError('creditsOut', facts), untilMs };
    }
    case 'rateLimited': {
      const waitSeconds = Math.ceil((untilMs - nowMs) / 1_000);
      return { error: new TraceError('rateLimited', { waitSeconds }), untilMs };
    }
    default:
      return null;
  }
}

/**
 * A person asks to try again: what stopped the requests may be mended, as by credits that were bought. A rate limit is
 * not; it ends when the service says.
 */
export function* endPause(accountId: string): Task<void, Pick<RecordsPorts, 'cacheGet' | 'cachePut'>> {
  const key = pauseKey(accountId);
  const text = (yield* cacheGet([key])).get(key);
  if (text === undefined || readArray(parseJson(text))?.[0] === 'rateLimited') return;
  yield* cachePut(new Map([[key, '']]), 1);
}
