import type { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import type { HttpRequest } from './exchange';

/** How often and how long one caller retries. */
export interface RetryPolicy {
  readonly maxRetries: number;
  /** The longest total wait of one call, in milliseconds. */
  readonly waitBudgetMs: number;
}

const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;

/**
 * How long to wait before retry number `retry` (from 1); `null`: do not retry. The service's own wait comes first;
 * one beyond the budget is reported instead. Repeating a read is safe: a company read twice within 30 days is charged
 * once (https://docs.tracedata.ai/credits/).
 *
 * @param askedMs from `Retry-After`, or `null`
 * @param random from 0 up to, but not including, 1; spreads the retries of many callers
 * @returns whole milliseconds
 */
export function retryDelayMs(
  error: TraceError,
  askedMs: number | null,
  retry: number,
  policy: RetryPolicy,
  random: number,
): number | null {
  const { isRetried, firstDelayMs } = traitsOf(error);
  if (retry > policy.maxRetries || isRetried !== true) return null;
  const ceilingMs = Math.min(MAX_DELAY_MS, (firstDelayMs ?? BASE_DELAY_MS) * 2 ** (retry - 1));
  const delayMs = Math.ceil(askedMs ?? ceilingMs * (0.5 + random / 2));
  return delayMs <= policy.waitBudgetMs ? delayMs : null;
}

/**
 * Whether a request has the same effect when sent twice: by its method
 * (https://www.rfc-editor.org/rfc/rfc9110#name-idempotent-methods) or because its operation says so. The API documents
 * no idempotency key.
 */
export function isRepeatable({ method, isRepeatable: isSaid }: HttpRequest): boolean {
  return isSaid === true || (method !== 'POST' && method !== 'PATCH');
}

/**
 * Whether a failed request may be repeated. An unrepeatable one may have been carried out although its answer was
 * lost; a 429 says that it was not.
 */
export function maySendAgain(request: HttpRequest, error: TraceError): boolean {
  return isRepeatable(request) || traitsOf(error).charged !== 'perhaps';
}

/**
 * `Retry-After` in milliseconds, or `null` if it is absent or not understood. Seconds or a date:
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after.
 */
export function readRetryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const atMs = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
