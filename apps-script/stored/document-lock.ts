/** Google cannot tell whether a lock is free without waiting, and may treat 0 as no time at all. */
const AT_ONCE_MS = 10;
/** A wait is up to twice as long, so that waiting runs do not all ask at once. */
const ASKS_AGAIN_MS = 500;

/** `taken`: another run has it; `refused`: Google does not say; `missing`: Google provides none. */
type Asked = 'own' | 'taken' | 'refused' | 'missing';

/**
 * The lock that lets one run at a time change what all share:
 * https://developers.google.com/apps-script/reference/lock. Google refuses calls when there are many
 * (https://github.com/googleworkspace/apps-script-oauth2/issues/207), so a lock that is not granted counts as not
 * held.
 */
export class DocumentLock {
  private lock: GoogleAppsScript.Lock.Lock | null = null;
  private isHeld = false;
  /** Whether Google provides no lock, as reported for functions of add-ons. */
  isMissing = false;

  /** Asks for it once. @param waitMs how long to wait for another run that holds it */
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
   * Asks for it repeatedly while Google refuses to say.
   *
   * @returns whether no other run has it; true if Google provides no lock
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
