import { readSavedList, type Definition, type SavedList } from '../client/resources/list-answers';
import {
  createList as toCreateRequest,
  deleteList as toDeleteRequest,
  renameList as toRenameRequest,
  showList as toShowRequest,
} from '../client/resources/lists';
import type { ActionTask } from './ports';
import { TraceError } from '../errors/trace-error';
import type { Confirmable } from './confirm';
import { askFor } from './send-action';
import { stampDefinition } from './list-definition';
import { requireUserKey } from './user-key';

/**
 * @param definition `null` for a list that is filled by hand
 * @returns `null` where the service does not return the list
 */
export function* createList(name: string, definition: Definition | null): ActionTask<SavedList | null> {
  yield* requireUserKey();
  const stamped = definition === null ? null : (yield* stampDefinition(definition)).definition;
  return readSavedList(yield* askFor(toCreateRequest(name, stamped), new TraceError('unreadable', {})));
}

/** @returns `null` where the service does not return the renamed list */
export function* renameList(listId: string, name: string): ActionTask<SavedList | null> {
  yield* requireUserKey();
  return readSavedList(yield* askFor(toRenameRequest(listId, name), new TraceError('listUnknown', { listId })));
}

export type DeletedList = Confirmable<Record<never, never>, Record<never, never>>;

/** Without a confirmation, only says what it would do. */
export function* deleteList(listId: string, isConfirmed: boolean): ActionTask<DeletedList> {
  yield* requireUserKey();
  const unknown = new TraceError('listUnknown', { listId });
  if (!isConfirmed) {
    const list = readSavedList(yield* askFor(toShowRequest(listId), unknown));
    const willDo = `This deletes the list "${list?.name ?? listId}" for everybody it is shared with, and cannot be undone.`;
    return { is: 'toConfirm', willDo };
  }
  yield* askFor(toDeleteRequest(listId), unknown);
  return { is: 'done' };
}
