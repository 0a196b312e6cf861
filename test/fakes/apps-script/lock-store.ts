/** Which run holds which of Google's locks. */
export class LockStore {
  /** `missing`: there is no document lock; `failing`: its calls throw. */
  are: 'there' | 'missing' | 'failing' = 'there';
  private readonly holders = new Map<string, string>();

  take(name: string, run: string): boolean {
    if ((this.holders.get(name) ?? run) !== run) return false;
    this.holders.set(name, run);
    return true;
  }

  release(name: string, run: string): void {
    if (this.holders.get(name) === run) this.holders.delete(name);
  }

  /** Google does so when a run ends, whatever it has left. */
  releaseAll(run: string): void {
    for (const name of [...this.holders.keys()]) this.release(name, run);
  }
}
