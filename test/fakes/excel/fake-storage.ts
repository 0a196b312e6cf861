/** Stands in for the browser's `localStorage`; like the real one it may be refused altogether. */
export class FakeStorage {
  readonly entries = new Map<string, string>();
  /** Private windows and blocked third-party storage throw at every access, reading the global included. */
  isRefused = false;

  getItem(key: string): string | null {
    this.check();
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.check();
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
