import { shareList as toShareRequest, type ListAccess } from '../client/resources/lists';
import type { Task } from '../task';
import { TraceError } from '../errors/trace-error';
import { askFor } from './send-action';
import { requireUserKey } from './user-key';

export interface SharedList {
  /** What the service says of it. */
  readonly answer: unknown;
}

export function* shareList(listId: string, email: string, access: ListAccess): Task<SharedList> {
  yield* requireUserKey();
  const answer = yield* askFor(toShareRequest(listId, email, access), new TraceError('listUnknown', { listId }));
  return { answer };
}
