import { parseJson, readArray, readNumber } from '../client/json';
import { fnv1a } from '../digest';
import { kindSpec } from './kinds';
import type { LookupKind, LookupOutcome } from '../records/outcome';

const VERSION = 1;

/** Google's caches take keys of at most 250 characters: https://developers.google.com/apps-script/reference/cache/cache. */
const MAX_IDENTIFIER_IN_KEY = 180;

/** Where one outcome is remembered. The account is part of it: no answer crosses from one payer to another. */
export function storeKey(accountId: string, kind: LookupKind, identifier: string): string {
  const short =
    identifier.length <= MAX_IDENTIFIER_IN_KEY
      ? identifier
      : `${identifier.slice(0, MAX_IDENTIFIER_IN_KEY)}~${checksum(identifier)}`;
  return `trace${VERSION}|${accountId}|${kind}|${short}`;
}

/** How everything begins that is remembered for an account. */
export function accountKeys(accountId: string): string {
  return `trace${VERSION}|${accountId}|`;
}

/** Where it is remembered that the service has no route for an operation. */
export function missingRouteKey(accountId: string, operation: string): string {
  return `trace${VERSION}|${accountId}|!route|${operation}`;
}

/** Where it is remembered that requests are paused. */
export function pauseKey(accountId: string): string {
  return `trace${VERSION}|${accountId}|!pause`;
}

/** Where it is remembered what a formula showed. */
export function shownKey(accountId: string, signature: string, key: string): string {
  return `trace${VERSION}|${accountId}|!shown|${checksum(`${signature}\n${key}`)}|${key.slice(0, MAX_IDENTIFIER_IN_KEY)}`;
}

/** An outcome as text, or `null` for one that must not be remembered. */
export function toStored(identifier: string, outcome: LookupOutcome): string | null {
  if (outcome.is === 'found') return JSON.stringify([identifier, outcome.asOfMs, outcome.record]);
  if (outcome.is === 'notTracked') return JSON.stringify([identifier, outcome.asOfMs]);
  return null;
}

/** What was remembered, or `null` where it is damaged, of another version or of another identifier. */
export function readStored(kind: LookupKind, identifier: string, text: string): LookupOutcome | null {
  // Most of what a run asks the store for is not there, and an error thrown by a parser costs more than reading an answer.
  if (text === '') return null;
  const stored = readArray(parseJson(text));
  const asOfMs = readNumber(stored?.[1]);
  if (stored === null || stored[0] !== identifier || asOfMs === null || Math.abs(asOfMs) > 8.64e15) return null;
  if (stored.length === 2) return { is: 'notTracked', asOfMs };
  const record = kindSpec(kind).readStored(stored[2]);
  return record === null ? null : { is: 'found', record, asOfMs };
}

/** Tells long identifiers with the same beginning apart, and {@link readStored} compares them whole. */
function checksum(text: string): string {
  return (fnv1a(text) >>> 0).toString(36);
}
