/**
 * The browser's database, as far as idb-keyval goes: it outlasts pages, a transaction happens whole or not at all, and
 * each takes a moment. `effect` is told before and after each, and may say that the page is gone.
 */
export class FakeDatabases {
  /** By database, then by key. */
  readonly stores = new Map<string, Map<string, unknown>>();
  isRefused = false;
  /** Nothing more can be written. */
  isFull = false;

  /** @param copy how values are taken in and given out; where it is measured, nothing that browsers do faster */
  constructor(private readonly copy: (value: unknown) => unknown = structuredClone) {}

  /** What one page sees as `indexedDB`. */
  openFor(page: { after(delayMs: number, act: () => void): void; effect(): boolean }): object {
    return {
      open: (name: string) => {
        if (this.isRefused) throw new Error('SecurityError');
        const request: Request = { result: undefined };
        page.after(0, () => {
          const isNew = !this.stores.has(name);
          const store = this.stores.get(name) ?? new Map<string, unknown>();
          this.stores.set(name, store);
          request.result = {
            createObjectStore: () => undefined,
            transaction: () => new Transaction(store, page, this.copy, () => this.isFull),
          };
          if (isNew) request.onupgradeneeded?.();
          request.onsuccess?.();
        });
        return request;
      },
    };
  }
}

/** From one key to another one, both within, as `IDBKeyRange.bound` makes it. */
interface KeyRange {
  readonly lower: string;
  readonly upper: string;
}

/** What a page sees as `IDBKeyRange`. */
export const KEY_RANGE = { bound: (lower: string, upper: string): KeyRange => ({ lower, upper }) };

interface Request {
  result: unknown;
  onsuccess?: () => void;
  onupgradeneeded?: () => void;
}

interface Asked extends Request {
  readonly act: () => unknown;
}

class Transaction {
  oncomplete?: () => void;
  readonly result = undefined;
  private readonly asked: Asked[] = [];

  constructor(
    private readonly store: Map<string, unknown>,
    page: { after(delayMs: number, act: () => void): void; effect(): boolean },
    private readonly copy: (value: unknown) => unknown,
    private readonly isFull: () => boolean,
  ) {
    page.after(1, () => {
      if (!page.effect()) return;
      // What a callback asks for follows.
      for (const request of this.asked) {
        request.result = this.copy(request.act());
        request.onsuccess?.();
      }
      if (page.effect()) this.oncomplete?.();
    });
  }

  objectStore(): object {
    return {
      transaction: this,
      get: (key: string) => this.ask(() => this.store.get(key)),
      getAllKeys: (range?: KeyRange, most?: number) => this.ask(() => this.keysIn(range).slice(0, most)),
      getAll: (range?: KeyRange, most?: number) =>
        this.ask(() =>
          this.keysIn(range)
            .slice(0, most)
            .map((key) => this.store.get(key)),
        ),
      put: (value: unknown, key: string) => {
        if (this.isFull()) throw new Error('QuotaExceededError');
        return this.ask(() => void this.store.set(key, this.copy(value)));
      },
      delete: (which: string | KeyRange) =>
        this.ask(() => {
          const keys = typeof which === 'string' ? [which] : this.keysIn(which);
          for (const key of keys) this.store.delete(key);
        }),
    };
  }

  private keysIn(range: KeyRange | undefined): readonly string[] {
    const keys = [...this.store.keys()].sort();
    return range === undefined ? keys : keys.filter((key) => key >= range.lower && key <= range.upper);
  }

  private ask(act: () => unknown): Request {
    const request: Asked = { result: undefined, act };
    this.asked.push(request);
    return request;
  }
}
