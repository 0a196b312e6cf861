import { momentToTimestamp } from '../data/days';
import { companiesOf } from '../lists/evaluate';
import { FILTER_FIELDS, REGISTRY_VERSION } from '../lists/filter-fields';
import { readDefinition } from '../lists/read-definition';
import { jsonReply } from '../reply';
import { changeableListOfPath, listOfPath } from './list-of-path';
import { requireObject } from './request-body';
import type { Answer, Call, RoutesTo } from './route';

const COMMON = {
  needsUserKey: true,
  credits: 'none (assumed)',
} as const;

export const listDefinitions = {
  filterFields: { ...COMMON, answer: showFilterFields },
  previewCount: { ...COMMON, answer: previewCount },
  definition: { ...COMMON, answer: showDefinition },
  replaceDefinition: { ...COMMON, answer: replaceDefinition },
} satisfies Partial<RoutesTo<'lists'>>;

function showFilterFields(): Answer<'lists.filterFields'> {
  return { reply: jsonReply(200, { registry_version: REGISTRY_VERSION, fields: FILTER_FIELDS }), charged: [] };
}

function previewCount({ body }: Call): Answer<'lists.previewCount'> {
  const definition = readDefinition(requireObject(body)['definition'], ['body', 'definition']);
  return { reply: jsonReply(200, { count: companiesOf(definition).length }), charged: [] };
}

function showDefinition(call: Call): Answer<'lists.definition'> {
  return { reply: jsonReply(200, listOfPath(call).definition ?? NO_DEFINITION), charged: [] };
}

/** Earlier versions are not kept, since no page shows a route for them. */
function replaceDefinition(call: Call): Answer<'lists.replaceDefinition'> {
  const definition = readDefinition(requireObject(call.body), ['body']);
  const list = { ...changeableListOfPath(call), definition, updatedAt: momentToTimestamp(call.nowMs) };
  return { reply: jsonReply(200, definition), charged: [], change: () => call.books.lists.replace(list) };
}

const NO_DEFINITION = { registry_version: REGISTRY_VERSION, tree: null };
