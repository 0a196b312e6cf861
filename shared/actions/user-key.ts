import { account } from '../records/ports';
import type { ActionTask } from './ports';
import { TraceError } from '../errors/trace-error';

/**
 * Throws `userKeyNeeded` where an organization key is set, and `noKey` where none is: lists are a person's, and the
 * service would refuse the request (https://docs.tracedata.ai/authentication/).
 */
export function* requireUserKey(): ActionTask<void> {
  const payer = yield* account();
  if (payer === null) throw new TraceError('noKey', {});
  if (payer.keyClass === 'organization') throw new TraceError('userKeyNeeded', {});
}
