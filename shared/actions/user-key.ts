import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';

/**
 * Throws `userKeyNeeded` for an organization key and `noKey` for none: lists belong to a person, so the service would
 * refuse the request (https://docs.tracedata.ai/authentication/).
 */
export async function requireUserKey(ports: ActionPorts): Promise<void> {
  const payer = await ports.account();
  if (payer === null) throw new TraceError('noKey', {});
  if (payer.keyClass === 'organization') throw new TraceError('userKeyNeeded', {});
}
