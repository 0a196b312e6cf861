import { PREVIEW_ROWS, type RunPrice } from '../../enrich/plan/price';
import { count, toCreditsText, toPriceText } from '../common/words';
import { readCreditsEntry } from '../common/fields/credits-entry';
import type { ChooseState, PlannedRun } from './choose/choose-state';

export interface Limited {
  readonly cap: ChooseState['cap'];
  readonly planned: { readonly price: RunPrice } | null;
}

/**
 * The limit in its field, in credits: the user's own, or else the most that the enrichment costs, or else a suggestion.
 * `null`: none.
 */
export function limitInField({ cap, planned }: Limited): number | null {
  const most = planned?.price.most ?? null;
  if (typeof cap === 'number') return cap;
  return most ?? (cap === null ? (planned?.price.partnersEstimate?.suggestedLimit ?? null) : null);
}

/** The limit in its field while it is typed, in credits; `null`: the field is empty or invalid. */
export function typedLimit(text: string): number | null {
  const entry = readCreditsEntry(text, 0, '');
  return entry.ok ? entry.credits : null;
}

/**
 * The limit of an enrichment that starts: never more than what its field showed.
 *
 * @param again the plan that starts, worked out again
 */
export function startLimit(shown: Limited, again: { readonly price: RunPrice }): number | null {
  const inField = limitInField(shown);
  const { most } = again.price;
  if (inField === null || typeof shown.cap === 'number') return inField ?? most;
  return Math.min(inField, most ?? inField);
}

/**
 * In credits. A preview needs no limit of its own.
 *
 * @param again the plan that starts
 */
export function previewLimit(shown: Limited, again: { readonly price: RunPrice }): number {
  return Math.min(limitInField(shown) ?? Infinity, again.price.previewMost);
}

/** `Preview 3 rows (up to 3 credits)`; `null`: there are no more rows than it would fill. */
export function toPreviewLabel(cap: ChooseState['cap'], planned: PlannedRun): string | null {
  const rows = PREVIEW_ROWS;
  if (planned.plan.rows.length <= rows) return null;
  const credits = previewLimit({ cap, planned }, planned);
  return `Preview ${count(rows, 'row', 'rows')} (${toPriceText(credits)})`;
}

/**
 * `About 8 partners each: probably 24,000 credits for 3,000 rows`, or where the most is known
 * `Between 97 and 6,800 credits, probably 600, for 236 rows`
 */
export function toEstimateText(
  { most, partnersEstimate }: Pick<RunPrice, 'most' | 'partnersEstimate'>,
  rows: number,
): string {
  if (partnersEstimate === null) return '';
  const { averagePartners, credits, least, isLearned } = partnersEstimate;
  const ofRows = count(rows, 'row', 'rows');
  if (most !== null) {
    const range = least === 0 ? `Up to ${say(most)} credits` : `Between ${say(least)} and ${say(most)} credits`;
    if (isLearned) return `${range} for ${ofRows}, probably ${say(roughly(credits))}`;
    return `${range} for ${ofRows}. A partner of several companies costs 1 credit once, so it may be less`;
  }
  const each =
    averagePartners < 0.5
      ? 'Less than 1 partner each'
      : `About ${count(Math.round(averagePartners), 'partner', 'partners')} each`;
  return `${each}: probably ${toCreditsText(roughly(credits))} for ${ofRows}`;
}

/** Why there is no price, or how far the limit in the field reaches. @param isOwn whether the user chose it */
export function toLimitHint(
  price: Pick<RunPrice, 'most' | 'partnersEstimate' | 'afterRow'>,
  text: string,
  isOwn: boolean,
): string {
  const { most, partnersEstimate, afterRow } = price;
  const limit = typedLimit(text);
  if (limit !== null && afterRow !== null && (isOwn || limit !== (most ?? partnersEstimate?.suggestedLimit))) {
    return toReachText(limit, afterRow, most !== null && partnersEstimate === null);
  }
  if (most !== null) return '';
  if (limit !== null && partnersEstimate === null) return 'How many rows this pays for is only known after paying';
  return partnersEstimate === null
    ? 'Set a limit or preview first: the partner count is only known after paying'
    : 'This limit is a suggestion: the partner count is only known after paying';
}

/** `600 credits: about 14 of 236 rows` */
function toReachText(limit: number, afterRow: readonly number[], isExact: boolean): string {
  const reached = afterRow.filter((credits) => credits <= limit).length;
  const about = isExact ? '' : reached === afterRow.length ? 'probably ' : 'about ';
  const rows = count(afterRow.length, 'row', 'rows');
  const which = reached === afterRow.length ? `all ${rows}` : `${say(reached)} of ${rows}`;
  return `${toCreditsText(limit)}: ${about}${which}`;
}

const say = (number: number): string => number.toLocaleString('en-US');

/** To two digits: more would look certain. */
function roughly(credits: number): number {
  return Number(credits.toPrecision(2));
}
