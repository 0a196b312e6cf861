import { momentToTimestamp } from '../data/days';
import { readDefinition } from '../lists/read-definition';
import type { SavedList } from '../lists/saved-list';
import { NO_CONTENT, jsonReply } from '../reply';
import { listDefinitions } from './list-definitions';
import { listMembers } from './list-members';
import { changeableListOfPath, listOfPath } from './list-of-path';
import { pageOf } from './pagination';
import { requireObject, requireText, requireWord } from './request-body';
import type { Answer, Call, RoutesTo } from './route';
import { invalid } from '../validation';

const COMMON = {
  needsUserKey: true,
  credits: 'none (assumed)',
} as const;

export const lists = {
  index: { ...COMMON, answer: indexLists },
  create: { ...COMMON, answer: createList },
  ...listDefinitions,
  show: { ...COMMON, answer: showList },
  rename: { ...COMMON, answer: renameList },
  delete: { ...COMMON, answer: deleteList },
  ...listMembers,
  share: { ...COMMON, answer: shareList },
} satisfies RoutesTo<'lists'>;

/** Without the definitions, which may be long. */
function indexLists({ url, books }: Call): Answer<'lists.index'> {
  const { rows, pagination } = pageOf(books.lists.read(), url);
  return { reply: jsonReply(200, { data: rows.map(toListItem), pagination }), charged: [] };
}

function createList({ body, books, nowMs }: Call): Answer<'lists.create'> {
  const object = requireObject(body);
  const name = requireText(object, 'name');
  const given = object['definition'] ?? null;
  const definition = given === null ? null : readDefinition(given, ['body', 'definition']);
  const now = momentToTimestamp(nowMs);
  const times = { createdAt: now, updatedAt: now };
  const access = { listId: books.lists.nextId, accessLevel: 'owner' } as const;
  const list: SavedList = { ...access, name, definition, added: [], excluded: [], ...times };
  return { reply: jsonReply(201, toListObject(list)), charged: [], change: () => books.lists.add(list) };
}

function showList(call: Call): Answer<'lists.show'> {
  return { reply: jsonReply(200, toListObject(listOfPath(call))), charged: [] };
}

function renameList(call: Call): Answer<'lists.rename'> {
  const name = requireText(requireObject(call.body), 'name');
  const list = { ...changeableListOfPath(call), name, updatedAt: momentToTimestamp(call.nowMs) };
  return { reply: jsonReply(200, toListObject(list)), charged: [], change: () => call.books.lists.replace(list) };
}

function deleteList(call: Call): Answer<'lists.delete'> {
  const { listId } = changeableListOfPath(call);
  return { reply: NO_CONTENT, charged: [], change: () => call.books.lists.delete(listId) };
}

/** Echoes the permissions, because the sandbox has no other users. */
function shareList(call: Call): Answer<'lists.share'> {
  const object = requireObject(call.body);
  const email = requireText(object, 'email');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    const msg = 'value is not a valid email address: An email address must have an @-sign.';
    throw invalid({ type: 'value_error', loc: ['body', 'email'], msg, input: email });
  }
  const access = requireWord(object, 'access', ['viewer', 'editor']);
  changeableListOfPath(call);
  return { reply: jsonReply(200, { email, access }), charged: [] };
}

function toListObject(list: SavedList) {
  return { ...toListItem(list), definition: list.definition };
}

function toListItem(list: SavedList) {
  return {
    list_id: list.listId,
    name: list.name,
    access_level: list.accessLevel,
    created_at: list.createdAt,
    updated_at: list.updatedAt,
  };
}
