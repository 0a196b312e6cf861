import type { Choice } from '../../shared/enrich/plan/column-spec';
import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { companyOf } from './bulk-bench';
import { json } from './memory-host';

export const PARTNERS: readonly Choice[] = [{ adds: 'partners', field: 'name', type: null }];

/** A company has as many partners as the number in its domain; `u3.example` does not report how many. */
export const partnersApi = partnersOf((domain) => Number(/\d+/.exec(domain)?.[0] ?? 0));

/**
 * The service's answers about companies and their partners. The partners of `x3.example` are `p0.x3.example` and so
 * on; it does not track `none.example`, and `u3.example` does not report how many it has.
 */
export function partnersOf(countOf: (domain: string) => number, most = 1_000) {
  return ({ operation, path, body }: HttpRequest): Exchange => {
    const { domains } = (body ?? { domains: [] }) as { domains: readonly string[] };
    if (operation === 'companies.batch') {
      const results = domains.map((domain) => {
        const company = companyOf(domain);
        const told = domain.startsWith('u') ? {} : { partnership_count: countOf(domain) };
        return company === null
          ? { domain, status: 'not_tracked', company }
          : { domain, status: 'found', company: { ...company, ...told } };
      });
      return json(200, { results });
    }
    const listOf = (domain: string, limit: number): object[] =>
      Array.from({ length: Math.min(countOf(domain), limit) }, (_partner, at) => ({
        name: `P${at}`,
        domain: `p${at}.${domain}`,
        last_observed_at: '2026-01-01',
      }));
    if (operation === 'enrichment.partnerships') {
      const results = domains.map((domain) =>
        companyOf(domain) === null
          ? { domain, status: 'not_tracked' }
          : { domain, status: 'found', partnership_count: countOf(domain), partnerships: listOf(domain, most) },
      );
      return json(200, { results });
    }
    const domain = path.split('/')[2]!;
    const limit = Number(/limit=(\d+)/.exec(path)?.[1]);
    const pages = Math.max(1, Math.ceil(countOf(domain) / limit));
    const pagination = { page: 1, page_size: limit, total_results: countOf(domain), total_pages: pages };
    return json(200, { company: { primary_domain: domain }, data: listOf(domain, limit), pagination });
  };
}
