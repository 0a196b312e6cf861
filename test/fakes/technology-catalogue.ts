import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { json, type MemoryHost } from './memory-host';
import { hostWith, pathsOf } from './routes-api';

/** Services that know a few companies, with a catalogue of technologies and without. */

const tech = (name: string, category: string, vendor: string | null = null) => ({
  name,
  slug: name.toLowerCase().replace(/ /g, ''),
  category,
  vendor_name: vendor,
  vendor_slug: vendor?.toLowerCase() ?? null,
});
const ANALYTICS = tech('Google Analytics', 'Analytics', 'Google');
const STRIPE = tech('Stripe', 'Payments', 'Stripe');
const REACT = tech('React', 'JavaScript frameworks', 'Meta');
const PREACT = tech('Preact', 'JavaScript frameworks');
export const CATALOGUE = [ANALYTICS, STRIPE, REACT, PREACT, tech('Stripe Radar', 'Fraud', 'Stripe')];

const STACKS: Readonly<Record<string, readonly object[] | undefined>> = {
  'shop.com': [ANALYTICS, STRIPE],
  'app.com': [REACT],
  'quiet.com': [],
};

export const batch = ({ body }: HttpRequest): Exchange => {
  const { domains } = body as { domains: readonly string[] };
  const results = domains.map((domain) => {
    if (domain === 'untold.com') return { domain, status: 'found', company: { slug: 'untold', name: 'Untold' } };
    const technologies = STACKS[domain];
    const company = technologies === undefined ? null : { slug: domain, name: domain, technologies };
    return { domain, status: company === null ? 'not_tracked' : 'found', company };
  });
  return json(200, { results });
};

/** Finds parts of names and slugs, whole categories and vendors, ignoring case. */
export const catalogue = ({ path }: HttpRequest): Exchange => {
  const query = new URLSearchParams(path.split('?')[1]);
  const [q, category, vendor] = [query.get('q'), query.get('category'), query.get('vendor')].map(
    (each) => each?.toLowerCase() ?? null,
  ) as [string | null, string | null, string | null];
  const data = CATALOGUE.filter(
    (each) =>
      (q === null || each.name.toLowerCase().includes(q) || each.slug.includes(q)) &&
      (category === null || each.category.toLowerCase() === category) &&
      (vendor === null || each.vendor_name?.toLowerCase() === vendor || each.vendor_slug === vendor),
  );
  return json(200, { data, pagination: { has_next: false, total_results: data.length } });
};

export const whole = (): MemoryHost => hostWith({ 'companies.batch': batch, 'technologies.search': catalogue });
export const without = (): MemoryHost => hostWith({ 'companies.batch': batch });
export const down = (answer: () => Exchange): MemoryHost =>
  hostWith({ 'companies.batch': batch, 'technologies.search': answer });
export const namesAsked = (host: MemoryHost): readonly string[] =>
  pathsOf(host).filter((path) => path.startsWith('/technologies?'));

export const COLUMN = [['shop.com'], ['app.com'], ['quiet.com'], [''], ['x.example'], ['untold.com']];
