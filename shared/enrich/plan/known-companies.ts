import { readDomain } from '../../cells/identifier';
import { readText } from '../../client/json';
import type { CompanyRecord } from '../../client/resources/companies';
import type { PartnersRecord } from '../../client/resources/partnerships';
import { peek } from '../../lookup/ports';
import type { RunPorts } from '../sheet/ports';

/** One look into the store. */
const MOST_COMPANIES = 500;

/**
 * Domains of companies that Trace has data on, as far as saved answers for these companies show: the companies
 * themselves first, then their partners. Sends no request.
 */
export async function readKnownCompanies(ports: RunPorts, identifiers: readonly string[]): Promise<readonly string[]> {
  const some = [...new Set(identifiers)].slice(0, MOST_COMPANIES);
  const companies: string[] = [];
  const partners: string[] = [];
  for (const [identifier, outcome] of await ports.perform(peek('company', some))) {
    if (outcome.is !== 'found') continue;
    companies.push(identifier, readText((outcome.record as CompanyRecord)['primary_domain']) ?? '');
  }
  for (const [identifier, outcome] of await ports.perform(peek('partners', some))) {
    if (outcome.is !== 'found') continue;
    companies.push(identifier);
    partners.push(...((outcome.record as PartnersRecord).partners ?? []).map(({ domain }) => domain ?? ''));
  }
  return [...new Set([...companies, ...partners])].filter((domain) => readDomain(domain) !== null);
}
