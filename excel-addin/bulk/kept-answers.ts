import { del, get, promisifyRequest, type UseStore } from 'idb-keyval';
import { TraceError } from '../../shared/formulas';
import { accountKeys } from '../../shared/panel';
import type { CacheSize } from '../../shared/ports';
import { ANSWERS_DATABASE, ANSWERS_STORE, pageAnswers } from '../functions/answer-store';
import { PageDatabase, SILENCE } from '../functions/page-database';
import { LEDGER_DATABASE, LEDGER_STORE, pageSpending } from '../stored/spending';

/** Comes after the other saved entries, pauses and missing routes, whose keys begin with `!`. */
const FIRST_ANSWER = '"';
const LAST = '\uffff';
/** Reading all answers of an account at once may exceed the time limit of a healthy database. */
const ANSWERS_AT_ONCE = 500;

type KeyRange = Parameters<Parameters<Parameters<UseStore>[1]>[0]['delete']>[0];

declare const IDBKeyRange: { bound(first: string, last: string): KeyRange };

/** Opened for each use, because an earlier connection may be gone. */
const openAnswers = (): PageDatabase => new PageDatabase(ANSWERS_DATABASE, ANSWERS_STORE);

/**
 * How much this browser has saved for an account, across files. `null`: there is no account, and the practice
 * companies saved without one are not answers of Trace.
 */
export async function measureAnswers(accountId: string | null): Promise<CacheSize> {
  if (accountId === null) return { answers: 0, characters: 0 };
  const prefix = accountKeys(accountId);
  const texts: string[] = [];
  for (const [key, { text }] of pageAnswers().memory) {
    if (key.startsWith(prefix) && !key.startsWith(`${prefix}!`)) texts.push(text);
  }
  const inMemory = toSize(texts);
  let kept = { answers: 0, characters: 0 };
  try {
    const database = openAnswers();
    await inChunks(database, prefix + FIRST_ANSWER, prefix + LAST, async (range) => {
      const values = await database.ask((store) =>
        store('readonly', (found) => promisifyRequest<unknown[]>(found.getAll(range, ANSWERS_AT_ONCE))),
      );
      const size = toSize(values.map((value) => String((value as { readonly text?: unknown } | null)?.text ?? '')));
      kept = { answers: kept.answers + size.answers, characters: kept.characters + size.characters };
    });
  } catch {
    return inMemory.answers > 0 ? inMemory : { answers: null, characters: null };
  }
  return { answers: inMemory.answers + kept.answers, characters: inMemory.characters + kept.characters };
}

function toSize(texts: readonly string[]): { readonly answers: number; readonly characters: number } {
  return { answers: texts.length, characters: texts.reduce((sum, text) => sum + text.length, 0) };
}

/** The keys under which answers of an account are saved, as far as the browser responds. Reads no answer. */
export async function readAnswerKeys(prefix: string): Promise<ReadonlySet<string>> {
  const found = new Set([...pageAnswers().memory.keys()].filter((key) => key.startsWith(prefix)));
  const database = openAnswers();
  const read = inChunks(database, prefix + FIRST_ANSWER, prefix + LAST, async (_range, keys) => {
    for (const key of keys) found.add(String(key));
  });
  await read.catch(() => undefined);
  return found;
}

/** Whether the browser lets this page save answers and read them back. */
export async function canKeepAnswers(): Promise<boolean> {
  try {
    await openAnswers().ask((store) => get(LAST, store));
    return true;
  } catch {
    return false;
  }
}

/** Removes answers, and no other saved entries. Throws `workbookRefused` if some may remain. */
export async function clearAnswers(accountId: string): Promise<void> {
  const prefix = accountKeys(accountId);
  forgetMemory(prefix, prefix + FIRST_ANSWER);
  let isOpen = false;
  try {
    const database = openAnswers();
    await database.ask((store) => get(LAST, store));
    isOpen = true;
    await forgetKept(database, prefix, prefix + FIRST_ANSWER);
  } catch (thrown) {
    const isSilent = (thrown as Error).message === SILENCE;
    // A browser that does not open the database has saved nothing.
    if (!isSilent && !isOpen) return;
    const message = isSilent ? 'the browser’s storage does not answer.' : 'the browser’s storage failed.';
    throw new TraceError('workbookRefused', { message });
  }
}

/** Removes answers and the other saved entries, as far as the browser responds. */
export async function forgetAnswers(accountId: string): Promise<void> {
  const prefix = accountKeys(accountId);
  forgetMemory(prefix, prefix);
  await forgetKept(openAnswers(), prefix, prefix).catch(() => undefined);
}

function forgetMemory(prefix: string, first: string): void {
  const { memory } = pageAnswers();
  for (const key of [...memory.keys()]) if (key.startsWith(prefix) && key >= first) memory.delete(key);
}

async function forgetKept(database: PageDatabase, prefix: string, first: string): Promise<void> {
  await inChunks(database, first, prefix + LAST, (range) =>
    database.ask((store) =>
      store('readwrite', (kept) => {
        kept.delete(range);
        return promisifyRequest(kept.transaction);
      }),
    ),
  );
}

/** Removes what the account has spent and paid for, as far as the browser responds. */
export async function forgetLedger(accountId: string): Promise<void> {
  pageSpending().ledgers.delete(accountId);
  const database = new PageDatabase(LEDGER_DATABASE, LEDGER_STORE);
  await database.ask((store) => del(accountId, store)).catch(() => undefined);
}

/** Processes the entries between two keys in batches. */
async function inChunks(
  database: PageDatabase,
  first: string,
  last: string,
  work: (range: KeyRange, keys: readonly unknown[]) => Promise<void>,
): Promise<void> {
  for (let from = first; ;) {
    const range = IDBKeyRange.bound(from, last);
    const keys = await database.ask((store) =>
      store(
        'readonly',
        (kept) => promisifyRequest(kept.getAllKeys(range, ANSWERS_AT_ONCE)) as Promise<readonly unknown[]>,
      ),
    );
    const end = String(keys[keys.length - 1] ?? '');
    if (end === '') return;
    await work(IDBKeyRange.bound(from, end), keys);
    if (keys.length < ANSWERS_AT_ONCE) return;
    // The first key that sorts after it.
    from = `${end}\u0000`;
  }
}
