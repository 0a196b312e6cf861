/** What Excel keeps for an add-in in a workbook: in memory at once, in the file after `saveAsync`, at most 2 MB. */
export class FakeSettings {
  /** In the file. */
  saved = new Map<string, string>();
  /** Saving fails, as where the workbook is read-only. */
  isRefused = false;
  saves = 0;
  private bag = new Map<string, string>();

  get(name: string): unknown {
    const text = this.bag.get(name);
    return text === undefined ? null : JSON.parse(text);
  }

  set(name: string, value: unknown): void {
    this.bag.set(name, JSON.stringify(value));
  }

  remove(name: string): void {
    this.bag.delete(name);
  }

  saveAsync(callback?: (result: object) => void): void {
    this.saves += 1;
    const size = Buffer.byteLength(JSON.stringify([...this.bag]));
    const isKept = !this.isRefused && size <= 2_000_000;
    if (isKept) this.saved = new Map(this.bag);
    const failure = { status: 'failed', error: { message: 'The settings could not be saved.' } };
    setImmediate(() => callback?.(isKept ? { status: 'succeeded' } : failure));
  }

  refreshAsync(callback?: (result: object) => void): void {
    this.reopen();
    setImmediate(() => callback?.({ status: 'succeeded' }));
  }

  /** As a page finds them that is loaded now. */
  reopen(): void {
    this.bag = new Map(this.saved);
  }
}
