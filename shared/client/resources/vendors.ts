import type { HttpRequest } from '../exchange';
import { toRequest, type Operation } from '../operation';

export const vendors = {
  companies: {
    name: 'vendors.companies',
    method: 'GET',
    path: '/vendors/{slug}/companies',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
  },
} as const satisfies Record<string, Operation>;

/** A page of the companies that use any technology of a vendor. */
export function vendorCompanies(slug: string): HttpRequest {
  return toRequest(vendors.companies, { parameters: { slug } });
}
