import type { HttpRequest } from '../exchange';
import { toRequest } from '../request';
import { companies } from './companies';
import { technologies } from './technologies';
import { vendors } from './vendors';

/** Requests that find companies. A separate file, because Excel loads it when the first formula searches. */

/** The criteria of a company search; `null`: any. The names of the query parameters are assumed. */
interface CompanyQuery {
  readonly q?: string | null;
  readonly technology?: string | null;
  readonly vendor?: string | null;
  readonly country?: string | null;
  readonly industry?: string | null;
}

/** A page of the companies that match. */
export function searchCompanies({ q, technology, vendor, country, industry }: CompanyQuery): HttpRequest {
  return toRequest(companies.search, {
    query: {
      q: q ?? null,
      technology: technology ?? null,
      vendor: vendor ?? null,
      country: country ?? null,
      industry: industry ?? null,
    },
  });
}

/** A page of the companies that use a technology. */
export function technologyCompanies(slug: string): HttpRequest {
  return toRequest(technologies.companies, { parameters: { slug } });
}

/** A page of the companies that use any technology of a vendor. */
export function vendorCompanies(slug: string): HttpRequest {
  return toRequest(vendors.companies, { parameters: { slug } });
}
