import { Refusal, flatError } from './refusal';

export type KeyClass = 'user' | 'organization';

/** The keys that work. Both belong to one organization, so they share its credits. */
export const API_KEYS: ReadonlyMap<string, KeyClass> = new Map([
  ['trace_demo', 'user'],
  ['trace_org_demo', 'organization'],
]);

export const KEY_HEADER = 'X-API-Key';

export const INVALID_KEY = flatError(401, 'invalid_api_key', 'Invalid or revoked API key');
const NO_KEY = flatError(401, 'authentication_required', `Authentication required: send an API key as ${KEY_HEADER}`);
const NO_USER = flatError(403, 'user_credential_required', 'This endpoint requires a user API key.');

/** The class of a key; `null` if it does not work. */
export function keyClassOf(apiKey: string | undefined): KeyClass | null {
  return apiKey === undefined ? null : (API_KEYS.get(apiKey) ?? null);
}

/** Returns the key if it works; https://docs.tracedata.ai/authentication/. */
export function checkKey(apiKey: string | undefined): string {
  if (apiKey === undefined || apiKey === '') throw new Refusal(NO_KEY);
  if (!API_KEYS.has(apiKey)) throw new Refusal(INVALID_KEY);
  return apiKey;
}

/** Throws a 403 unless the key is a user key. */
export function checkUserKey(apiKey: string): void {
  if (keyClassOf(apiKey) !== 'user') throw new Refusal(NO_USER);
}
