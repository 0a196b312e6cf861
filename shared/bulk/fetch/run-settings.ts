import type { FetchLimits } from '../../lookup/fetch-records';
import type { Spent } from '../../credits/run-budget';

const PATIENCE_MS = 30 * 60_000;

export interface RunSettings {
  /** What it may cost, in credits; `null`: what it costs at most, where that is known. */
  readonly cap: number | null;
  readonly quoted: number;
  readonly maxAgeMs: number;
}

/**
 * What a person has agreed to in this panel, and what came of it. Kept by the panel itself: the journal, which tells it
 * too, may have been edited by somebody else.
 */
export interface Agreed {
  readonly run: string;
  /** For the whole run, in credits. */
  readonly cap: number;
  readonly spent: Spent;
}

export interface ResumeSettings {
  /** Absent: it is a run of another panel. */
  readonly agreed?: Agreed;
  /** What may be spent from now on, in credits, as a person says; absent: what is left of what was agreed. */
  readonly rest?: number;
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
