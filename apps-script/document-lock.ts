/** The lock by which one run at a time asks for what all need: https://developers.google.com/apps-script/reference/lock. */
export class DocumentLock {
  private lock: GoogleAppsScript.Lock.Lock | null = null;

  /**
   * Where Google has none to give, the run goes on without.
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
      // Two runs may then ask for the same; nobody goes without an answer.
    }
    return true;
  }

  /** Whether Google has given it to this run. */
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
