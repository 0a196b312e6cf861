import type { HttpRequest } from '../exchange';
import { pagination } from '../pagination';
import { type Operation, toRequest } from '../request';
import { anyObject, assumed, listOf, object } from '../schema';
import { company } from './company-answer';

/** The companies that use a product of a vendor. */
export const vendors = {
  companies: {
    name: 'vendors.companies',
    method: 'GET',
    path: '/vendors/{slug}/companies',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
    answer: assumed(object({ vendor: anyObject, companies: listOf(company), pagination })),
  },
} as const satisfies Record<string, Operation>;

/** A page of the companies that use any technology of a vendor. */
export function vendorCompanies(slug: string): HttpRequest {
  return toRequest(vendors.companies, { parameters: { slug } });
}
