import { seedOf, wholeBetween } from './chance';
import type { Company } from './company';
import { toTimestamp } from './days';
import { readFirmographics, type Firmographics } from './firmographics';
import { countPartners } from './partners';
import { crawlDayOf, readStack, type DetectedTechnology } from './stack';

/** A company as lookups return it. Its fields are assumed: no page of the documentation shows them. */
interface CompanyObject extends Firmographics {
  readonly company_id: number;
  readonly slug: string;
  readonly name: string;
  readonly primary_domain: string;
  readonly domains: readonly string[];
  readonly technologies: readonly DetectedTechnology[];
  readonly technology_count: number | null;
  readonly partnership_count: number | null;
  readonly last_crawled_at: string | null;
}

const SECONDS_PER_DAY = 86_400;
const CRAWL_TIME = seedOf('crawl time');

export function toCompanyObject(company: Company): CompanyObject {
  const technologies = readStack(company);
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
    partnership_count: isSparse ? null : countPartners(company),
    last_crawled_at: isSparse ? null : crawledAt(company),
  };
}

function crawledAt(company: Company): string {
  return toTimestamp(crawlDayOf(company), wholeBetween(company.seed, CRAWL_TIME, 0, SECONDS_PER_DAY - 1));
}
