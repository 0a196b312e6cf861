import { TraceError } from '../../shared/index';
import type { SentHold } from '../../shared/sidebar/protocol';
import { DocumentLock } from '../document-lock';
import { tryStore } from '../try-store';
import { readLike } from './given';

/** By whom the document is held, from when until when: milliseconds since 1970. */
const PROPERTY = 'TRACE_LEASE';
/** A formula holds the lock while it fetches. */
const LOCK_WAIT_MS = 24_000;
const MOST_MS = 3_600_000;
/** Whatever was begun later than now was so by a clock that has been set back. */
const CLOCKS_DIFFER_MS = 60_000;

export function readHold(given: unknown): SentHold {
  const { holder, forMs } = readLike<SentHold>(given, { holder: '', forMs: 0 });
  return { holder: holder.slice(0, 40), forMs: Math.min(forMs, MOST_MS) };
}

/** Only one run at a time, of whatever person, does what is done here. Throws `fileBusy`; then nothing was done. */
export function underLock<T>(act: () => T): T {
  const lock = new DocumentLock();
  if (!lock.take(LOCK_WAIT_MS)) throw new TraceError('fileBusy', {});
  try {
    return act();
  } finally {
    lock.release();
  }
}

/**
 * Holds the document for one panel, prolongs that or, with `forMs` of 0, ends it. To be called under the document's lock.
 *
 * @returns until when another panel holds it, and nothing is changed; `null`: nobody does
 */
export function holdFile({ holder, forMs }: SentHold): number | null {
  const nowMs = Date.now();
  return tryStore(() => {
    const properties = PropertiesService.getDocumentProperties();
    const [by, fromMs, untilMs] = readLease(properties.getProperty(PROPERTY));
    const isHeld = fromMs <= nowMs + CLOCKS_DIFFER_MS && nowMs < untilMs;
    if (isHeld && by !== holder) return untilMs;
    // What is written during a wait ends no hold that was meant to last as long as that.
    const endMs = Math.max(nowMs + forMs, isHeld ? untilMs : 0);
    if (forMs > 0) properties.setProperty(PROPERTY, JSON.stringify([holder, nowMs, endMs]));
    else if (isHeld) properties.deleteProperty(PROPERTY);
    return null;
  });
}

/** What is damaged has ended. */
function readLease(text: string | null): readonly [holder: unknown, fromMs: number, untilMs: number] {
  try {
    const [holder, fromMs, untilMs] = JSON.parse(text ?? '[]') as readonly unknown[];
    return [holder, Number(fromMs) || 0, Number(untilMs) || 0];
  } catch {
    return ['', 0, 0];
  }
}
