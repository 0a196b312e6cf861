import { promisifyRequest } from 'idb-keyval';
import type { Async, RecordsPorts } from '../../shared/ports';
import { onPage } from './on-page';
import { PageDatabase } from './page-database';

export const ANSWERS_DATABASE = 'trace-answers';
export const ANSWERS_STORE = 'answers';

/** A text and its expiry. */
interface Kept {
  readonly text: string;
  readonly untilMs: number;
}

/**
 * The core's store in the browser's database, so that a reopened workbook shows its answers without requests. The
 * page's memory replaces it while it refuses or does not respond.
 */
export class AnswerStore {
  /** Answers that the database could not save. */
  readonly memory = new Map<string, Kept>();
  /** Called when the panel has replaced answers, because functions have copies of them. */
  onReplaced: () => void = () => undefined;
  private readonly database = new PageDatabase(ANSWERS_DATABASE, ANSWERS_STORE);

  /** Returns only keys that exist, in one read. */
  async read(keys: readonly string[], nowMs: number): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const kept = await this.readKept(keys);
    keys.forEach((key, index) => {
      // What the database could not save is newer than what it has.
      const entry = this.memory.get(key) ?? kept[index];
      if (isKept(entry) && entry.untilMs > nowMs) found.set(key, entry.text);
    });
    return found;
  }

  /** Saves these, and then also what the database could not save before. */
  async keep(entries: ReadonlyMap<string, string>, untilMs: number): Promise<void> {
    const isSaved = await this.save(new Map([...entries].map(([key, text]) => [key, { text, untilMs }])));
    if (isSaved && this.memory.size > 0) await this.save(new Map(this.memory));
  }

  /** The database answers reads after the writes that were asked for before, so memory need not hold these meanwhile. */
  private async save(entries: ReadonlyMap<string, Kept>): Promise<boolean> {
    for (const key of entries.keys()) this.memory.delete(key);
    try {
      await this.database.ask((store) =>
        store('readwrite', (objects) => {
          entries.forEach((kept, key) => objects.put(kept, key));
          return promisifyRequest(objects.transaction);
        }),
      );
      return true;
    } catch {
      for (const [key, kept] of entries) if (!this.memory.has(key)) this.memory.set(key, kept);
      return false;
    }
  }

  /** One promise for all: 10,000 cells ask together. */
  private async readKept(keys: readonly string[]): Promise<readonly unknown[]> {
    try {
      return await this.database.ask((store) =>
        store('readonly', async (objects) => {
          const requests = keys.map((key) => objects.get(key) as { readonly result: unknown });
          await promisifyRequest(objects.transaction);
          return requests.map(({ result }) => result);
        }),
      );
    } catch {
      return [];
    }
  }
}

/** A store in the form of the core's ports. */
export function answersOf(store: AnswerStore): Pick<Async<RecordsPorts>, 'cacheGet' | 'cachePut'> {
  return {
    cacheGet: ({ keys }) => store.read(keys, Date.now()),
    cachePut: ({ entries, keepForSeconds }) => store.keep(entries, Date.now() + keepForSeconds * 1_000),
  };
}

/** The page's only store, shared by its two scripts, functions and panel. */
export function pageAnswers(): AnswerStore {
  return onPage('answers', () => new AnswerStore());
}

function isKept(value: unknown): value is Kept {
  const { text, untilMs } = (value ?? {}) as Partial<Kept>;
  return typeof text === 'string' && typeof untilMs === 'number';
}
