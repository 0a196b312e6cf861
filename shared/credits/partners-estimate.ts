import type { PartnersRecord } from '../client/resources/partnerships';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import type { MaxAge } from '../records/ports';
import { partnersCounted } from './partners-counted';
import type { KnownCompanies } from './quote';

/** What partners will probably cost, where their number is only known after paying. */
export interface PartnersEstimate {
  /** Companies to pay for. */
  readonly companies: number;
  /** Companies in the column with a known number of partners, from saved answers of any age. */
  readonly known: number;
  /** Partners of each of these, on average; not rounded. */
  readonly averagePartners: number;
  /** For the companies to pay for and their partners, if all are tracked. */
  readonly credits: number;
  /** In credits, with some room above the estimate, so that a run rarely has to stop for it. */
  readonly suggestedLimit: number;
}

/** Added to the estimate for its limit. */
const ROOM_PERCENT = 10;
const SIGNIFICANT_DIGITS = 2;

/**
 * Counts a company as an average one where its number of partners is unknown. `null`: no number is known, or none is missing.
 * Sends nothing.
 *
 * @param identifiers the companies of a column, without repeats
 */
export function toPartnersEstimate(
  identifiers: readonly string[],
  known: KnownCompanies,
  age: MaxAge,
  nowMs: number,
): PartnersEstimate | null {
  let [companies, counted, partners, credits, unknown] = [0, 0, 0, 0, 0];
  for (const identifier of identifiers) {
    const count = countOf(identifier, known);
    if (count !== null) {
      counted += 1;
      partners += count;
    }
    if (freshnessOf(known.partners.get(identifier), age, nowMs) === 'fresh') continue;
    companies += 1;
    credits += (known.isPaid(identifier) ? 0 : 1) + (count ?? 0);
    if (count === null) unknown += 1;
  }
  if (counted === 0 || unknown === 0) return null;
  const averagePartners = partners / counted;
  const estimated = Math.ceil(credits + unknown * averagePartners);
  return {
    companies,
    known: counted,
    averagePartners,
    credits: estimated,
    suggestedLimit: roundUp(Math.ceil((estimated * (100 + ROOM_PERCENT)) / 100)),
  };
}

/** By the company's own record, or else by its partners. */
function countOf(identifier: string, { company, partners }: KnownCompanies): number | null {
  return partnersCounted(company.get(identifier)) ?? listed(partners.get(identifier));
}

function listed(partners: LookupOutcome | undefined): number | null {
  return partners?.is === 'found' ? (partners.record as PartnersRecord).count : null;
}

/** 26,400 as 27,000. */
function roundUp(credits: number): number {
  const unit = 10 ** Math.max(0, String(credits).length - SIGNIFICANT_DIGITS);
  return Math.ceil(credits / unit) * unit;
}
