import type { RunPrice } from '../../bulk/run/price';
import type { PartnersEstimate } from '../../credits/partners-estimate';
import { count } from '../count';

/** `About 8 partners each: about 24,000 credits for 3,000 rows` */
export function toEstimateText({ averagePartners, credits }: PartnersEstimate, rows: number): string {
  const each =
    averagePartners < 0.5
      ? 'Less than 1 partner each'
      : `About ${count(Math.round(averagePartners), 'partner', 'partners')} each`;
  return `${each}: about ${count(roughly(credits), 'credit', 'credits')} for ${count(rows, 'row', 'rows')}`;
}

/** Why there is no price, and what to do: the limit is suggested where an estimate is known. */
export function toLimitHint({ partnersEstimate }: Pick<RunPrice, 'partnersEstimate'>): string {
  return partnersEstimate === null
    ? 'Set a limit or preview first: the partner count is only known after paying'
    : 'This limit is a suggestion: the partner count is only known after paying';
}

/** To two digits: more would look certain. */
function roughly(credits: number): number {
  return Number(credits.toPrecision(2));
}
