import type { FetchLimits } from '../lookup/fetch-records';

const PATIENCE_MS = 30 * 60_000;

export interface RunSettings {
  /** Credits; `null`: no limit. */
  readonly cap: number | null;
  readonly quoted: number;
  readonly maxAgeMs: number;
}

export interface ResumeSettings {
  /** A new limit for the whole run; absent: as it was. */
  readonly cap?: number | null;
  /** What is left in the account, where it has run out: no more is spent. */
  readonly creditsLeft?: number;
  /** Rows that are done once more. */
  readonly again?: 'failed' | 'unplaced';
}

/** A run waits much longer than a formula, which has a person before it. */
export function runLimits(startMs: number): FetchLimits {
  return {
    deadlineMs: startMs + PATIENCE_MS,
    requestsAtOnce: 10,
    retry: { maxRetries: 6, waitBudgetMs: PATIENCE_MS / 2 },
  };
}
