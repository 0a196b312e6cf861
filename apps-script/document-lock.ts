/**
 * The lock that lets one run at a time fetch what all need: https://developers.google.com/apps-script/reference/lock.
 */
export class DocumentLock {
  private lock: GoogleAppsScript.Lock.Lock | null = null;

  /**
   * Where Google has no lock to give, the run continues without.
   *
   * @param waitMs how long another run may hold it meanwhile
   * @returns whether no other run has it
   */
  take(waitMs: number): boolean {
    if (this.lock !== null) return true;
    try {
      const lock = LockService.getDocumentLock();
      if (lock !== null && !lock.tryLock(Math.max(0, waitMs))) return false;
      this.lock = lock;
    } catch {
      // Two runs may then ask for the same; every formula still gets its answer.
    }
    return true;
  }

  /** Whether Google gave it to this run. */
  get isHeld(): boolean {
    return this.lock !== null;
  }

  release(): void {
    try {
      this.lock?.releaseLock();
    } catch {
      // Google releases it when the run ends.
    }
    this.lock = null;
  }
}
