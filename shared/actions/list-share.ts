import { shareList as toShareRequest, type ListAccess } from '../client/resources/lists';
import type { ActionTask } from './ports';
import { TraceError } from '../errors/trace-error';
import { askFor } from './send-action';
import { requireUserKey } from './user-key';

export interface SharedList {
  /** In the service's own words. */
  readonly answer: unknown;
}

export function* shareList(listId: string, email: string, access: ListAccess): ActionTask<SharedList> {
  yield* requireUserKey();
  const answer = yield* askFor(toShareRequest(listId, email, access), new TraceError('listUnknown', { listId }));
  return { answer };
}
