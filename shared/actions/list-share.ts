import { shareList as toShareRequest, type ListAccess } from '../client/resources/lists';
import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';
import { askFor } from './send-action';
import { requireUserKey } from './user-key';

export interface SharedList {
  /** As the service worded it. */
  readonly answer: unknown;
}

export async function shareList(
  ports: ActionPorts,
  listId: string,
  email: string,
  access: ListAccess,
): Promise<SharedList> {
  await requireUserKey(ports);
  const answer = await askFor(ports, toShareRequest(listId, email, access), new TraceError('listUnknown', { listId }));
  return { answer };
}
