import type { CompanyObject } from '../contract';
import { seedOf, wholeBetween } from './chance';
import type { Company } from './company';
import { momentToTimestamp, toTimestamp } from './days';
import { readFirmographics } from './firmographics';
import { partnerCompaniesOf } from './partners';
import { partnersAfter, stackAfter, type Rescans } from './rescans';
import { crawlDayOf } from './stack';

const SECONDS_PER_DAY = 86_400;
const CRAWL_TIME = seedOf('crawl time');

/** A company as lookups return it. */
export function toCompanyObject(company: Company, rescans: Rescans): CompanyObject {
  const technologies = stackAfter(company, rescans);
  const isSparse = company.planted === 'sparse';
  return {
    company_id: company.id,
    slug: company.slug,
    name: company.name,
    primary_domain: company.domain,
    domains: [company.domain, ...company.otherDomains],
    ...readFirmographics(company),
    technologies,
    technology_count: isSparse ? null : technologies.length,
    partnership_count: isSparse ? null : countPartners(company, rescans),
    last_crawled_at: isSparse ? null : crawledAt(company, rescans),
  };
}

/** Counted without the details of partnerships, as long as no rescan has changed them. */
function countPartners(company: Company, rescans: Rescans): number {
  const partners = rescans(company).length === 0 ? partnerCompaniesOf(company) : partnersAfter(company, rescans);
  return partners.length;
}

/** As ISO texts, so that the later of two is the greater. */
function crawledAt(company: Company, rescans: Rescans): string {
  const [last] = rescans(company).slice(-1);
  const first = toTimestamp(crawlDayOf(company), wholeBetween(company.seed, CRAWL_TIME, 0, SECONDS_PER_DAY - 1));
  const rescanned = last === undefined ? first : momentToTimestamp(last);
  return rescanned > first ? rescanned : first;
}
