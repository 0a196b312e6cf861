import type { HttpRequest } from '../client/exchange';
import type { Reply } from '../client/response';
import { sendAll, type RetryPolicy } from '../client/send';
import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';
import { runAsync } from '../task';

/**
 * The longest time for one action: Google ends requests after it (`apps-script/formulas/host.ts`), and users do not
 * watch a button for longer. The rest is reported and can be resumed.
 */
export const ACTION_LASTS_MS = 20_000;

export const ACTION_RETRY: RetryPolicy = { maxRetries: 2, waitBudgetMs: 6_000 };

/**
 * Sends one request and returns the body of the answer. Throws the problem.
 *
 * @param unknownThing the error for what the service does not find
 */
export async function askFor(ports: ActionPorts, request: HttpRequest, unknownThing: TraceError): Promise<unknown> {
  const deadlineMs = (await ports.now()) + ACTION_LASTS_MS;
  const [reply] = await runAsync(sendAll([request], ACTION_RETRY, deadlineMs), ports);
  return bodyOf(reply, request, unknownThing);
}

/** The body of a reply. Throws if the reply is a problem. */
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
