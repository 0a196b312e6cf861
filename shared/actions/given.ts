import { readInput } from '../cells/inputs';
import { readObject, readText, readVersion, type JsonObject } from '../client/json';
import type { Definition } from '../client/resources/list-answers';
import type { ListAccess } from '../client/resources/lists';
import { TraceError } from '../errors/trace-error';
import { checkId } from './ids';

/** Readers for the arguments that a page sends to an action. Each throws a sentence that says what was expected. */

const MAX_NAME_LENGTH = 200;
/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3, without its brackets. */
const MAX_EMAIL_LENGTH = 254;
const ACCESSES: readonly ListAccess[] = ['viewer', 'editor'];

/** Reads own properties only: `constructor` and the like are not arguments. */
export function valueOf(given: JsonObject, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(given, name) ? given[name] : undefined;
}

export function listIdOf(given: JsonObject): string {
  const listId = textOf(given, 'listId', 'the id of a list');
  return checkId(listId, new TraceError('listUnknown', { listId }));
}

export function jobIdOf(given: JsonObject): string {
  const jobId = textOf(given, 'jobId', 'the id of a job');
  return checkId(jobId, new TraceError('jobUnknown', { jobId }));
}

export function listNameOf(given: JsonObject): string {
  const expected = 'a list name of up to 200 characters';
  const name = textOf(given, 'name', expected);
  if (name.length > MAX_NAME_LENGTH) throw malformed(expected);
  return name;
}

/** Reads a domain or a slug. Throws the problem with it. */
export function companyOf(given: JsonObject): string {
  const input = readInput(textOf(given, 'company', 'a domain such as stripe.com'));
  if (input.is === 'problem') throw input.error;
  if (input.is === 'blank') throw malformed('a domain such as stripe.com');
  return input.identifier;
}

export function descriptionOf(given: JsonObject): string {
  const description = valueOf(given, 'description') ?? '';
  if (typeof description !== 'string') throw malformed('a description in words');
  return description;
}

/** Only the value `true` confirms. */
export function isConfirmed(given: JsonObject): boolean {
  return valueOf(given, 'confirmed') === true;
}

export function definitionOf(given: JsonObject): Definition {
  const definition = readObject(valueOf(given, 'definition'));
  const tree = readObject(definition?.['tree']);
  if (definition === null || tree === null) throw malformed('conditions as a tree');
  const rest = readObject(definition['rest']);
  return { registry_version: readVersion(definition['registry_version']), tree, ...(rest === null ? {} : { rest }) };
}

export function emailOf(given: JsonObject): string {
  const expected = 'an email address, such as ann@example.com';
  const email = textOf(given, 'email', expected);
  if (email.length > MAX_EMAIL_LENGTH || !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(email))
    throw malformed(expected);
  return email;
}

export function accessOf(given: JsonObject): ListAccess {
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
