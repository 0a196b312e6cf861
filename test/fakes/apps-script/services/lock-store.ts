/** Which run holds which of Google's locks. */
export class LockStore {
  /** `missing`: there is no document lock; `failing`: its calls throw. */
  are: 'there' | 'missing' | 'failing' = 'there';
  /**
   * How many calls per minute Google answers; then it refuses, as users report:
   * https://github.com/googleworkspace/apps-script-oauth2/issues/207.
   */
  callsInAMinute = Infinity;
  private minute = 0;
  private calls = 0;
  private readonly holders = new Map<string, string>();

  /** Whether one more call is answered. */
  admits(nowMs: number): boolean {
    const minute = Math.floor(nowMs / 60_000);
    if (minute !== this.minute) [this.minute, this.calls] = [minute, 0];
    this.calls += 1;
    return this.calls <= this.callsInAMinute;
  }

  take(name: string, run: string): boolean {
    if ((this.holders.get(name) ?? run) !== run) return false;
    this.holders.set(name, run);
    return true;
  }

  release(name: string, run: string): void {
    if (this.holders.get(name) === run) this.holders.delete(name);
  }

  /** Google releases locks when a run ends, however it ends. */
  releaseAll(run: string): void {
    for (const name of [...this.holders.keys()]) this.release(name, run);
  }
}
