import type { KeyClass } from '../client/request';

/**
 * The account that pays and that saved answers belong to. The key itself stays with the host, which adds it to each
 * request.
 */
export interface Account {
  /** Random, stored beside the key, and part of every cache key. */
  readonly id: string;
  /** Random, new for each key: a refusal of one key does not affect the next. */
  readonly keyId: string;
  /** Some operations need a person's key. The class is read from the key, so that no request is wasted. */
  readonly keyClass: KeyClass;
  /** Whether formulas may read lists with the key. In a shared file the owner may forbid it. */
  readonly readsLists: boolean;
}

/**
 * The account of practice answers, which are shown while no key is set. It never sends or pays. No other account has
 * this id, so practice answers are never shown with a key.
 */
export const NO_ACCOUNT: Account = { id: '', keyId: '', keyClass: 'user', readsLists: false };

/** The beginning of every cache key. Change it when the stored format changes. */
export const STORED_PREFIX = 'trace1';
