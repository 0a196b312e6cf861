import { momentToTimestamp } from '../data/days';
import type { Definition } from '../lists/definition';
import { companiesOf } from '../lists/evaluate';
import { FILTER_FIELDS, REGISTRY_VERSION } from '../lists/filter-fields';
import { readDefinition } from '../lists/read-definition';
import { jsonReply } from '../reply';
import { changeableListOfPath, listOfPath } from './list-of-path';
import { requireObject } from './request-body';
import type { Answer, Call, Route } from './route';

const COMMON = {
  standing: 'documented',
  source: 'https://docs.tracedata.ai/api/lists/',
  needsUserKey: true,
  credits: 'none (assumed)',
} as const;

export const listDefinitions: readonly Route[] = [
  {
    name: 'lists.filterFields',
    method: 'GET',
    path: '/lists/filter-fields',
    ...COMMON,
    answer: showFilterFields,
  },
  {
    name: 'lists.previewCount',
    method: 'POST',
    path: '/lists/preview-count',
    ...COMMON,
    answer: previewCount,
  },
  {
    name: 'lists.definition',
    method: 'GET',
    path: '/lists/{list_id}/definition',
    ...COMMON,
    answer: showDefinition,
  },
  {
    name: 'lists.replaceDefinition',
    method: 'PUT',
    path: '/lists/{list_id}/definition',
    ...COMMON,
    answer: replaceDefinition,
  },
];

function showFilterFields(): Answer {
  return { reply: jsonReply(200, { registry_version: REGISTRY_VERSION, fields: FILTER_FIELDS }), charged: [] };
}

function previewCount({ body }: Call): Answer {
  const definition = readDefinition(requireObject(body)['definition'], ['body', 'definition']);
  return { reply: jsonReply(200, { count: companiesOf(definition).length }), charged: [] };
}

function showDefinition(call: Call): Answer {
  return { reply: jsonReply(200, listOfPath(call).definition ?? NO_DEFINITION), charged: [] };
}

/** Earlier versions are not kept, since no page shows a route for them. */
function replaceDefinition(call: Call): Answer {
  const definition = readDefinition(requireObject(call.body), ['body']);
  const list = { ...changeableListOfPath(call), definition, updatedAt: momentToTimestamp(call.nowMs) };
  return { reply: jsonReply(200, definition), charged: [], change: () => call.books.lists.replace(list) };
}

const NO_DEFINITION: { readonly [Part in keyof Definition]: Definition[Part] | null } = {
  registry_version: REGISTRY_VERSION,
  tree: null,
};
