import { SEARCHED_COMPANIES } from './companies';
import type { Company } from './company';
import { partnerCompaniesOf, readPartnership, type Partner } from './partners';

/** By the partner's id. Built on first use, because it needs the partners of every company. */
let listedBy: ReadonlyMap<number, readonly Company[]> | null = null;

/** The companies whose first scan lists a company, each with its own description of the partnership. */
export function readListings(partner: Company): readonly Partner[] {
  const companies = (listedBy ??= makeIndex()).get(partner.id) ?? [];
  return companies.map((company) => {
    const { id, name, domain, slug } = company;
    return { ...readPartnership(company, partner), companyId: id, name, domain, slug };
  });
}

function makeIndex(): ReadonlyMap<number, readonly Company[]> {
  const index = new Map<number, Company[]>();
  for (const company of SEARCHED_COMPANIES) {
    for (const { id } of partnerCompaniesOf(company)) {
      const companies = index.get(id);
      if (companies === undefined) index.set(id, [company]);
      else companies.push(company);
    }
  }
  return index;
}
