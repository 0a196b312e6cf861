import { readInput } from '../cells/inputs';
import { readObject, readText, readVersion, type JsonObject } from '../client/json';
import type { Definition } from '../client/resources/list-answers';
import type { ListAccess } from '../client/resources/lists';
import { TraceError } from '../errors/trace-error';
import { checkRescan } from './check-rescan';
import { readDomains } from './domains';
import { flagCompany } from './flag-company';
import { checkId } from './ids';
import { addDomains, excludeDomains } from './list-domains';
import * as lists from './lists';
import type { ActionPorts } from './ports';
import type { ActionMessages, ActionName, ActionValue } from './protocol';
import { readRescanRecord } from './rescan-record';
import { startRescan } from './start-rescan';

/** Every action, with the reader of its arguments. */
const ACTIONS: {
  readonly [N in ActionName]: (ports: ActionPorts, given: JsonObject) => Promise<ActionMessages[N]['value']>;
} = {
  startRescan: (ports, given) => startRescan(ports, readDomains(valueOf(given, 'domains'))),
  checkRescan: (ports, given) => checkRescan(ports, readRescanRecord(valueOf(given, 'record'))),
  flagCompany: (ports, given) => flagCompany(ports, companyOf(given), descriptionOf(given)),
  indexLists: lists.indexLists,
  createList: (ports, given) => {
    const hasDefinition = (valueOf(given, 'definition') ?? null) !== null;
    return lists.createList(ports, listNameOf(given), hasDefinition ? definitionOf(given) : null);
  },
  renameList: (ports, given) => lists.renameList(ports, listIdOf(given), listNameOf(given)),
  deleteList: (ports, given) => lists.deleteList(ports, listIdOf(given)),
  readFields: lists.readFields,
  readDefinition: (ports, given) => lists.readDefinition(ports, listIdOf(given)),
  replaceDefinition: (ports, given) => lists.replaceDefinition(ports, listIdOf(given), definitionOf(given)),
  previewCount: (ports, given) => lists.previewCount(ports, definitionOf(given)),
  materializeList: (ports, given) => lists.materializeList(ports, listIdOf(given)),
  addDomains: (ports, given) => addDomains(ports, listIdOf(given), readDomains(valueOf(given, 'domains'))),
  excludeDomains: (ports, given) => excludeDomains(ports, listIdOf(given), readDomains(valueOf(given, 'domains'))),
  shareList: (ports, given) => lists.shareList(ports, listIdOf(given), emailOf(given), accessOf(given)),
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

// Readers for the arguments that a page sends. Each throws a sentence that says what was expected.

const MAX_NAME_LENGTH = 200;
/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3, without its brackets. */
const MAX_EMAIL_LENGTH = 254;
const ACCESSES: readonly ListAccess[] = ['viewer', 'editor'];

/** Reads own properties only: `constructor` and the like are not arguments. */
function valueOf(given: JsonObject, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(given, name) ? given[name] : undefined;
}

function listIdOf(given: JsonObject): string {
  const listId = textOf(given, 'listId', 'the id of a list');
  return checkId(listId, new TraceError('listUnknown', { listId }));
}

function listNameOf(given: JsonObject): string {
  const expected = 'a list name of up to 200 characters';
  const name = textOf(given, 'name', expected);
  if (name.length > MAX_NAME_LENGTH) throw malformed(expected);
  return name;
}

/** Reads a domain or a slug. Throws the problem with it. */
function companyOf(given: JsonObject): string {
  const input = readInput(textOf(given, 'company', 'a domain such as stripe.com'));
  if (input.is === 'problem') throw input.error;
  if (input.is === 'blank') throw malformed('a domain such as stripe.com');
  return input.identifier;
}

function descriptionOf(given: JsonObject): string {
  const description = valueOf(given, 'description') ?? '';
  if (typeof description !== 'string') throw malformed('a description in words');
  return description;
}

/** @internal tests of definitions read with it */
export function definitionOf(given: JsonObject): Definition {
  const definition = readObject(valueOf(given, 'definition'));
  const tree = readObject(definition?.['tree']);
  if (definition === null || tree === null) throw malformed('conditions as a tree');
  const rest = readObject(definition['rest']);
  return { registry_version: readVersion(definition['registry_version']), tree, ...(rest === null ? {} : { rest }) };
}

function emailOf(given: JsonObject): string {
  const expected = 'an email address, such as ann@example.com';
  const email = textOf(given, 'email', expected);
  if (email.length > MAX_EMAIL_LENGTH || !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(email))
    throw malformed(expected);
  return email;
}

function accessOf(given: JsonObject): ListAccess {
  const access = ACCESSES.find((name) => name === valueOf(given, 'access'));
  if (access === undefined) throw malformed('an access level: viewer or editor');
  return access;
}

function textOf(given: JsonObject, name: string, expected: string): string {
  const text = readText(valueOf(given, name));
  if (text === null) throw malformed(expected);
  return text;
}

function malformed(expected: string): TraceError {
  return new TraceError('actionMalformed', { expected });
}
