import { http, now, random, sleep, type ClientTask } from './ports';
import type { Exchange, HttpRequest } from './exchange';
import { toTraceError, type TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { readReply, type Reply } from './response';

/** A reply with its `Retry-After`. Even a successful reply has one while a job runs. */
export interface Answered {
  readonly reply: Reply;
  readonly retryAfter: string | null;
}

/** How often and how long one caller retries. */
export interface RetryPolicy {
  readonly maxRetries: number;
  /** The longest total wait of one call, in milliseconds. */
  readonly waitBudgetMs: number;
}

/**
 * Sends requests together and reads the replies, in order. Requests that are repeatable and may then succeed are
 * repeated together, within the policy's budget and the deadline.
 *
 * @param deadlineMs no retry begins after it; milliseconds since 1970
 */
export function* sendAll(
  requests: readonly HttpRequest[],
  policy: RetryPolicy,
  deadlineMs: number,
): ClientTask<readonly Reply[]> {
  return (yield* answerAll(requests, policy, deadlineMs)).map(({ reply }) => reply);
}

/** {@link sendAll}, with the wait that each reply asks for. */
export function* answerAll(
  requests: readonly HttpRequest[],
  policy: RetryPolicy,
  deadlineMs: number,
): ClientTask<readonly Answered[]> {
  const answers: Answered[] = [];
  const inDoubt = new Set<number>();
  let unanswered = requests.map((_request, index) => index);
  let waitLeftMs = policy.waitBudgetMs;
  let delayMs = 0;
  for (let retry = 1; unanswered.length > 0; retry += 1) {
    let exchanges: readonly Exchange[];
    try {
      if (retry > 1) yield* sleep(delayMs);
      exchanges = yield* http(unanswered.map((index) => requests[index]!));
    } catch (thrown) {
      if (retry === 1) throw thrown;
      // Answers that arrived are paid for, and requests that were sent may be charged.
      const refused = { is: 'failed', error: toTraceError(thrown), isOfHost: true } as const;
      for (const index of unanswered) {
        const { retryAfter } = answers[index]!;
        answers[index] = { reply: inDoubt.has(index) ? { ...refused, isInDoubt: true } : refused, retryAfter };
      }
      break;
    }
    waitLeftMs -= delayMs;
    delayMs = 0;
    const nowMs = yield* now();
    const again: number[] = [];
    for (const [position, index] of unanswered.entries()) {
      const exchange: Exchange = exchanges[position] ?? { ok: false, reason: 'unreachable' };
      const askedMs = exchange.ok ? readRetryAfterMs(exchange.response.retryAfter, nowMs) : null;
      const request = requests[index]!;
      const reply = readReply(exchange, askedMs === null ? null : Math.ceil(askedMs / 1_000), request.reads);
      if (reply.is === 'failed' && traitsOf(reply.error).charged === 'perhaps') inDoubt.add(index);
      const told = reply.is === 'failed' && inDoubt.has(index) ? { ...reply, isInDoubt: true } : reply;
      answers[index] = { reply: told, retryAfter: exchange.ok ? exchange.response.retryAfter : null };
      if (reply.is !== 'failed' || !maySendAgain(request, reply.error)) continue;
      const budget = { ...policy, waitBudgetMs: waitLeftMs };
      const wantedMs = retryDelayMs(reply.error, askedMs, retry, budget, yield* random());
      if (wantedMs === null || nowMs + wantedMs > deadlineMs) continue;
      again.push(index);
      delayMs = Math.max(delayMs, wantedMs);
    }
    unanswered = again;
  }
  return answers;
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
 * @internal tests try every case
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
 * @internal tests try every method
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
