/** How long before the last request another run may hold the lock that this one waits for. */
const LEFT_FOR_READING_MS = 3_000;

/** The lock by which one run at a time asks for what all need: https://developers.google.com/apps-script/reference/lock. */
export class DocumentLock {
  private lock: GoogleAppsScript.Lock.Lock | null = null;

  /**
   * `missing`: Google has none to give, and the run goes on without.
   *
   * @param deadlineMs when this run starts its last request; milliseconds since 1970
   */
  take(deadlineMs: number): 'taken' | 'taken by another' | 'missing' {
    if (this.lock !== null) return 'taken';
    try {
      const lock = LockService.getDocumentLock();
      if (lock === null) return 'missing';
      if (!lock.tryLock(Math.max(0, deadlineMs - LEFT_FOR_READING_MS - Date.now()))) return 'taken by another';
      this.lock = lock;
      return 'taken';
    } catch {
      return 'missing';
    }
  }

  release(): void {
    this.lock?.releaseLock();
    this.lock = null;
  }
}
