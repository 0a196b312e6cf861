import {
  listFilterFields,
  listMembers,
  lists,
  previewListCount,
  readFilterFields,
  readListsPage,
  showDefinition,
  showList,
  toRequest,
} from '../../shared/api';
import type { Known } from '../known';
import { askOneRow, noCredits, oneCredit, when, type Call } from './call';

const NO_LIST = 'this account has no list; --with-writes makes one';
const ONE_MEMBER = { limit: 1, offset: 0, tier: null, search: null, forceRefresh: false };

/** Calls that need no list, made before one is created. */
export const listCatalogueCalls: readonly Call[] = [
  {
    operation: lists.index,
    credits: noCredits,
    ask: () => askOneRow(toRequest(lists.index, {})),
    learn: (body) => ({ listId: readListsPage(body)?.lists[0]?.list_id ?? null }),
  },
  { operation: lists.filterFields, credits: noCredits, ask: () => listFilterFields(), learn: learnDefinition },
  {
    operation: lists.previewCount,
    credits: noCredits,
    ask: ({ definition }) => when(definition, 'no earlier answer names a field to ask about', previewListCount),
  },
];

/** Calls about a list that existed before, or else about the one created. */
export const listCalls: readonly Call[] = [
  { operation: lists.show, credits: noCredits, ask: (known) => when(listOf(known), NO_LIST, showList) },
  { operation: lists.definition, credits: noCredits, ask: (known) => when(listOf(known), NO_LIST, showDefinition) },
  {
    operation: lists.members,
    credits: oneCredit,
    ask: (known) => when(listOf(known), NO_LIST, (listId) => listMembers(listId, ONE_MEMBER)),
  },
];

function listOf({ listId, ownListId }: Known): string | null {
  return listId ?? ownListId;
}

/** A condition that no company meets; its grammar is assumed. */
function learnDefinition(body: unknown): Partial<Known> {
  const catalogue = readFilterFields(body);
  const named = catalogue?.fields?.find(({ name }) => name === 'domain') ?? catalogue?.fields?.find(isText);
  if (catalogue === null || named === undefined) return { definition: null };
  const operator = named.operators.find((word) => word === 'equals') ?? named.operators[0] ?? 'equals';
  const condition = { field: named.name, operator, value: 'contract-check.invalid' };
  return {
    definition: { registry_version: catalogue.registry_version, tree: { op: 'and', children: [condition] } },
  };
}

function isText({ type }: { readonly type: string | null }): boolean {
  return type === 'text' || type === 'string';
}
