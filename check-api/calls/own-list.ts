import {
  addListDomains,
  createList,
  deleteList,
  excludeListDomains,
  exportList,
  lists,
  materializeList,
  readSavedList,
  renameList,
  replaceDefinition,
  shareList,
} from '../../shared/api';
import type { HttpRequest } from '../../shared/ports';
import type { Known, Settings } from '../known';
import { noCredits, oneCredit, when, type Call, type Skipped } from './call';

/** Creates the check's own list and puts one company into it. */
export const ownListCalls: readonly Call[] = [
  {
    operation: lists.create,
    credits: noCredits,
    changes: true,
    ask: (_known, { listName }) => createList(listName, null),
    learn: (body) => ({ ownListId: readSavedList(body)?.list_id ?? null }),
  },
  onOwnList(lists.rename, (listId, { listName }) => renameList(listId, listName)),
  onOwnList(lists.addDomains, (listId, { company }) => addListDomains(listId, [company])),
];

/** Made while the list contains only one company, because an export charges for every member. */
export const exportCall: Call = {
  operation: lists.export,
  credits: oneCredit,
  skip: ({ withWrites }) =>
    withWrites
      ? null
      : 'it may cost a credit for each company, and only the list that --with-writes makes has just one',
  ask: ({ ownListId }) => when(ownListId, 'no list was made', exportList),
};

/** The remaining operations on a list, ending with its deletion. */
export const lastListCalls: readonly Call[] = [
  onOwnList(lists.excludeDomains, (listId, { company }) => excludeListDomains(listId, [company])),
  {
    operation: lists.replaceDefinition,
    credits: noCredits,
    changes: true,
    ask: ({ ownListId, definition }) => {
      if (definition === null) return { reason: 'no earlier answer names a field to ask about' };
      return when(ownListId, 'no list was made', (listId) => replaceDefinition(listId, definition));
    },
  },
  onOwnList(lists.materialize, (listId) => materializeList(listId)),
  {
    operation: lists.share,
    credits: noCredits,
    changes: true,
    skip: ({ shareWith }) => (shareWith === null ? 'it needs someone to share with: --share-with ADDRESS' : null),
    ask: askShare,
  },
  {
    ...onOwnList(lists.delete, (listId) => deleteList(listId)),
    learn: () => ({ ownListId: null }),
  },
];

function onOwnList(operation: Call['operation'], ask: (listId: string, settings: Settings) => HttpRequest): Call {
  return {
    operation,
    credits: noCredits,
    changes: true,
    ask: ({ ownListId }, settings) => when(ownListId, 'no list was made', (listId) => ask(listId, settings)),
  };
}

function askShare({ ownListId }: Known, { shareWith }: Settings): HttpRequest | Skipped {
  return when(ownListId, 'no list was made', (listId) => shareList(listId, shareWith ?? '', 'viewer'));
}
