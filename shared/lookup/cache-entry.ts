import { parseJson, readArray, readNumber } from '../client/json';
import { fnv1a } from '../digest';
import { kindSpec } from './kinds';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { STORED_PREFIX } from '../records/stored-prefix';

/** Google's caches take keys of at most 250 characters: https://developers.google.com/apps-script/reference/cache/cache. */
const MAX_IDENTIFIER_IN_KEY = 180;

/** The cache key of one outcome. It includes the account, so that no answer passes from one payer to another. */
export function storeKey(accountId: string, kind: LookupKind, identifier: string): string {
  return storeKeys(accountId, kind)(identifier);
}

/** {@link storeKey} for many identifiers. */
export function storeKeys(accountId: string, kind: LookupKind): (identifier: string) => string {
  const start = [STORED_PREFIX, accountId, kind, ''].join('|');
  return (identifier) =>
    identifier.length <= MAX_IDENTIFIER_IN_KEY
      ? start + identifier
      : `${start}${identifier.slice(0, MAX_IDENTIFIER_IN_KEY)}~${checksum(identifier)}`;
}

/** The prefix of everything saved for an account. */
export function accountKeys(accountId: string): string {
  return `${STORED_PREFIX}|${accountId}|`;
}

/** The cache key for a missing route of an operation. */
export function missingRouteKey(accountId: string, operation: string): string {
  return `${STORED_PREFIX}|${accountId}|!route|${operation}`;
}

/** The cache key for a pause of all requests. */
export function pauseKey(accountId: string): string {
  return `${STORED_PREFIX}|${accountId}|!pause`;
}

/** The cache key for what a formula showed. */
export function shownKey(accountId: string, signature: string, key: string): string {
  return `${STORED_PREFIX}|${accountId}|!shown|${checksum(`${signature}\n${key}`)}|${key.slice(0, MAX_IDENTIFIER_IN_KEY)}`;
}

/** An outcome as text, or `null` where it must not be saved. */
export function toStored(identifier: string, outcome: LookupOutcome): string | null {
  if (outcome.is === 'found') {
    const { asOfMs, record, text = JSON.stringify(record), lagsUntilMs } = outcome;
    // Joined, these are one text. As parts of a template, each would be kept along with the whole.
    const start = ['[' + JSON.stringify(identifier), asOfMs, ''].join();
    return start + text + (lagsUntilMs === undefined ? ']' : `,${lagsUntilMs}]`);
  }
  if (outcome.is === 'notTracked') return JSON.stringify([identifier, outcome.asOfMs]);
  return null;
}

/** A saved outcome, or `null` where it is damaged, of another version or for another identifier. */
export function readStored(kind: LookupKind, identifier: string, text: string): LookupOutcome | null {
  // Most answers that a run asks for are missing, and an error thrown by the parser takes longer than reading an answer.
  if (text === '') return null;
  const stored = readArray(parseJson(text));
  const asOfMs = readNumber(stored?.[1]);
  if (stored === null || stored[0] !== identifier || asOfMs === null || Math.abs(asOfMs) > 8.64e15) return null;
  if (stored.length === 2) return { is: 'notTracked', asOfMs };
  const record = kindSpec(kind).readStored(stored[2]);
  const lagsUntilMs = readNumber(stored[3]);
  return record === null ? null : { is: 'found', record, asOfMs, ...(lagsUntilMs === null ? {} : { lagsUntilMs }) };
}

/** A record anew, from the text of its outcome; `null` where that is damaged. */
export function readAgain(kind: LookupKind, identifier: string, outcome: LookupOutcome): LookupOutcome | null {
  return readStored(kind, identifier, toStored(identifier, outcome) ?? '');
}

/** Tells long identifiers with the same beginning apart; {@link readStored} then compares them in full. */
function checksum(text: string): string {
  return (fnv1a(text) >>> 0).toString(36);
}
