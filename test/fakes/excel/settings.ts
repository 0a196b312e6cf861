/** What Excel stores for an add-in in one file, whoever has it open: at most 2 MB. */
class FakeSettingsFile {
  saved = new Map<string, string>();
  /** Saving fails, as in a read-only workbook. */
  isRefused = false;
  /** Saving succeeds, but the next page finds nothing: https://github.com/OfficeDev/office-js/issues/6091. */
  vanishes = false;
}

/**
 * The settings as one page has them: its own copy, with which `saveAsync` replaces the whole file, and which
 * `refreshAsync` discards: https://learn.microsoft.com/javascript/api/office/office.settings.
 */
export class FakeSettings {
  /** Refreshing succeeds but leaves nothing: https://github.com/OfficeDev/office-js/issues/594. */
  isForgetful = false;
  private bag = new Map<string, string>();

  /** @param file another page may have it open too */
  constructor(readonly file = new FakeSettingsFile()) {
    this.reopen();
  }

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
    const bag = new Map(this.bag);
    const size = Buffer.byteLength(JSON.stringify(Object.fromEntries(bag)));
    setImmediate(() => {
      const isKept = !this.file.isRefused && size <= 2_000_000;
      if (isKept) this.file.saved = bag;
      const failure = { status: 'failed', error: { message: 'The settings could not be saved.' } };
      callback?.(isKept ? { status: 'succeeded' } : failure);
    });
  }

  refreshAsync(callback?: (result: object) => void): void {
    setImmediate(() => {
      if (this.isForgetful) this.bag.clear();
      else this.bag = new Map(this.file.saved);
      callback?.({ status: 'succeeded' });
    });
  }

  /** Reads the file as a newly loaded page does. */
  reopen(): void {
    if (this.file.vanishes) this.file.saved = new Map();
    this.bag = new Map(this.file.saved);
  }
}
