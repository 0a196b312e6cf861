import type { FunctionId } from '../../../shared/catalogue/index';
import type { Cell } from '../../../shared/cells/values';
import { runSync } from '../../../shared/task';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import { json, MemoryHost } from '../../fakes/memory-host';

const tech = (name: string, category: string | null, last: string | null, vendor: string | null = null) => ({
  name,
  slug: name.toLowerCase().replace(/ /g, '-'),
  category,
  vendor_name: vendor,
  vendor_slug: vendor?.toLowerCase() ?? null,
  last_detected_at: last,
});

const COMPANIES: Record<string, object> = {
  'stripe.com': {
    slug: 'stripe',
    name: 'Stripe',
    primary_domain: 'stripe.com',
    domains: ['stripe.com', 'stripe.network'],
    employee_count: 8000,
    founded_year: null,
    country: 'US',
    last_crawled_at: '2026-06-01T23:00:00Z',
    technology_count: 9,
    firmographics: { industry: 'Payments' },
    score: { total: 0.5, parts: [{ label: 'a' }, { label: 'b' }] },
    technologies: [
      tech('react', 'JavaScript', '2026-05-01T00:00:00Z'),
      tech('Google Analytics', 'Analytics', '2026-06-01T00:00:00Z', 'Google'),
      tech('Apollo', null, null),
    ],
  },
  'quiet.example': { slug: 'quiet', name: 'Quiet', technologies: [] },
  'untold.example': { slug: 'untold', name: 'Untold' },
};

const partner = (name: string, last: string) => ({
  partner_name: name,
  partner_domain: `${name.toLowerCase()}.com`,
  last_observed_at: last,
});

/** Three companies; one has partners. */
export function host(): MemoryHost {
  return new MemoryHost(({ operation, path, body }) => {
    const { domains } = (body ?? { domains: [] }) as { domains: string[] };
    if (operation === 'companies.batch') {
      return json(200, {
        results: domains.map((domain) => ({
          domain,
          status: COMPANIES[domain] ? 'found' : 'not_tracked',
          company: COMPANIES[domain],
        })),
      });
    }
    if (operation === 'enrichment.partnerships') {
      const partnerships = [
        partner('Adyen', '2026-01-01T00:00:00Z'),
        partner('Shopify', '2026-03-01T00:00:00Z'),
        partner('Ably', '2026-01-01T00:00:00Z'),
      ];
      return json(200, {
        results: domains.map((domain) =>
          domain === 'stripe.com'
            ? { domain, status: 'found', partnerships, partnership_count: 48 }
            : { domain, status: 'no_partnerships', partnerships: [], partnership_count: 0 },
        ),
      });
    }
    if (path.startsWith('/companies/stripe.com/partnerships')) {
      const data = [
        { ...partner('Shopify', '2026-03-01T00:00:00Z'), partnership_type: 'technology' },
        { ...partner('Adyen', '2026-01-01T00:00:00Z'), partnership_type: 'channel' },
      ].slice(0, Number(/limit=(\d+)/.exec(path)?.[1]));
      return json(200, { data, pagination: { has_next: false }, company: { partnership_count: 48 } });
    }
    if (path.startsWith('/companies/b.com/partnerships')) {
      return json(200, { data: [], pagination: { has_next: false }, company: { partnership_count: 0 } });
    }
    return json(404, { detail: { error: 'company_not_found', message: 'No.' } });
  });
}

/** What a formula shows. */
export const call = (id: FunctionId, ...args: unknown[]) =>
  runSync(callFunction(id, args), host().performers).map((row) => row.map(shown));

export function shown(cell: Cell): string | number | boolean {
  if (typeof cell !== 'object') return cell;
  if (cell instanceof TraceError) return `! ${cell.message}`;
  return 'day' in cell ? `day ${cell.day}` : `card ${cell.text}`;
}
