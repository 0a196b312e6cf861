/** Replaces the browser's `localStorage`, and may be refused altogether, like the real one. */
export class FakeStorage {
  readonly entries = new Map<string, string>();
  /** Private windows and blocked third-party storage throw at every access, even when the global is read. */
  isRefused = false;
  /**
   * In characters. A full store refuses anything that makes it larger:
   * https://html.spec.whatwg.org/multipage/webstorage.html#dom-storage-setitem.
   */
  room = Infinity;

  getItem(key: string): string | null {
    this.check();
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.check();
    const others = [...this.entries].reduce(
      (sum, [name, text]) => (name === key ? sum : sum + name.length + text.length),
      0,
    );
    const size = others + key.length + value.length;
    const growth = value.length - (this.entries.get(key)?.length ?? -key.length);
    if (size > this.room && growth > 0) throw new Error('QuotaExceededError: The quota has been exceeded.');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.check();
    this.entries.delete(key);
  }

  check(): void {
    if (this.isRefused) throw new Error('SecurityError: The operation is insecure.');
  }
}
