import { readObject, type JsonObject } from '../client/json';
import type { ActionTask } from './ports';
import { TraceError } from '../errors/trace-error';
import { readDomains } from './domains';
import { flagCompany } from './flag-company';
import {
  accessOf,
  companyOf,
  definitionOf,
  descriptionOf,
  emailOf,
  isConfirmed,
  jobIdOf,
  listIdOf,
  listNameOf,
  offsetOf,
  searchOf,
  tierOf,
  topOf,
  valueOf,
} from './given';
import { materializeList, previewCount, readFields, readListDefinition, replaceDefinition } from './list-definition';
import { addDomains, excludeDomains } from './list-domains';
import { createList, deleteList, renameList } from './list-edit';
import { exportList } from './list-export';
import { indexLists } from './list-index';
import { readMembers } from './list-members';
import { shareList } from './list-share';
import { lookAtRefresh, resumeRefresh } from './look-at-refresh';
import type { ActionMessages, ActionName, ActionValue } from './protocol';
import { readRefreshRecord } from './refresh-record';
import { startRefresh } from './start-refresh';

/** Every action, with the reader of its arguments. */
const ACTIONS: { readonly [N in ActionName]: (given: JsonObject) => ActionTask<ActionMessages[N]['value']> } = {
  startRefresh: (given) => startRefresh(readDomains(valueOf(given, 'domains'))),
  lookAtRefresh: (given) => lookAtRefresh(readRefreshRecord(valueOf(given, 'record'))),
  resumeRefresh: (given) => resumeRefresh(jobIdOf(given)),
  flagCompany: (given) => flagCompany(companyOf(given), descriptionOf(given)),
  indexLists: () => indexLists(),
  createList: (given) => {
    const hasDefinition = (valueOf(given, 'definition') ?? null) !== null;
    return createList(listNameOf(given), hasDefinition ? definitionOf(given) : null);
  },
  renameList: (given) => renameList(listIdOf(given), listNameOf(given)),
  deleteList: (given) => deleteList(listIdOf(given), isConfirmed(given)),
  readFields: () => readFields(),
  readDefinition: (given) => readListDefinition(listIdOf(given)),
  replaceDefinition: (given) => replaceDefinition(listIdOf(given), definitionOf(given), isConfirmed(given)),
  previewCount: (given) => previewCount(definitionOf(given)),
  materializeList: (given) => materializeList(listIdOf(given)),
  readMembers: (given) =>
    readMembers(listIdOf(given), {
      top: topOf(given),
      offset: offsetOf(given),
      tier: tierOf(given),
      search: searchOf(given),
      forceRefresh: valueOf(given, 'forceRefresh') === true,
    }),
  addDomains: (given) => addDomains(listIdOf(given), readDomains(valueOf(given, 'domains'))),
  excludeDomains: (given) => excludeDomains(listIdOf(given), readDomains(valueOf(given, 'domains'))),
  shareList: (given) => shareList(listIdOf(given), emailOf(given), accessOf(given)),
  exportList: (given) => exportList(listIdOf(given), isConfirmed(given)),
};

/**
 * Performs an action for a page. All arguments are read before anything is sent.
 *
 * @param name one of {@link ActionName}
 * @param given a plain JSON object; `protocol.ts` has its shape for each action
 * @returns plain JSON, as `protocol.ts` says
 * @throws TraceError `internal` for an unknown name, `actionMalformed` for arguments that do not fit, or the action's own
 *   problem
 */
export function* performAction(name: unknown, given: unknown): ActionTask<ActionValue> {
  if (!isActionName(name)) throw new TraceError('internal', { detail: 'an action that Trace does not have' });
  const values = readObject(given);
  if (values === null) throw new TraceError('actionMalformed', { expected: 'the values for this action' });
  return yield* ACTIONS[name](values);
}

/** Names that every object has, such as `constructor`, are no actions. */
function isActionName(name: unknown): name is ActionName {
  return typeof name === 'string' && Object.prototype.hasOwnProperty.call(ACTIONS, name);
}
