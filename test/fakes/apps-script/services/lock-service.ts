import type { Run } from '../run';

/** How often a run that waits for a lock checks whether it is free. */
const LOOKS_EVERY_MS = 20;

/** https://developers.google.com/apps-script/reference/lock */
export function makeLockService(run: Run): object {
  const { locks } = run.state;
  const call = (method: string): void => {
    run.call(method, 'lock');
    if (locks.are === 'failing') run.fail('Service unavailable: Lock');
    if (!locks.admits(run.state.clock.nowMs())) {
      run.fail('There are too many LockService operations against the same script.');
    }
  };
  const makeLock = (name: string) => (): object | null => {
    call(`LockService.get${name}Lock`);
    if (locks.are === 'missing' || (name === 'Document' && run.lacks('lock'))) return null;
    let isHeld = false;
    const tryLock = (timeoutMs: number): boolean => {
      if (!(timeoutMs >= 0)) run.fail(`Invalid argument: ${timeoutMs}`);
      call('Lock.tryLock');
      const untilMs = run.state.clock.nowMs() + timeoutMs;
      while (!(isHeld = locks.take(name, run.id))) {
        const leftMs = untilMs - run.state.clock.nowMs();
        if (leftMs <= 0) return false;
        run.spend(Math.min(leftMs, LOOKS_EVERY_MS));
      }
      return true;
    };
    return {
      tryLock,
      waitLock(timeoutMs: number) {
        if (!tryLock(timeoutMs)) run.fail('Lock timeout: another process was holding the lock for too long.');
      },
      hasLock: () => isHeld,
      releaseLock() {
        call('Lock.releaseLock');
        locks.release(name, run.id);
        isHeld = false;
      },
    };
  };
  return {
    getDocumentLock: makeLock('Document'),
    getUserLock: makeLock('User'),
    getScriptLock: makeLock('Script'),
  };
}
