import type { Run } from './run';

/** https://developers.google.com/apps-script/reference/lock: runs of this world come one after another, so a lock is free. */
export function makeLockService(run: Run): object {
  const makeLock = (name: string) => (): object => {
    run.call(`LockService.get${name}Lock`, 'lock');
    let isHeld = false;
    return {
      tryLock: () => (isHeld = true),
      waitLock: () => void (isHeld = true),
      hasLock: () => isHeld,
      releaseLock: () => void (isHeld = false),
    };
  };
  return {
    getDocumentLock: makeLock('Document'),
    getUserLock: makeLock('User'),
    getScriptLock: makeLock('Script'),
  };
}
