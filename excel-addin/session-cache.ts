/** What the core asks to be kept, for as long as the page lives. */
export class SessionCache {
  private readonly entries = new Map<string, { readonly text: string; readonly untilMs: number }>();

  /** Only the keys that are there. */
  read(keys: readonly string[], nowMs: number): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const key of keys) {
      const entry = this.entries.get(key);
      if (entry !== undefined && entry.untilMs > nowMs) found.set(key, entry.text);
    }
    return found;
  }

  keep(entries: ReadonlyMap<string, string>, untilMs: number): void {
    for (const [key, text] of entries) this.entries.set(key, { text, untilMs });
  }
}
