import type { CompanyObject } from '../contract';
import { seedOf, wholeBetween } from './chance';
import type { Company } from './company';
import { momentToTimestamp, toTimestamp } from './days';
import { readFirmographics } from './firmographics';
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
    partnership_count: isSparse ? null : partnersAfter(company, rescans).length,
    last_crawled_at: isSparse ? null : crawledAt(company, rescans),
  };
}

/** As ISO texts, so that the later of two is the greater. */
function crawledAt(company: Company, rescans: Rescans): string {
  const [last] = rescans(company).slice(-1);
  const first = toTimestamp(crawlDayOf(company), wholeBetween(company.seed, CRAWL_TIME, 0, SECONDS_PER_DAY - 1));
  const rescanned = last === undefined ? first : momentToTimestamp(last);
  return rescanned > first ? rescanned : first;
}
