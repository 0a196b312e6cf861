import { createStore, del, promisifyRequest, type UseStore } from 'idb-keyval';
import { accountKeys } from '../../shared/panel';
import type { CacheSize } from '../../shared/ports';
import { ANSWERS_DATABASE, ANSWERS_STORE, pageAnswers } from '../answer-store';
import { BOOKS_DATABASE, BOOKS_STORE } from '../spending';
import { pageSpending } from '../spending';

/** Sorts after the other saved things, pauses and missing routes, whose keys begin with `!`. */
const FIRST_ANSWER = '"';
const LAST = '\uffff';

/**
 * How much this browser has saved for an account, across files. `null`: there is none, and what is saved for nobody are the
 * practice companies, which are no answers of Trace.
 */
export async function measureAnswers(accountId: string | null): Promise<CacheSize> {
  if (accountId === null) return { answers: 0, characters: 0 };
  const prefix = accountKeys(accountId);
  let [answers, characters] = [0, 0];
  for (const [key, { text }] of pageAnswers().memory) {
    if (!key.startsWith(prefix) || key.startsWith(`${prefix}!`)) continue;
    answers += 1;
    characters += text.length;
  }
  const store = await openStore(ANSWERS_DATABASE, ANSWERS_STORE);
  if (store === null) return answers > 0 ? { answers, characters } : { answers: null, characters: null };
  const range = IDBKeyRange.bound(prefix + FIRST_ANSWER, prefix + LAST);
  await store('readonly', (kept) =>
    visit(kept.openCursor(range), (value) => {
      answers += 1;
      characters += String((value as { readonly text?: unknown } | null)?.text ?? '').length;
    }),
  );
  return { answers, characters };
}

/** Whether the browser lets this page save answers, and read them again. */
export async function canKeepAnswers(): Promise<boolean> {
  return (await openStore(ANSWERS_DATABASE, ANSWERS_STORE)) !== null;
}

/** Clears answers; the other saved things only where everything is to go. */
export async function forgetAnswers(accountId: string, isEverything: boolean): Promise<void> {
  const prefix = accountKeys(accountId);
  const { memory } = pageAnswers();
  for (const key of [...memory.keys()]) {
    if (key.startsWith(prefix) && (isEverything || !key.startsWith(`${prefix}!`))) memory.delete(key);
  }
  const store = await openStore(ANSWERS_DATABASE, ANSWERS_STORE);
  await store?.('readwrite', (kept) => {
    kept.delete(IDBKeyRange.bound(isEverything ? prefix : prefix + FIRST_ANSWER, prefix + LAST));
    return promisifyRequest(kept.transaction);
  });
}

/** What the account has spent and paid for. */
export async function forgetBooks(accountId: string): Promise<void> {
  pageSpending().books.delete(accountId);
  const store = await openStore(BOOKS_DATABASE, BOOKS_STORE);
  if (store !== null) await del(accountId, store);
}

/** `null` where the browser saves nothing for this page. */
async function openStore(database: string, name: string): Promise<UseStore | null> {
  try {
    const store = createStore(database, name);
    await store('readonly', () => undefined);
    return store;
  } catch {
    return null;
  }
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
