import { readSavedList, type Definition, type SavedList } from '../client/resources/list-answers';
import {
  createList as toCreateRequest,
  deleteList as toDeleteRequest,
  renameList as toRenameRequest,
  showList as toShowRequest,
} from '../client/resources/lists';
import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';
import type { Confirmable } from './confirm';
import { askFor } from './send-action';
import { stampDefinition } from './list-definition';
import { requireUserKey } from './user-key';

/**
 * @param definition `null` for a list that is filled by hand
 * @returns `null` if the service does not return the list
 */
export async function createList(
  ports: ActionPorts,
  name: string,
  definition: Definition | null,
): Promise<SavedList | null> {
  await requireUserKey(ports);
  const stamped = definition === null ? null : (await stampDefinition(ports, definition)).definition;
  return readSavedList(await askFor(ports, toCreateRequest(name, stamped), new TraceError('unreadable', {})));
}

/** @returns `null` if the service does not return the renamed list */
export async function renameList(ports: ActionPorts, listId: string, name: string): Promise<SavedList | null> {
  await requireUserKey(ports);
  return readSavedList(await askFor(ports, toRenameRequest(listId, name), new TraceError('listUnknown', { listId })));
}

export type DeletedList = Confirmable<Record<never, never>, Record<never, never>>;

/** Without confirmation, only says what it would do. */
export async function deleteList(ports: ActionPorts, listId: string, isConfirmed: boolean): Promise<DeletedList> {
  await requireUserKey(ports);
  const unknown = new TraceError('listUnknown', { listId });
  if (!isConfirmed) {
    const list = readSavedList(await askFor(ports, toShowRequest(listId), unknown));
    const willDo = `This deletes the list "${list?.name ?? listId}" for everyone it is shared with. It cannot be undone.`;
    return { is: 'toConfirm', willDo };
  }
  await askFor(ports, toDeleteRequest(listId), unknown);
  return { is: 'done' };
}
