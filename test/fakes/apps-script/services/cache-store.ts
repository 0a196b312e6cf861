import type { SheetsClock } from '../clock';

/** Limits of one cache: https://developers.google.com/apps-script/reference/cache/cache. */
const MAX_ITEMS = 1_000;
const ITEMS_AFTER_DROPPING = 900;

interface Item {
  readonly value: string;
  readonly expiresAtMs: number;
}

/** One of Google's caches: when it is full, the oldest items are dropped. */
export class CacheStore {
  private items = new Map<string, Item>();
  /** How many values were written, including repeats. */
  written = 0;

  constructor(private readonly clock: SheetsClock) {}

  read(key: string): string | null {
    const item = this.items.get(key);
    return item !== undefined && item.expiresAtMs > this.clock.nowMs() ? item.value : null;
  }

  readAll(keys: readonly string[]): readonly (readonly [key: string, value: string])[] {
    return keys.flatMap((key) => {
      const value = this.read(key);
      return value === null ? [] : [[key, value] as const];
    });
  }

  writeAll(values: readonly (readonly [key: string, value: string])[], keepSeconds: number): void {
    for (const [key, value] of values) this.write(key, value, keepSeconds);
  }

  write(key: string, value: string, keepSeconds: number): void {
    this.written += 1;
    this.items.delete(key);
    this.items.set(key, { value, expiresAtMs: this.clock.nowMs() + keepSeconds * 1_000 });
    if (this.items.size > MAX_ITEMS) this.items = new Map([...this.items].slice(-ITEMS_AFTER_DROPPING));
  }

  remove(key: string): void {
    this.items.delete(key);
  }

  clear(): void {
    this.items.clear();
  }

  get size(): number {
    return this.items.size;
  }

  /** Every key and value, for tests to search. */
  texts(): readonly string[] {
    const texts: string[] = [];
    for (const [key, { value }] of this.items) texts.push(key, value);
    return texts;
  }
}
