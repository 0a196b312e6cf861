import { TraceError } from '../errors/trace-error';
import { now, type ClientTask } from './ports';
import { showCompany } from './resources/companies';
import { sendAll } from './send';

/** No company can have it: `.invalid` is reserved (https://www.rfc-editor.org/rfc/rfc2606#section-2). */
const NOBODY = 'key-check.invalid';
const PATIENCE_MS = 10_000;

/**
 * Whether the service takes the key, at no cost: a company that does not exist is asked for, and only companies that are
 * returned are charged (https://docs.tracedata.ai/credits/). Throws what the service says against the key, or why it
 * could not be asked.
 */
export function* checkKey(): ClientTask<void> {
  const deadlineMs = (yield* now()) + PATIENCE_MS;
  const [reply] = yield* sendAll([showCompany(NOBODY)], { maxRetries: 1, waitBudgetMs: 2_000 }, deadlineMs);
  if (reply === undefined) throw new TraceError('unreadable', {});
  if (reply.is === 'failed') throw reply.error;
  if (reply.is === 'missingRoute') throw new TraceError('routeMissing', { operation: 'companies.show' });
}
