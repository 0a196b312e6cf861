import type { FetchLimits } from '../../lookup/fetch-records';

const PATIENCE_MS = 30 * 60_000;

/** An enrichment waits much longer than a formula, which somebody is looking at. */
export function runLimits(startMs: number): FetchLimits {
  return {
    deadlineMs: startMs + PATIENCE_MS,
    requestsAtOnce: 10,
    retry: { maxRetries: 6, waitBudgetMs: PATIENCE_MS / 2 },
  };
}
