import { parseJson, readArray, readText } from '../client/json';
import type { Account } from './ports';
import { STORED_PREFIX } from './stored-prefix';

/**
 * Where formulas store which account they use, for hosts that count reads of their own store. It is enough to show
 * saved answers, but not to send. As JSON: `["<id>","<id of the key>","user",1]`, the final 1 where lists may be read.
 */
export const ACCOUNT_KEY = `${STORED_PREFIX}|!account`;
/** A key that was replaced in another file is noticed after this time. */
export const KEEP_ACCOUNT_SECONDS = 600;

export function accountToText({ id, keyId, keyClass, readsLists }: Account): string {
  return JSON.stringify([id, keyId, keyClass, readsLists ? 1 : 0]);
}

/** `null` where there is none, or it is damaged. */
export function readKeptAccount(text: string | undefined): Account | null {
  const [id, keyId, keyClass, readsLists] = readArray(parseJson(text ?? '')) ?? [];
  const [ofAccount, ofKey] = [readText(id), readText(keyId)];
  if (ofAccount === null || ofKey === null || (keyClass !== 'user' && keyClass !== 'organization')) return null;
  return { id: ofAccount, keyId: ofKey, keyClass, readsLists: readsLists === 1 };
}
