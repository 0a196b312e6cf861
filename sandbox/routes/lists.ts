import { momentToTimestamp } from '../data/days';
import { readDefinition } from '../lists/read-definition';
import type { SavedList } from '../lists/saved-list';
import { invalid } from '../refusal';
import { NO_CONTENT, jsonReply } from '../reply';
import { listDefinitions } from './list-definitions';
import { listMembers } from './list-members';
import { changeableListOfPath, listOfPath } from './list-of-path';
import { pageOf } from './pagination';
import { requireObject, requireText, requireWord } from './request-body';
import type { Answer, Call, Route } from './route';

const COMMON = {
  source: 'https://docs.tracedata.ai/api/lists/',
  needsUserKey: true,
  credits: 'none (assumed)',
} as const;

export const lists: readonly Route[] = [
  { name: 'lists.index', method: 'GET', path: '/lists', standing: 'documented', ...COMMON, answer: indexLists },
  { name: 'lists.create', method: 'POST', path: '/lists', standing: 'documented', ...COMMON, answer: createList },
  ...listDefinitions,
  { name: 'lists.show', method: 'GET', path: '/lists/{list_id}', standing: 'documented', ...COMMON, answer: showList },
  {
    name: 'lists.rename',
    method: 'PATCH',
    path: '/lists/{list_id}',
    standing: 'documented',
    ...COMMON,
    answer: renameList,
  },
  {
    name: 'lists.delete',
    method: 'DELETE',
    path: '/lists/{list_id}',
    standing: 'documented',
    ...COMMON,
    answer: deleteList,
  },
  ...listMembers,
  {
    name: 'lists.share',
    method: 'POST',
    path: '/lists/{list_id}/permissions',
    standing: 'assumed',
    ...COMMON,
    answer: shareList,
  },
];

/** Without the definitions, which may be long. */
function indexLists({ url, books }: Call): Answer {
  const { rows, pagination } = pageOf(books.lists.read(), url);
  return { reply: jsonReply(200, { data: rows.map(toListItem), pagination }), charged: [] };
}

function createList({ body, books, nowMs }: Call): Answer {
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

function showList(call: Call): Answer {
  return { reply: jsonReply(200, toListObject(listOfPath(call))), charged: [] };
}

function renameList(call: Call): Answer {
  const name = requireText(requireObject(call.body), 'name');
  const list = { ...changeableListOfPath(call), name, updatedAt: momentToTimestamp(call.nowMs) };
  return { reply: jsonReply(200, toListObject(list)), charged: [], change: () => call.books.lists.replace(list) };
}

function deleteList(call: Call): Answer {
  const { listId } = changeableListOfPath(call);
  return { reply: NO_CONTENT, charged: [], change: () => call.books.lists.delete(listId) };
}

/** Echoes the permissions, because the sandbox has no other users. */
function shareList(call: Call): Answer {
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
