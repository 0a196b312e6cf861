import type { RescanRecord } from './rescan-record';

/** The state of a rescan, and when to check it again. */
export interface RescanCheck {
  /** Replaces the previous record. */
  readonly record: RescanRecord;
  /** `null`: nothing to wait for. */
  readonly askAgainAfterMs: number | null;
  /** A sentence about the results; `null`: none. */
  readonly note: string | null;
}

/** Source: https://docs.tracedata.ai/api/overview/ (derived views may lag up to about an hour). */
const VIEWS_LAG = 'New detections show at once. Technologies and company facts may take up to an hour.';

export const SHORTEST_WAIT_MS = 1_000;
/** Timers have a longest delay. Checking early costs nothing. */
const LONGEST_WAIT_MS = 3_600_000;

export function toCheck(record: RescanRecord, nowMs: number): RescanCheck {
  const { parts } = record;
  const waitsMs = parts.flatMap((part) =>
    part.is === 'running' ? [part.checkAfterMs - nowMs] : part.is === 'unsent' ? [0] : [],
  );
  const shortestMs = Math.max(SHORTEST_WAIT_MS, Math.min(...waitsMs));
  return {
    record,
    askAgainAfterMs: waitsMs.length === 0 ? null : Math.min(LONGEST_WAIT_MS, shortestMs),
    note: parts.some(({ is }) => is === 'finished') ? VIEWS_LAG : null,
  };
}
