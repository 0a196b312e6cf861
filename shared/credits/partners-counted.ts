import { readCount } from '../client/json';
import type { CompanyRecord } from '../client/resources/companies';
import type { PartnersRecord } from '../client/resources/partnerships';
import type { LookupOutcome } from '../records/outcome';
import { CHARGE_OF_COMPANY } from './charges';

/**
 * How many partners, at a credit each, the company's own record counts; `null`: unknown.
 *
 * @param company the outcome of the company's own lookup
 */
export function partnersCounted(company: LookupOutcome | undefined): number | null {
  if (company?.is !== 'found') return null;
  return readCount((company.record as CompanyRecord)['partnership_count']);
}

/**
 * The most that reading the longest of these lists with its company costs, from its start and as if nothing was
 * charged before.
 */
export function chargeOfLongest(lists: readonly PartnersRecord[]): number {
  return CHARGE_OF_COMPANY + Math.max(...lists.map(({ count }) => count ?? 0));
}
