import { http, now, random, sleep, type ClientTask } from './ports';
import type { Exchange, HttpRequest } from './exchange';
import { toTraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { readReply, type Reply } from './response';
import { maySendAgain, readRetryAfterMs, retryDelayMs, type RetryPolicy } from './retry';

/** A reply with its `Retry-After`. Even a successful reply has one while a job runs. */
export interface Answered {
  readonly reply: Reply;
  readonly retryAfter: string | null;
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
