/** Google has no way to ask whether a lock is free, and may read 0 as no time at all. */
const AT_ONCE_MS = 10;
/** Up to twice as long, so that those who wait do not all come at once. */
const ASKS_AGAIN_MS = 500;

/** `taken`: another run has it; `refused`: Google does not say; `missing`: it gives none. */
type Asked = 'own' | 'taken' | 'refused' | 'missing';

/**
 * The lock that lets one run at a time change what all share: https://developers.google.com/apps-script/reference/lock.
 * Google refuses calls when there are many (https://github.com/googleworkspace/apps-script-oauth2/issues/207), so a
 * lock that is not given is not held.
 */
export class DocumentLock {
  private lock: GoogleAppsScript.Lock.Lock | null = null;
  private isHeld = false;
  /** Whether Google has none to give, as it is reported of functions of add-ons. */
  isMissing = false;

  /** Asks for it once. @param waitMs how long another run may hold it meanwhile */
  take(waitMs = AT_ONCE_MS): Asked {
    if (this.isHeld) return 'own';
    try {
      this.lock ??= LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
      this.isMissing = this.lock === null;
      if (this.lock === null) return 'missing';
      this.isHeld = this.lock.tryLock(Math.max(AT_ONCE_MS, waitMs));
      return this.isHeld ? 'own' : 'taken';
    } catch {
      return 'refused';
    }
  }

  /**
   * Asks for it again as long as Google refuses to say.
   *
   * @returns whether no other run has it; also where Google has no such lock to give
   */
  hold(waitMs: number): boolean {
    const untilMs = Date.now() + waitMs;
    for (;;) {
      const turn = this.take(untilMs - Date.now());
      if (turn !== 'refused' || Date.now() >= untilMs) return turn === 'own' || turn === 'missing';
      Utilities.sleep(ASKS_AGAIN_MS * (1 + Math.random()));
    }
  }

  release(): void {
    try {
      if (this.isHeld) this.lock?.releaseLock();
    } catch {
      // Google releases it when the run ends.
    }
    this.isHeld = false;
  }
}
