import type { SpendPolicy } from '../../credits/daily-spending';
import type { WaitingStatus } from '../../credits/waiting-lookups';
import { count, toCreditsText, toPriceText } from '../common/words';
import type { RetriedCells, SpendingStatus } from '../protocol';
import { toRetryText } from './retry-text';
import type { SpendingState } from './spending-state';

/** What formulas spent today, and the limit. Approved credits may exceed it. */
export function toFormulasText({ policy, formulasToday }: SpendingStatus): string {
  if (policy.mode !== 'daily') return toCreditsText(formulasToday);
  const limit = policy.limit.toLocaleString('en-US');
  return formulasToday > policy.limit
    ? `${toCreditsText(formulasToday)}; the limit is ${limit}`
    : `${formulasToday.toLocaleString('en-US')} of ${toCreditsText(policy.limit)}`;
}

export function toRunsText({ runsToday }: SpendingStatus): string {
  return toCreditsText(runsToday);
}

/** What formulas and enrichments spent today, for the panel's header. */
export function toTodayText({ formulasToday, runsToday }: SpendingStatus): string {
  return `${(formulasToday + runsToday).toLocaleString('en-US')} spent today`;
}

/** What the account has left, beside {@link toTodayText}. */
export function toLeftText(credits: number): string {
  return `${credits.toLocaleString('en-US')} left`;
}

/** How many cells wait, and their price. */
export function toWaitingText({ waiting }: SpendingStatus): string {
  if (waiting.cells === 0) return 'No cells are waiting.';
  const cells = count(waiting.cells, 'cell is waiting', 'cells are waiting');
  if (waiting.isLeast) return `${cells}. ${toUnknownText(waiting)}`;
  return `${cells}: ${toPriceText(waiting.credits)}.`;
}

/** What stopped at the default because its owner has not confirmed more; `''`: nothing. */
export function toUnconfirmedText({ policy, unconfirmed }: SpendingStatus): string {
  if (unconfirmed === undefined || policy.mode !== 'daily') return '';
  return unconfirmed.mode === 'daily'
    ? `Formulas stop at ${toCreditsText(policy.limit)} a day until you confirm ${unconfirmed.limit.toLocaleString('en-US')}.`
    : `Formulas stop at ${toCreditsText(policy.limit)} a day until you confirm that they may spend freely.`;
}

/** Such as _Keep 5,000_. */
export function toKeepLabel(policy: SpendPolicy): string {
  return policy.mode === 'daily' ? `Keep ${policy.limit.toLocaleString('en-US')}` : 'Keep no limit';
}

/** Why cells wait. */
export function toReasonText({ policy, ownerLimit, formulasToday, isOthers }: SpendingStatus): string {
  if (isOthers === true) return "Only the file's owner can fetch these.";
  if (ownerLimit !== null && formulasToday >= ownerLimit) return 'Your own daily limit is reached.';
  if (policy.mode === 'daily') return `The daily limit of ${toCreditsText(policy.limit)} is reached.`;
  return policy.mode === 'onRequest' ? 'Formulas wait for your approval.' : 'Formulas could not fetch these.';
}

/** @param limit typed by the user if the price is unknown; `null`: nothing yet */
export function toFetchLabel({ waiting }: SpendingStatus, limit: number | null = null): string {
  const fetch = `Fetch ${count(waiting.cells, 'cell', 'cells')}`;
  if (waiting.isLeast && limit === null) return fetch;
  return `${fetch} (${toPriceText(waiting.isLeast ? (limit ?? 0) : waiting.credits)})`;
}

/** Why the price is unknown. */
export function toUnknownText({ isUnread }: WaitingStatus): string {
  return isUnread === true ? 'Some prices are only known after paying.' : PARTNERS;
}

const PARTNERS = 'Each partner costs 1 credit, and their number is only known after paying.';

/** Why fetching will not help today; `''` where it will. Whether the user owns the file is unknown here. */
export function toOwnerLimitText({ ownerLimit, formulasToday, waiting }: SpendingStatus): string {
  if (ownerLimit === null || formulasToday < ownerLimit || waiting.cells === 0) return '';
  return `Your own limit of ${toCreditsText(ownerLimit)} a day is reached. If this file is yours, raise it to fetch more today.`;
}

/** Whether waiting cells get their answers today if this user approves their price. */
export function mayApprove(status: SpendingStatus): boolean {
  return status.isOthers !== true && toOwnerLimitText(status) === '';
}

/** Whether a choice is saved. */
export function toSavedText({ saves, done }: SpendingState): string {
  if (saves > 0) return 'Saving…';
  return done?.is === 'saved' ? 'Saved.' : '';
}

/** What is being fetched, or was fetched last. */
export function toFetchedText({ fetching, mostLeft, status, done }: SpendingState): string {
  const left = status?.fetching ?? 0;
  if (fetching !== null || left > 0) {
    return `Fetching ${count(fetching ?? mostLeft, 'cell', 'cells')}…${left > 0 ? ` ${left.toLocaleString('en-US')} left.` : ''}`;
  }
  return done?.is === 'fetched' ? toCellsText(done.cells, done.isAnswered) : '';
}

function toCellsText(retried: RetriedCells, isAnswered: boolean): string {
  const { cells, left, kept } = retried;
  if (cells === 0 && left === 0 && kept === undefined) return 'No cells are waiting any more.';
  if (cells === 0 || left === 0) return toRetryText(retried, isAnswered);
  return `${count(cells, 'formula recalculated', 'formulas recalculated')}; ${left.toLocaleString('en-US')} left. Fetch the rest once these have their answers.${kept === undefined ? '' : ` ${kept}`}`;
}
