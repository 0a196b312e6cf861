import { createStore, get, update, type UseStore } from 'idb-keyval';

/** Missing outside a browser. */
declare const indexedDB: object | undefined;

export const BOOKS_DATABASE = 'trace-spending';
export const BOOKS_STORE = 'books';

const ANSWERS_WITHIN_MS = 5_000;
/** How long a database that did not answer is left alone. */
const SILENT_FOR_MS = 30_000;

/** The ledger in the browser. Private windows and some settings refuse it, and it may hang: it then rejects. */
export class BooksDatabase {
  private readonly store: UseStore | null = openStore();
  private silentUntilMs = 0;

  read(accountId: string): Promise<unknown> {
    return this.soon((store) => get<unknown>(accountId, store));
  }

  /** Changes the stored ledger in one transaction. */
  change(accountId: string, act: (stored: unknown) => unknown): Promise<void> {
    return this.soon((store) => update<unknown>(accountId, act, store));
  }

  /** A database that hangs must not leave cells at `#BUSY!`. */
  private async soon<T>(ask: (store: UseStore) => Promise<T>): Promise<T> {
    if (this.store === null || Date.now() < this.silentUntilMs) throw new Error('no database');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.silentUntilMs = Date.now() + SILENT_FOR_MS;
        reject(new Error('the database does not answer'));
      }, ANSWERS_WITHIN_MS);
    });
    try {
      return await Promise.race([ask(this.store), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function openStore(): UseStore | null {
  try {
    return typeof indexedDB === 'undefined' ? null : createStore(BOOKS_DATABASE, BOOKS_STORE);
  } catch {
    return null;
  }
}
