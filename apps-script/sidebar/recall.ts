import type { Call } from './call';

/** The companies of a block, and some more: a few megabytes, if all are cached. */
const KEYS_AT_ONCE = 1_100;
/** A block asks for its companies twice. */
const FRESH_FOR_MS = 60_000;

/** The script's cache, with what it returned last. */
export class Recall {
  private asked: ReadonlySet<string> = new Set();
  private found = new Map<string, string>();
  private atMs = -Infinity;

  constructor(private readonly call: Call) {}

  async read(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const isKnown = Date.now() - this.atMs < FRESH_FOR_MS && keys.every((key) => this.asked.has(key));
    if (!isKnown) {
      const chunks: (readonly string[])[] = [];
      for (let start = 0; start < keys.length; start += KEYS_AT_ONCE)
        chunks.push(keys.slice(start, start + KEYS_AT_ONCE));
      const entries = await Promise.all(chunks.map((chunk) => this.call('bulkRecall', chunk)));
      this.found = new Map(entries.flat());
      this.asked = new Set(keys);
      this.atMs = Date.now();
    }
    return new Map(keys.flatMap((key) => (this.found.has(key) ? [[key, this.found.get(key)!] as const] : [])));
  }

  note(entries: Iterable<readonly [key: string, text: string]>): void {
    const asked = new Set(this.asked);
    for (const [key, text] of entries) {
      asked.add(key);
      this.found.set(key, text);
    }
    this.asked = asked;
  }

  forget(): void {
    this.atMs = -Infinity;
  }
}
