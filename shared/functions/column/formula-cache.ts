import { TraceError } from '../../errors/trace-error';
import { write } from '../../lookup/cache';
import { type Alongside, type FetchPorts, account } from '../../lookup/ports';
import { NO_ACCOUNT, type Account, STORED_PREFIX } from '../../records/account';
import { ask, type Task } from '../../task';
import { keysOf } from './column-known';
import type { ColumnPorts, ReadCache } from '../ports';
import { parseJson, readArray, readText } from '../../client/json';

type CacheTask<T> = Task<T, FetchPorts & Pick<ColumnPorts, 'openCache'>>;

const NOTHING: ReadCache = () => new Map();

/**
 * What one cache call returns for a formula: its account, and the saved answers to all that it asks for or may ask
 * for. The cached account is enough to show saved answers; before anything is sent or lists are refused, the host's
 * own store is asked.
 */
export class FormulaCache {
  private keys: readonly string[] = [];
  private read: ReadCache = NOTHING;
  private payer: Account | null = null;
  /** Whether the account is known only from the cache. */
  private isHearsay = false;
  private haveListsBeenAllowed = false;

  /** The account, with the saved answers to the first question; `NO_ACCOUNT` if no key is set. */
  *payerFor(asked: Alongside, alongside: readonly Alongside[] = []): CacheTask<Account> {
    yield* this.open([asked, ...alongside], [asked]);
    return this.payer ?? NO_ACCOUNT;
  }

  /** The account from the host's own store; `null`: no key is set. */
  *certainPayer(): CacheTask<Account | null> {
    if (this.isHearsay) yield* this.askPayer();
    return this.payer;
  }

  /** The account for reading lists. The cache is enough to allow them; only the host's own store may refuse them. */
  *payerOfLists(alongside: readonly Alongside[]): CacheTask<Account | null> {
    yield* this.open(alongside, alongside);
    if (this.payer?.readsLists !== true || this.payer.keyClass !== 'user') return yield* this.certainPayer();
    this.haveListsBeenAllowed = true;
    return this.payer;
  }

  /** What the cache has for lookups passed to {@link payerFor}. */
  cached(payer: Account, asked: Alongside): ReadonlyMap<string, string> {
    return this.read(keysOf(payer, [asked]));
  }

  private *open(all: readonly Alongside[], needed: readonly Alongside[]): CacheTask<void> {
    const known = new Set(this.keys);
    if (known.size > 0 && keysOf(NO_ACCOUNT, needed).every((key) => known.has(key))) return;
    const keys = keysOf(NO_ACCOUNT, all);
    this.keys = keys;
    try {
      this.read = yield* ask<ColumnPorts, 'openCache'>({ ask: 'openCache', keys: [ACCOUNT_KEY, ...keys] });
    } catch {
      this.read = NOTHING;
    }
    if (this.payer !== null) return;
    this.payer = readKeptAccount(this.read([ACCOUNT_KEY]).get(ACCOUNT_KEY));
    this.isHearsay = this.payer !== null;
    if (this.payer === null) yield* this.askPayer();
  }

  private *askPayer(): CacheTask<void> {
    this.payer = yield* account();
    this.isHearsay = false;
    if (this.payer === null) return;
    const text = accountToText(this.payer);
    const isNews = this.read([ACCOUNT_KEY]).get(ACCOUNT_KEY) !== text;
    if (isNews) yield* write(new Map([[ACCOUNT_KEY, text]]), KEEP_ACCOUNT_SECONDS);
    if (this.haveListsBeenAllowed && !this.payer.readsLists) throw new TraceError('listsNotShared', {});
  }
}

/**
 * Where formulas store which account they use, for hosts that count reads of their own store. It is enough to show
 * saved answers, but not to send. As JSON: `["<id>","<id of the key>","user",1]`; the final 1 means that lists may be
 * read.
 */
export const ACCOUNT_KEY = `${STORED_PREFIX}|!account`;
/** A key that was replaced in another file is noticed after this time. */
const KEEP_ACCOUNT_SECONDS = 600;

function accountToText({ id, keyId, keyClass, readsLists }: Account): string {
  return JSON.stringify([id, keyId, keyClass, readsLists ? 1 : 0]);
}

/**
 * Reads the cached account; `null` if there is none, or it is damaged.
 * @internal tests read what formulas store
 */
export function readKeptAccount(text: string | undefined): Account | null {
  const [id, keyId, keyClass, readsLists] = readArray(parseJson(text ?? '')) ?? [];
  const [ofAccount, ofKey] = [readText(id), readText(keyId)];
  if (ofAccount === null || ofKey === null || (keyClass !== 'user' && keyClass !== 'organization')) return null;
  return { id: ofAccount, keyId: ofKey, keyClass, readsLists: readsLists === 1 };
}
