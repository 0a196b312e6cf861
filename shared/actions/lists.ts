import type { HttpRequest } from '../client/exchange';
import { nextPage } from '../client/pagination';
import {
  readFilterFields,
  type FilterFields,
  readDefinition as toDefinition,
  readListsPage,
  readPreviewCount,
  readSavedList,
  readTierCounts,
  type Definition,
  type SavedList,
  type TierCounts,
} from '../client/resources/list-answers';
import * as requests from '../client/resources/lists';
import { TraceError } from '../errors/trace-error';
import type { ActionPorts } from './ports';
import { askFor } from './send-action';

/** 10,000 lists: more than any user has, and a limit on what a faulty service can make us read. */
const MAX_PAGES = 100;

/** The lists that the owner of the key may see, without repeats. */
export async function indexLists(ports: ActionPorts): Promise<readonly SavedList[]> {
  const lists = new Map<string, SavedList>();
  let page: number | null = 1;
  while (page !== null) {
    const read = readListsPage(await askAsUser(ports, requests.indexLists(page)));
    if (read === null) throw new TraceError('unreadable', {});
    for (const list of read.lists) if (!lists.has(list.list_id)) lists.set(list.list_id, list);
    page = nextPage(read.pagination, page, read.rows, MAX_PAGES);
  }
  return [...lists.values()];
}

/**
 * @param definition `null` for a list that is filled by hand
 * @returns `null` if the service does not return the list
 */
export async function createList(
  ports: ActionPorts,
  name: string,
  definition: Definition | null,
): Promise<SavedList | null> {
  const stamped = definition === null ? null : await stampDefinition(ports, definition);
  return readSavedList(await askAsUser(ports, requests.createList(name, stamped)));
}

/** @returns `null` if the service does not return the renamed list */
export async function renameList(ports: ActionPorts, listId: string, name: string): Promise<SavedList | null> {
  return readSavedList(await askAsUser(ports, requests.renameList(listId, name), listId));
}

/** For everyone it is shared with. The page asks before. */
export async function deleteList(ports: ActionPorts, listId: string): Promise<null> {
  await askAsUser(ports, requests.deleteList(listId), listId);
  return null;
}

export async function shareList(
  ports: ActionPorts,
  listId: string,
  email: string,
  access: requests.ListAccess,
): Promise<null> {
  await askAsUser(ports, requests.shareList(listId, email, access), listId);
  return null;
}

/** The fields and operators that a definition may use. */
export async function readFields(ports: ActionPorts): Promise<FilterFields> {
  const fields = readFilterFields(await askAsUser(ports, requests.listFilterFields()));
  if (fields === null) throw new TraceError('unreadable', {});
  return fields;
}

/** @returns `null` for a list that is filled by hand */
export async function readDefinition(ports: ActionPorts, listId: string): Promise<Definition | null> {
  return toDefinition(await askAsUser(ports, requests.showDefinition(listId), listId));
}

/** The page asks before. @returns the definition as it was sent */
export async function replaceDefinition(
  ports: ActionPorts,
  listId: string,
  definition: Definition,
): Promise<Definition> {
  const stamped = await stampDefinition(ports, definition);
  await askAsUser(ports, requests.replaceDefinition(listId, stamped), listId);
  return stamped;
}

/** How many companies a definition finds; `null` if the service does not say. */
export async function previewCount(ports: ActionPorts, definition: Definition): Promise<number | null> {
  const stamped = await stampDefinition(ports, definition);
  return readPreviewCount(await askAsUser(ports, requests.previewListCount(stamped)));
}

/** Recomputes the members. Returns `null` if the service gives no count. */
export async function materializeList(ports: ActionPorts, listId: string): Promise<TierCounts | null> {
  return readTierCounts(await askAsUser(ports, requests.materializeList(listId), listId));
}

/** The service requires the current version of the fields in each definition: https://docs.tracedata.ai/api/lists/. */
async function stampDefinition(ports: ActionPorts, definition: Definition): Promise<Definition> {
  const { registry_version: current } = await readFields(ports);
  return { ...definition, registry_version: current ?? definition.registry_version };
}

/** @param listId absent: the request is about no list in particular */
async function askAsUser(ports: ActionPorts, request: HttpRequest, listId?: string): Promise<unknown> {
  await requireUserKey(ports);
  const unknownThing =
    listId === undefined ? new TraceError('unreadable', {}) : new TraceError('listUnknown', { listId });
  return askFor(ports, request, unknownThing);
}

/**
 * Throws `userKeyNeeded` for an organization key and `noKey` for none: lists belong to a person, so the service would
 * refuse the request (https://docs.tracedata.ai/authentication/).
 */
export async function requireUserKey(ports: ActionPorts): Promise<void> {
  const payer = await ports.account();
  if (payer === null) throw new TraceError('noKey', {});
  if (payer.keyClass === 'organization') throw new TraceError('userKeyNeeded', {});
}
