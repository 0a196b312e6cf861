import { createStore, type UseStore } from 'idb-keyval';

/**
 * A healthy database answers within milliseconds, but on a busy computer, or while the page starts, it may take
 * seconds. A page that gives up too early refuses to spend under a limit, and saves no answers.
 */
const ANSWERS_WITHIN_MS = 10_000;
/** A timer that is later comes from a page that was blocked or suspended, and so may the answer. */
const LATE_MS = 1_000;
/** How long no database is asked after one that did not answer. */
const SILENT_FOR_MS = 30_000;

/** The reason for rejecting a request that has no answer in time. */
export const SILENCE = 'the database is silent';

/** Shared by the whole page, whose scripts are functions and panel: if one database hangs, all do. */
const SILENT = Symbol.for('trace.silentUntil');
const page = globalThis as { [silent: symbol]: number | undefined };

/** Lets the databases be asked again at once, because a person retries. */
export function endSilence(): void {
  page[SILENT] = undefined;
}

/**
 * A database of the browser. Private windows and some settings refuse it, it may never call back
 * (https://bugs.webkit.org/show_bug.cgi?id=226547), and its connection may be lost without notice
 * (https://github.com/jakearchibald/idb-keyval/issues/120). A request is then rejected within ten seconds, and a
 * later one opens the database again: cells must not wait for it, nor for each database in turn.
 */
export class PageDatabase {
  private store: UseStore | null = null;

  /**
   * @param silent databases sharing this symbol share a circuit breaker: one with large values may be slow while
   * others are not
   */
  constructor(
    private readonly name: string,
    private readonly storeName: string,
    private readonly silent: symbol = SILENT,
  ) {}

  async ask<T>(question: (store: UseStore) => Promise<T>): Promise<T> {
    if (Date.now() < (page[this.silent] ?? 0)) throw new Error(SILENCE);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const wait = (): void => {
        const dueMs = Date.now() + ANSWERS_WITHIN_MS;
        timer = setTimeout(() => {
          // An answer of this very moment comes first.
          if (Date.now() <= dueMs + LATE_MS) timer = setTimeout(giveUp);
          else wait();
        }, ANSWERS_WITHIN_MS);
      };
      const giveUp = (): void => {
        page[this.silent] = Date.now() + SILENT_FOR_MS;
        reject(new Error(SILENCE));
      };
      wait();
    });
    try {
      this.store ??= createStore(this.name, this.storeName);
      return await Promise.race([question(this.store), late]);
    } catch (thrown) {
      this.store = null;
      throw thrown;
    } finally {
      clearTimeout(timer);
    }
  }
}
