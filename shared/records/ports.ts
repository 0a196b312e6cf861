import type { KeyClass } from '../client/request';
import { ask } from '../task';

/** Whose credits pay and whose cache answers. The key itself stays with the host, which adds it to each request. */
export interface Account {
  /** Random, stored beside the key; part of every cache key. */
  readonly id: string;
  /** Random, renewed with each key: what one key was refused is no matter of the next. */
  readonly keyId: string;
  /** Some operations are for persons only; known from the key, so that no request is wasted on it. */
  readonly keyClass: KeyClass;
  /** Whether formulas may read lists with the key: in a shared file the owner may forbid it. */
  readonly readsLists: boolean;
}

/** How old a remembered answer may be. */
export interface MaxAge {
  readonly maxAgeMs: number;
  /** Whether the formula itself says so. */
  readonly isAgeAsked: boolean;
}

/** Where records are kept, and for whom. */
export interface RecordsPorts {
  /** Only the keys that were there. */
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
