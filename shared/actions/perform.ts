import { readObject, type JsonObject } from '../client/json';
import type { ActionPorts } from './ports';
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
  valueOf,
} from './given';
import { materializeList, previewCount, readFields, readListDefinition, replaceDefinition } from './list-definition';
import { addDomains, excludeDomains } from './list-domains';
import { createList, deleteList, renameList } from './list-edit';
import { exportList } from './list-export';
import { indexLists } from './list-index';
import { shareList } from './list-share';
import { checkRescan, resumeRescan } from './check-rescan';
import type { ActionMessages, ActionName, ActionValue } from './protocol';
import { readRescanRecord } from './rescan-record';
import { startRescan } from './start-rescan';

/** Every action, with the reader of its arguments. */
const ACTIONS: {
  readonly [N in ActionName]: (ports: ActionPorts, given: JsonObject) => Promise<ActionMessages[N]['value']>;
} = {
  startRescan: (ports, given) => startRescan(ports, readDomains(valueOf(given, 'domains'))),
  checkRescan: (ports, given) => checkRescan(ports, readRescanRecord(valueOf(given, 'record'))),
  resumeRescan: (ports, given) => resumeRescan(ports, jobIdOf(given)),
  flagCompany: (ports, given) => flagCompany(ports, companyOf(given), descriptionOf(given)),
  indexLists,
  createList: (ports, given) => {
    const hasDefinition = (valueOf(given, 'definition') ?? null) !== null;
    return createList(ports, listNameOf(given), hasDefinition ? definitionOf(given) : null);
  },
  renameList: (ports, given) => renameList(ports, listIdOf(given), listNameOf(given)),
  deleteList: (ports, given) => deleteList(ports, listIdOf(given), isConfirmed(given)),
  readFields,
  readDefinition: (ports, given) => readListDefinition(ports, listIdOf(given)),
  replaceDefinition: (ports, given) =>
    replaceDefinition(ports, listIdOf(given), definitionOf(given), isConfirmed(given)),
  previewCount: (ports, given) => previewCount(ports, definitionOf(given)),
  materializeList: (ports, given) => materializeList(ports, listIdOf(given)),
  addDomains: (ports, given) => addDomains(ports, listIdOf(given), readDomains(valueOf(given, 'domains'))),
  excludeDomains: (ports, given) => excludeDomains(ports, listIdOf(given), readDomains(valueOf(given, 'domains'))),
  shareList: (ports, given) => shareList(ports, listIdOf(given), emailOf(given), accessOf(given)),
  exportList: (ports, given) => exportList(ports, listIdOf(given), isConfirmed(given)),
};

/**
 * Performs an action for a page. All arguments are read before anything is sent.
 *
 * @param name one of {@link ActionName}
 * @param given a plain JSON object; `protocol.ts` has its shape for each action
 * @returns plain JSON and errors, as `protocol.ts` says
 * @throws TraceError `internal` for an unknown name, `actionMalformed` for arguments that do not fit, or the action's own
 *   problem
 */
export async function performAction(ports: ActionPorts, name: unknown, given: unknown): Promise<ActionValue> {
  if (!isActionName(name)) throw new TraceError('internal', { detail: 'an action that Trace does not have' });
  const values = readObject(given);
  if (values === null) throw new TraceError('actionMalformed', { expected: 'the values for this action' });
  return ACTIONS[name](ports, values);
}

/** Properties that every object has, such as `constructor`, are not actions. */
function isActionName(name: unknown): name is ActionName {
  return typeof name === 'string' && Object.prototype.hasOwnProperty.call(ACTIONS, name);
}
