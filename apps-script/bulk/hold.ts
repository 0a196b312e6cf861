import { TraceError } from '../../shared/formulas';
import { LEASE_MS } from '../../shared/runs';
import type { SentHold } from '../journal-messages';
import { DocumentLock } from '../document-lock';
import { inFileStore } from '../try-store';
import { readLike } from './given';

/** Who holds the document, and the last renewal: milliseconds since 1970. Anyone who may edit the file can write it. */
const PROPERTY = 'TRACE_LEASE';
/** A formula holds the lock while it fetches. */
const LOCK_WAIT_MS = 24_000;
/** A renewal in the future came from a clock that was set back, or never happened. */
const CLOCKS_DIFFER_MS = 10_000;

export function readHold(given: unknown): SentHold {
  const { holder, forMs } = readLike<SentHold>(given, { holder: '', forMs: 0 });
  return { holder: holder.replace(/[^ -~]/g, '').slice(0, 40), forMs };
}

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

/**
 * Holds the document for one panel, renews the hold or, with `forMs` 0, ends it. Call it under the document's lock.
 *
 * @returns until when another panel holds it, in which case nothing changes; `null`: nobody does
 */
export function holdFile({ holder, forMs }: SentHold): number | null {
  const nowMs = Date.now();
  return inFileStore((properties) => {
    const [by, renewedMs] = readLease(properties.getProperty(PROPERTY));
    const isHeld = renewedMs <= nowMs + CLOCKS_DIFFER_MS && nowMs < renewedMs + LEASE_MS;
    if (isHeld && by !== holder) return renewedMs + LEASE_MS;
    if (forMs > 0) properties.setProperty(PROPERTY, JSON.stringify([holder, nowMs]));
    else if (isHeld) properties.deleteProperty(PROPERTY);
    return null;
  });
}

/** A damaged hold has lapsed. */
function readLease(text: string | null): readonly [holder: unknown, renewedMs: number] {
  try {
    const [holder, renewedMs] = JSON.parse(text ?? '[]') as readonly unknown[];
    return [holder, typeof renewedMs === 'number' ? renewedMs : 0];
  } catch {
    return ['', 0];
  }
}
