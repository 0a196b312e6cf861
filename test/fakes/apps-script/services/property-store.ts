/** Limits: https://developers.google.com/apps-script/guides/services/quotas. */
const MAX_VALUE_BYTES = 9 * 1_024;
const MAX_STORE_BYTES = 500 * 1_024;

/** Why a store refuses a value, as Google words it. */
type Refusal =
  | 'Argument too large: value'
  | 'You have exceeded the property storage quota. Please remove some properties and try again.';

/** One of Google's property stores. */
export class PropertyStore {
  /** Google's current message for every call; `null`: the store works. */
  fault: string | null = null;
  /** Whether Google provides no store, as add-ons report of custom functions: the service returns `null`. */
  isMissing = false;
  private readonly values = new Map<string, string>();
  /** The size of all names and values. */
  private totalBytes = 0;

  read(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.values);
  }

  readOne(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  names(): readonly string[] {
    return [...this.values.keys()];
  }

  /** `null`: it was written. */
  write(key: string, value: string): Refusal | null {
    if (bytes(value) > MAX_VALUE_BYTES) return 'Argument too large: value';
    const before = this.values.has(key) ? bytes(key) + bytes(this.values.get(key)!) : 0;
    const total = this.totalBytes - before + bytes(key) + bytes(value);
    if (total > MAX_STORE_BYTES) {
      return 'You have exceeded the property storage quota. Please remove some properties and try again.';
    }
    this.values.set(key, value);
    this.totalBytes = total;
    return null;
  }

  remove(key: string): void {
    const value = this.values.get(key);
    if (value !== undefined) this.totalBytes -= bytes(key) + bytes(value);
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
    this.totalBytes = 0;
  }

  /** Every key and value, for tests to search. */
  texts(): readonly string[] {
    return [...this.values].flat();
  }
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
