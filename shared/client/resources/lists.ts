import type { HttpRequest } from '../exchange';
import { type Operation, toRequest } from '../request';
import { assumed, listOf, nothing, object, text } from '../schema';
import {
  filterFields,
  definition,
  listsPage,
  membersPage,
  previewCount,
  savedList,
  tierCounts,
  type Definition,
} from './list-answers';

const SOURCE = 'https://docs.tracedata.ai/api/lists/';
const DOCUMENTED = { standing: 'documented', source: SOURCE } as const;
const ASSUMED = { standing: 'assumed', source: SOURCE } as const;
const texts = listOf(text);

/**
 * Saved lists. All operations need a user key (https://docs.tracedata.ai/authentication/): the service answers an
 * organization key with `userKeyNeeded`, and a list of another owner with `listAccessDenied`. Source of the requests
 * below: https://docs.tracedata.ai/api/lists/. What no page shows is marked `assumed`, as all answers are.
 */
export const lists = {
  index: { name: 'lists.index', method: 'GET', path: '/lists', ...DOCUMENTED, answer: assumed(listsPage) },
  create: { name: 'lists.create', method: 'POST', path: '/lists', ...DOCUMENTED, answer: assumed(savedList, 201) },
  filterFields: {
    name: 'lists.filterFields',
    method: 'GET',
    path: '/lists/filter-fields',
    ...DOCUMENTED,
    answer: assumed(filterFields),
  },
  previewCount: {
    name: 'lists.previewCount',
    method: 'POST',
    path: '/lists/preview-count',
    ...DOCUMENTED,
    isRepeatable: true,
    answer: assumed(previewCount),
  },
  show: { name: 'lists.show', method: 'GET', path: '/lists/{list_id}', ...DOCUMENTED, answer: assumed(savedList) },
  rename: {
    name: 'lists.rename',
    method: 'PATCH',
    path: '/lists/{list_id}',
    ...DOCUMENTED,
    isRepeatable: true,
    answer: assumed(savedList),
  },
  delete: {
    name: 'lists.delete',
    method: 'DELETE',
    path: '/lists/{list_id}',
    ...DOCUMENTED,
    answer: assumed(nothing, 204),
  },
  definition: {
    name: 'lists.definition',
    method: 'GET',
    path: '/lists/{list_id}/definition',
    ...DOCUMENTED,
    answer: assumed(definition),
  },
  replaceDefinition: {
    name: 'lists.replaceDefinition',
    method: 'PUT',
    path: '/lists/{list_id}/definition',
    ...DOCUMENTED,
    answer: assumed(definition),
  },
  members: {
    name: 'lists.members',
    method: 'GET',
    path: '/lists/{list_id}/members',
    ...DOCUMENTED,
    answer: assumed(membersPage),
  },
  materialize: {
    name: 'lists.materialize',
    method: 'POST',
    path: '/lists/{list_id}/materialize',
    ...DOCUMENTED,
    isRepeatable: true,
    answer: assumed(object({ counts: tierCounts })),
  },
  addDomains: {
    name: 'lists.addDomains',
    method: 'POST',
    path: '/lists/{list_id}/domains',
    ...ASSUMED,
    answer: assumed(object({ added: texts, unchanged: texts, not_tracked: texts })),
  },
  excludeDomains: {
    name: 'lists.excludeDomains',
    method: 'POST',
    path: '/lists/{list_id}/excluded-domains',
    ...ASSUMED,
    answer: assumed(object({ excluded: texts, unchanged: texts, not_tracked: texts })),
  },
  share: {
    name: 'lists.share',
    method: 'POST',
    path: '/lists/{list_id}/permissions',
    ...ASSUMED,
    answer: assumed(object({ email: text, access: text })),
  },
  export: {
    name: 'lists.export',
    method: 'GET',
    path: '/lists/{list_id}/export',
    ...ASSUMED,
    reads: 'text',
    answer: assumed(listOf(object({ domain: text, name: text, slug: text, tier: text, score: text }))),
  },
} as const satisfies Record<string, Operation>;

/** The rows of a page. The documentation gives 100 as the maximum for partnerships, and no other. */
export const LIST_ROWS_PER_PAGE = 100;

export const TIERS = ['high', 'medium', 'exploratory'] as const;
export type Tier = (typeof TIERS)[number];

/** Asks for a page of the lists that the key may see; read by `readListsPage`. @param page from 1 */
export function indexLists(page: number): HttpRequest {
  return toRequest(lists.index, { query: { page, limit: LIST_ROWS_PER_PAGE } });
}

/** Creates a list; read by `readSavedList`. The field `name` is assumed. @param definition `null`: none */
export function createList(name: string, definition: Definition | null): HttpRequest {
  return toRequest(lists.create, { body: definition === null ? { name } : { name, definition: toBody(definition) } });
}

/** Asks which fields a definition may filter by; read by `readFilterFields`. */
export function listFilterFields(): HttpRequest {
  return toRequest(lists.filterFields, {});
}

/**
 * Asks how many companies a definition would find, without creating a list; read by `readPreviewCount`. Safe to
 * repeat.
 */
export function previewListCount(definition: Definition): HttpRequest {
  return toRequest(lists.previewCount, { body: { definition: toBody(definition) } });
}

/**
 * Asks for one list with its definition; read by `readSavedList`.
 *
 * @param listId as the service gave it, such as `lst_1`
 */
export function showList(listId: string): HttpRequest {
  return ofList(lists.show, listId);
}

/** Renames a list. Safe to repeat. The field `name` is assumed. @param name not blank */
export function renameList(listId: string, name: string): HttpRequest {
  return ofList(lists.rename, listId, { body: { name } });
}

/** Deletes a list for good. */
export function deleteList(listId: string): HttpRequest {
  return ofList(lists.delete, listId);
}

/** Asks for the definition of a list; read by `readDefinition`. */
export function showDefinition(listId: string): HttpRequest {
  return ofList(lists.definition, listId);
}

/** Replaces the whole definition of a list. Properties that the service added to it are sent back unchanged. */
export function replaceDefinition(listId: string, definition: Definition): HttpRequest {
  return ofList(lists.replaceDefinition, listId, { body: toBody(definition) });
}

/**
 * Which members to return. Unlike all other lists, this one is paged by offset: https://docs.tracedata.ai/api/lists/.
 */
interface MembersQuery {
  /** The most members to return: 1 to 100 (assumed). */
  readonly limit: number;
  /** How many members to skip. */
  readonly offset: number;
  /** `null`: every tier. */
  readonly tier: Tier | null;
  /** `null`: no search. */
  readonly search: string | null;
  /** Whether to recompute the list first. */
  readonly forceRefresh: boolean;
}

/**
 * Asks for members of a list; read by `readMembersPage`. Each member in the answer may cost a credit (assumed).
 *
 * @param listId as the service gave it
 */
export function listMembers(listId: string, { limit, offset, tier, search, forceRefresh }: MembersQuery): HttpRequest {
  return ofList(lists.members, listId, {
    query: { limit, offset, tier, search_name_or_domain: search, force_refresh: forceRefresh ? 'true' : null },
  });
}

/**
 * Asks the service to recompute the members of a list; the answer counts them by tier and is read by
 * `readTierCounts`. Safe to repeat.
 */
export function materializeList(listId: string): HttpRequest {
  return ofList(lists.materialize, listId);
}

/** Adds companies to a list, whatever its definition says. Assumed. @param domains 1 to 100 normalized domains */
export function addListDomains(listId: string, domains: readonly string[]): HttpRequest {
  return ofList(lists.addDomains, listId, { body: { domains } });
}

/** Keeps companies out of a list, whatever its definition says. Assumed. @param domains 1 to 100 normalized domains */
export function excludeListDomains(listId: string, domains: readonly string[]): HttpRequest {
  return ofList(lists.excludeDomains, listId, { body: { domains } });
}

export type ListAccess = 'viewer' | 'editor';

/**
 * Lets another person see or change a list. Assumed.
 *
 * @param email address of a person with a Trace account
 */
export function shareList(listId: string, email: string, access: ListAccess): HttpRequest {
  return ofList(lists.share, listId, { body: { email, access } });
}

/** Asks for all members of a list as CSV. Each may cost a credit. Assumed. */
export function exportList(listId: string): HttpRequest {
  return ofList(lists.export, listId);
}

function ofList(
  operation: Operation,
  listId: string,
  parts: Omit<Parameters<typeof toRequest>[1], 'parameters'> = {},
): HttpRequest {
  return toRequest(operation, { ...parts, parameters: { list_id: listId } });
}

/** Properties that the service added to a definition are sent back unchanged. */
function toBody({ registry_version, tree, rest }: Definition): object {
  return { ...rest, ...(registry_version === null ? {} : { registry_version }), tree };
}
