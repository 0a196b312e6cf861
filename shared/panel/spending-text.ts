import { count } from './count';
import type { RetriedCells, SpendingStatus } from './protocol';
import { toRetryText } from './retry-text';
import type { SpendingState } from './spending-state';

/** What formulas spent today, and the limit. Approved credits may exceed it. */
export function toFormulasText({ policy, formulasToday }: SpendingStatus): string {
  if (policy.mode !== 'daily') return credits(formulasToday);
  const limit = policy.limit.toLocaleString('en-US');
  return formulasToday > policy.limit
    ? `${credits(formulasToday)}; the limit is ${limit}`
    : `${formulasToday.toLocaleString('en-US')} of ${credits(policy.limit)}`;
}

export function toRunsText({ runsToday }: SpendingStatus): string {
  return credits(runsToday);
}

/** What waits for approval. */
export function toWaitingText({ waiting }: SpendingStatus): string {
  if (waiting.cells === 0) return 'No cell waits to be fetched.';
  const cells = count(waiting.cells, 'cell waits', 'cells wait');
  if (waiting.isLeast) return `${cells}. ${PARTNERS}`;
  return `${cells}; ${waiting.credits === 0 ? 'this costs nothing' : `at most ${credits(waiting.credits)}`}.`;
}

/** @param limit typed by the user where nobody knows the price; `null`: nothing yet */
export function toFetchLabel({ waiting }: SpendingStatus, limit: number | null = null): string {
  if (waiting.isLeast && limit === null) return 'Fetch waiting';
  const most = waiting.isLeast ? (limit ?? 0) : waiting.credits;
  return most === 0 ? 'Fetch waiting (no credits)' : `Fetch waiting (at most ${credits(most)})`;
}

const PARTNERS = 'Set a limit: each partner costs 1 credit, and how many there are is only known after paying.';

/** Why fetching will not help today; `''` where it will. Whether the user owns the file is unknown here. */
export function toOwnerLimitText({ ownerLimit, formulasToday, waiting }: SpendingStatus): string {
  if (ownerLimit === null || formulasToday < ownerLimit || waiting.cells === 0) return '';
  return `Your own limit of ${credits(ownerLimit)} a day is reached. If this file is yours, raise it to fetch more today.`;
}

/** What is being done, or was done last. */
export function toDoneText({ saves, isFetching, done }: SpendingState): string {
  if (isFetching) return 'Entering the formulas again…';
  if (saves > 0) return 'Saving…';
  if (done === null) return '';
  return done.is === 'saved' ? 'Saved.' : toFetchedText(done.cells);
}

function toFetchedText(cells: RetriedCells): string {
  if (cells.cells === 0 && cells.left === 0) return 'No cell waits any more.';
  if (cells.cells === 0 || cells.left === 0) return toRetryText(cells);
  return `${count(cells.cells, 'cell is', 'cells are')} calculated again; ${count(cells.left, 'is', 'are')} left. Fetch once more when these have their answers.`;
}

function credits(number: number): string {
  return count(number, 'credit', 'credits');
}
