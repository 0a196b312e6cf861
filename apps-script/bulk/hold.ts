import { TraceError } from '../../shared/formulas';
import type { SentHold } from '../bulk-messages';
import { DocumentLock } from '../document-lock';
import { tryStore } from '../try-store';
import { readLike } from './given';

/** By whom the document is held, and when that was said last: milliseconds since 1970. Whoever edits the file can write it. */
const PROPERTY = 'TRACE_LEASE';
/** A formula holds the lock while it fetches. */
const LOCK_WAIT_MS = 24_000;
/** After its last renewal a hold lapses, whoever has it: a panel that is gone, or meant no good, keeps nobody out. */
const LASTS_MS = 120_000;
/** Whatever was renewed later than now was so by a clock that has been set back, or never. */
const CLOCKS_DIFFER_MS = 10_000;

export function readHold(given: unknown): SentHold {
  const { holder, forMs } = readLike<SentHold>(given, { holder: '', forMs: 0 });
  return { holder: holder.replace(/[^ -~]/g, '').slice(0, 40), forMs };
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
 * Holds the document for one panel, renews that or, with `forMs` of 0, ends it. To be called under the document's lock.
 *
 * @returns until when another panel holds it, and nothing is changed; `null`: nobody does
 */
export function holdFile({ holder, forMs }: SentHold): number | null {
  const nowMs = Date.now();
  return tryStore(() => {
    const properties = PropertiesService.getDocumentProperties();
    const [by, renewedMs] = readLease(properties.getProperty(PROPERTY));
    const isHeld = renewedMs <= nowMs + CLOCKS_DIFFER_MS && nowMs < renewedMs + LASTS_MS;
    if (isHeld && by !== holder) return renewedMs + LASTS_MS;
    if (forMs > 0) properties.setProperty(PROPERTY, JSON.stringify([holder, nowMs]));
    else if (isHeld) properties.deleteProperty(PROPERTY);
    return null;
  });
}

/** What is damaged has lapsed. */
function readLease(text: string | null): readonly [holder: unknown, renewedMs: number] {
  try {
    const [holder, renewedMs] = JSON.parse(text ?? '[]') as readonly unknown[];
    return [holder, typeof renewedMs === 'number' ? renewedMs : 0];
  } catch {
    return ['', 0];
  }
}
