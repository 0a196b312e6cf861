import { readCount } from '../client/json';
import type { CompanyRecord } from '../client/resources/companies';
import type { LookupOutcome } from '../records/outcome';

/**
 * How many partners the company's own record counts, at a credit each; `null`: unknown.
 *
 * @param company the outcome of the company's own look-up
 */
export function partnersCounted(company: LookupOutcome | undefined): number | null {
  if (company?.is !== 'found') return null;
  return readCount((company.record as CompanyRecord)['partnership_count']);
}
