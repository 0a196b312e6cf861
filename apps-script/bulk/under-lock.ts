import { TraceError } from '../../shared/formulas';
import { DocumentLock } from '../stored/document-lock';

/** Others hold the lock while they write rows or change the ledger. */
const LOCK_WAIT_MS = 24_000;

/** Performs something in one run at a time, across all users. Throws `fileBusy`, and then nothing was done. */
export function underLock<T>(act: () => T): T {
  const lock = new DocumentLock();
  if (!lock.hold(LOCK_WAIT_MS)) throw new TraceError('fileBusy', {});
  try {
    return act();
  } finally {
    lock.release();
  }
}
