import type { HttpRequest } from '../exchange';
import { pageOf, pagination } from '../pagination';
import { type Operation, toRequest } from '../request';
import { assumed, listOf, object } from '../schema';
import { company, technology } from './company-answer';

/**
 * The catalogue of technologies, and the companies that use one. https://docs.tracedata.ai/api/overview/ only says that
 * company lists here have an envelope of their own.
 */
export const technologies = {
  search: {
    name: 'technologies.search',
    method: 'GET',
    path: '/technologies',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
    answer: assumed(pageOf(technology)),
  },
  companies: {
    name: 'technologies.companies',
    method: 'GET',
    path: '/technologies/{slug}/companies',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
    answer: assumed(object({ technology, companies: listOf(company), pagination })),
  },
} as const satisfies Record<string, Operation>;

/**
 * A page of the technologies in the catalogue.
 * @param category `null` for any
 * @param vendor its name or slug; `null` for any
 */
export function searchTechnologies(
  q: string | null,
  category: string | null,
  vendor: string | null = null,
): HttpRequest {
  return toRequest(technologies.search, { query: { q, category, vendor } });
}

/** A page of the companies that use a technology. */
export function technologyCompanies(slug: string): HttpRequest {
  return toRequest(technologies.companies, { parameters: { slug } });
}
