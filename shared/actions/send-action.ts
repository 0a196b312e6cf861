import type { HttpRequest } from '../client/exchange';
import type { Reply } from '../client/response';
import type { RetryPolicy } from '../client/retry';
import { sendAll } from '../client/send';
import { now } from '../client/ports';
import type { ActionTask } from './ports';
import { TraceError } from '../errors/trace-error';

/**
 * The longest time for one action: Google ends requests after it (`apps-script/host.ts`), and nobody watches a button
 * for longer. The rest is reported and can be resumed.
 */
export const ACTION_LASTS_MS = 20_000;

export const ACTION_RETRY: RetryPolicy = { maxRetries: 2, waitBudgetMs: 6_000 };

/**
 * Sends one request and returns the body of the answer. Throws the problem.
 *
 * @param unknownThing the error for what the service does not find
 */
export function* askFor(request: HttpRequest, unknownThing: TraceError): ActionTask<unknown> {
  const deadlineMs = (yield* now()) + ACTION_LASTS_MS;
  const [reply] = yield* sendAll([request], ACTION_RETRY, deadlineMs);
  return bodyOf(reply, request, unknownThing);
}

/** The body of a reply. Throws the problem instead where there is one. */
export function bodyOf(reply: Reply | undefined, request: HttpRequest, unknownThing: TraceError): unknown {
  switch (reply?.is) {
    case undefined:
      throw new TraceError('unreadable', {});
    case 'body':
      return reply.body;
    case 'notFound':
      throw unknownThing;
    case 'missingRoute':
      throw new TraceError('routeMissing', { operation: request.operation });
    case 'failed':
      throw reply.error;
  }
}
