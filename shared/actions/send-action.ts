import type { HttpRequest } from '../client/exchange';
import type { Reply } from '../client/response';
import type { RetryPolicy } from '../client/retry';
import { sendAll } from '../client/send';
import { now } from '../client/ports';
import type { ActionTask } from './ports';
import { TraceError } from '../errors/trace-error';

/**
 * What one action may take: Google refuses requests of a run after it (`apps-script/host.ts`), and nobody looks at a
 * button for longer. What is not done then is told, and can be gone on with.
 */
export const ACTION_LASTS_MS = 20_000;

export const ACTION_RETRY: RetryPolicy = { maxRetries: 2, waitBudgetMs: 6_000 };

/**
 * Sends one request and answers its body. Throws the problem.
 *
 * @param unknownThing what it means that the service does not find what was asked for
 */
export function* askFor(request: HttpRequest, unknownThing: TraceError): ActionTask<unknown> {
  const deadlineMs = (yield* now()) + ACTION_LASTS_MS;
  const [reply] = yield* sendAll([request], ACTION_RETRY, deadlineMs);
  return bodyOf(reply, request, unknownThing);
}

/** The body of a reply; throws what stands in its place. */
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
