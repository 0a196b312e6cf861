import { createStore, del, promisifyRequest, type UseStore } from 'idb-keyval';
import { accountKeys } from '../../shared/index';
import type { CacheSize } from '../../shared/sidebar/index';
import { ANSWERS_DATABASE, ANSWERS_STORE, pageAnswers } from '../answer-store';
import { BOOKS_DATABASE, BOOKS_STORE, pageSpending } from '../spending';

/** Sorts after what is remembered besides answers: pauses and missing routes, whose keys begin with `!`. */
const FIRST_ANSWER = '"';
const LAST = '\uffff';

/** How much this browser remembers for an account, whatever the file. */
export async function measureAnswers(accountId: string): Promise<CacheSize> {
  const prefix = accountKeys(accountId);
  let [answers, characters] = [0, 0];
  for (const [key, { text }] of pageAnswers().memory) {
    if (!key.startsWith(prefix) || key.startsWith(`${prefix}!`)) continue;
    answers += 1;
    characters += text.length;
  }
  try {
    const range = IDBKeyRange.bound(prefix + FIRST_ANSWER, prefix + LAST);
    await answersStore()('readonly', (store) =>
      visit(store.openCursor(range), (value) => {
        answers += 1;
        characters += String((value as { readonly text?: unknown } | null)?.text ?? '').length;
      }),
    );
    return { answers, characters };
  } catch {
    return answers > 0 ? { answers, characters } : { answers: null, characters: null };
  }
}

/** Forgets answers, and what is remembered besides them only where everything is to go. */
export async function forgetAnswers(accountId: string, isEverything: boolean): Promise<void> {
  const prefix = accountKeys(accountId);
  const { memory } = pageAnswers();
  for (const key of [...memory.keys()]) {
    if (key.startsWith(prefix) && (isEverything || !key.startsWith(`${prefix}!`))) memory.delete(key);
  }
  const range = IDBKeyRange.bound(isEverything ? prefix : prefix + FIRST_ANSWER, prefix + LAST);
  await answersStore()('readwrite', (store) => {
    store.delete(range);
    return promisifyRequest(store.transaction);
  });
}

/** What the account has spent and paid for. */
export async function forgetBooks(accountId: string): Promise<void> {
  pageSpending().books.delete(accountId);
  await del(accountId, createStore(BOOKS_DATABASE, BOOKS_STORE));
}

function answersStore(): UseStore {
  return createStore(ANSWERS_DATABASE, ANSWERS_STORE);
}

function visit(request: IDBRequest<IDBCursorWithValue | null>, see: (value: unknown) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(new Error(String(request.error)));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return resolve();
      see(cursor.value);
      cursor.continue();
    };
  });
}
