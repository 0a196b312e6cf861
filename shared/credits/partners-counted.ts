import { readCount } from '../client/json';
import type { CompanyRecord } from '../client/resources/companies';
import type { PartnersRecord } from '../client/resources/partnerships';
import type { LookupOutcome } from '../records/outcome';
import { CHARGE_OF_COMPANY } from './charges';

/**
 * How many partners the company's own record counts, at a credit each; `null`: unknown.
 *
 * @param company the outcome of the company's own look-up
 */
export function partnersCounted(company: LookupOutcome | undefined): number | null {
  if (company?.is !== 'found') return null;
  return readCount((company.record as CompanyRecord)['partnership_count']);
}

/** The most that it takes to read the longest of these lists with its company, from its start and as if nothing was charged. */
export function chargeOfLongest(lists: readonly PartnersRecord[]): number {
  return CHARGE_OF_COMPANY + Math.max(...lists.map(({ count }) => count ?? 0));
}
