import type { FetchLimits } from '../../lookup/fetch-records';
import type { Spent } from '../../credits/run-budget';

const PATIENCE_MS = 30 * 60_000;

/** What a person agreed to before a run starts. Ages are in milliseconds, prices in credits. */
export interface RunSettings {
  /** The limit in credits; `null`: the greatest cost, where that is known. */
  readonly cap: number | null;
  readonly quoted: number;
  readonly maxAgeMs: number;
  /** The unfinished run of somebody else that it takes rows over from; absent: none. */
  readonly replaces?: string;
  /** Whether a person has agreed to a run that only titles tell, where the host refuses marks. */
  readonly byTitles?: boolean;
}

/**
 * What the user agreed to in this panel, and the result. The panel keeps it itself, since others may edit the journal.
 */
export interface Agreed {
  readonly run: string;
  /** For the whole run, in credits. */
  readonly cap: number;
  readonly spent: Spent;
}

/** How to continue a run that has paused or was interrupted. */
export interface ResumeSettings {
  /** Absent: it is a run of another panel. */
  readonly agreed?: Agreed;
  /** What may still be spent, in credits, by the user's choice; absent: the rest of what was agreed. */
  readonly rest?: number;
  /** What is left in the account once credits have run out: nothing more is spent. */
  readonly creditsLeft?: number;
  /** Rows that are done once more. */
  readonly again?: 'failed' | 'unplaced';
}

/** A run waits much longer than a formula, which somebody is looking at. */
export function runLimits(startMs: number): FetchLimits {
  return {
    deadlineMs: startMs + PATIENCE_MS,
    requestsAtOnce: 10,
    retry: { maxRetries: 6, waitBudgetMs: PATIENCE_MS / 2 },
  };
}
