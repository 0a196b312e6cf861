import type { lists } from '../../shared/api';
import { pageOf } from './envelope';
import {
  answers,
  anyObject,
  integer,
  listOf,
  nothing,
  number,
  object,
  optional,
  orNull,
  text,
  timestamp,
  type OperationShape,
  type Shape,
} from './shape';

/** A version is copied into a definition unchanged, so both types are accepted. */
const version: Shape = { is: ['text', 'integer'] };
/** Only the service knows the grammar of a tree: https://docs.tracedata.ai/api/lists/. */
const definition = object({ registry_version: version, tree: orNull(anyObject) });

const savedList = {
  list_id: text,
  name: text,
  access_level: text,
  created_at: timestamp,
  updated_at: timestamp,
};
const wholeList = object({ ...savedList, definition: orNull(definition) });
const texts = listOf(text);

/** Routes are documented, every body is assumed: https://docs.tracedata.ai/api/lists/. */
export const listShapes: Readonly<Record<keyof typeof lists, OperationShape>> = {
  index: answers('assumed', pageOf(object({ ...savedList, definition: optional(orNull(definition)) }))),
  create: answers('assumed', wholeList, 201),
  filterFields: answers(
    'assumed',
    object({
      registry_version: version,
      fields: listOf(object({ name: text, type: text, operators: texts })),
    }),
  ),
  previewCount: answers('assumed', object({ count: integer })),
  show: answers('assumed', wholeList),
  rename: answers('assumed', wholeList),
  delete: answers('assumed', nothing, 204),
  definition: answers('assumed', definition),
  replaceDefinition: answers('assumed', definition),
  members: answers(
    'assumed',
    object({
      members: listOf(
        object({ domain: text, name: orNull(text), slug: orNull(text), tier: text, score: orNull(number) }),
      ),
      total: integer,
      limit: integer,
      offset: integer,
    }),
  ),
  materialize: answers('assumed', object({ counts: object({ high: integer, medium: integer, exploratory: integer }) })),
  addDomains: answers('assumed', object({ added: texts, unchanged: texts, not_tracked: texts })),
  excludeDomains: answers('assumed', object({ excluded: texts, unchanged: texts, not_tracked: texts })),
  share: answers('assumed', object({ email: text, access: text })),
  export: answers('assumed', listOf(object({ domain: text, name: text, slug: text, tier: text, score: text }))),
};
