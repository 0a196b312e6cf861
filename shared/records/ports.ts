import type { KeyClass } from '../client/request';
import { ask } from '../task';

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

/** How old a saved answer may be. */
export interface MaxAge {
  readonly maxAgeMs: number;
  /** Whether the formula itself sets it. */
  readonly isAgeAsked: boolean;
}

/** The store of records, and the account they belong to. */
export interface RecordsPorts {
  /** Returns only keys that exist. */
  readonly cacheGet: (asked: { readonly keys: readonly string[] }) => ReadonlyMap<string, string>;
  readonly cachePut: (asked: {
    readonly entries: ReadonlyMap<string, string>;
    readonly keepForSeconds: number;
  }) => void;
  /** `null`: no API key is set. */
  readonly account: () => Account | null;
}

export const cacheGet = (keys: readonly string[]) => ask<RecordsPorts, 'cacheGet'>({ ask: 'cacheGet', keys });
export const cachePut = (entries: ReadonlyMap<string, string>, keepForSeconds: number) =>
  ask<RecordsPorts, 'cachePut'>({ ask: 'cachePut', entries, keepForSeconds });
export const account = () => ask<RecordsPorts, 'account'>({ ask: 'account' });
