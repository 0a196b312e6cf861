import { createStore, getMany, setMany, type UseStore } from 'idb-keyval';
import type { Async, RecordsPorts } from '../shared/ports';

/** Missing where there is no browser. */
declare const indexedDB: object | undefined;

export const ANSWERS_DATABASE = 'trace-answers';
export const ANSWERS_STORE = 'answers';

/** One text, and how long it may be kept. */
interface Kept {
  readonly text: string;
  readonly untilMs: number;
}

/**
 * What the core asks to be kept, in the browser's database: a workbook that is opened again then shows its answers
 * without asking. Private windows and some settings refuse it; the memory of the page then has to do.
 */
export class AnswerStore {
  /** What the database could not take. */
  readonly memory = new Map<string, Kept>();
  private readonly database: UseStore | null = openDatabase();

  /** Only the keys that are there, in one read. */
  async read(keys: readonly string[], nowMs: number): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const kept = await this.readKept(keys);
    keys.forEach((key, index) => {
      // What the database could not take is newer than what it has.
      const entry = this.memory.get(key) ?? kept[index];
      if (isKept(entry) && entry.untilMs > nowMs) found.set(key, entry.text);
    });
    return found;
  }

  async keep(entries: ReadonlyMap<string, string>, untilMs: number): Promise<void> {
    const kept = [...entries].map(([key, text]): [string, Kept] => [key, { text, untilMs }]);
    try {
      if (this.database === null) throw new Error('no database');
      await setMany(kept, this.database);
      for (const [key] of kept) this.memory.delete(key);
    } catch {
      for (const [key, entry] of kept) this.memory.set(key, entry);
    }
  }

  private async readKept(keys: readonly string[]): Promise<readonly unknown[]> {
    try {
      return this.database === null ? [] : await getMany<unknown>([...keys], this.database);
    } catch {
      return [];
    }
  }
}

/** A store as the core asks for it. */
export function answersOf(store: AnswerStore): Pick<Async<RecordsPorts>, 'cacheGet' | 'cachePut'> {
  return {
    cacheGet: ({ keys }) => store.read(keys, Date.now()),
    cachePut: ({ entries, keepForSeconds }) => store.keep(entries, Date.now() + keepForSeconds * 1_000),
  };
}

const ANSWERS = Symbol.for('trace.answers');
const page = globalThis as { [ANSWERS]?: AnswerStore };

/** The one of this page: its functions and its panel are two scripts. */
export function pageAnswers(): AnswerStore {
  return (page[ANSWERS] ??= new AnswerStore());
}

function openDatabase(): UseStore | null {
  try {
    return typeof indexedDB === 'undefined' ? null : createStore(ANSWERS_DATABASE, ANSWERS_STORE);
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  const { text, untilMs } = (value ?? {}) as Partial<Kept>;
  return typeof text === 'string' && typeof untilMs === 'number';
}
