import { SEARCHED_COMPANIES } from '../data/companies';
import type { Company } from '../data/company';
import { toCompanyObject } from '../data/company-object';
import { readFirmographics } from '../data/firmographics';
import { stackOf } from '../data/technology-index';
import { jsonReply } from '../reply';
import { pageOf } from './pagination';
import { readPhrase } from './query';
import type { Answer, Call } from './route';

/**
 * The catalogued and planted companies that match all criteria, in the catalogue's order. The query parameters are
 * assumed: `q` is part of a name, domain or slug, the others are whole names (or slugs) in any case.
 */
export function searchCompanies({ url, books, nowMs }: Call): Answer<'companies.search'> {
  const { rows, pagination } = pageOf(SEARCHED_COMPANIES.filter(readFilter(url.searchParams)), url);
  const rescans = books.jobs.rescansAt(nowMs);
  return {
    reply: jsonReply(200, { data: rows.map((row) => toCompanyObject(row, rescans)), pagination }),
    charged: rows.map(({ id }) => id),
  };
}

function readFilter(query: URLSearchParams): (company: Company) => boolean {
  const q = readPhrase(query, 'q') ?? '';
  const country = readPhrase(query, 'country');
  const industry = readPhrase(query, 'industry');
  const technology = readPhrase(query, 'technology');
  const vendor = readPhrase(query, 'vendor');
  return (company) => {
    const texts = [company.name, company.slug, company.domain, ...company.otherDomains];
    const facts = readFirmographics(company);
    return (
      texts.some((text) => text.toLowerCase().includes(q)) &&
      isAsked(country, facts.country) &&
      isAsked(industry, facts.industry) &&
      (technology === null || stackOf(company).some(({ slug, name }) => isAsked(technology, slug, name))) &&
      (vendor === null || stackOf(company).some((used) => isAsked(vendor, used.vendor_slug, used.vendor_name)))
    );
  };
}

function isAsked(asked: string | null, ...names: readonly (string | null)[]): boolean {
  return asked === null || names.some((name) => name?.toLowerCase() === asked);
}
