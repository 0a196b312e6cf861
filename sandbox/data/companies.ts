import { mix, seedOf } from './chance';
import type { Company, Planted } from './company';
import { readIconCompanies } from './icon-companies';
import { WELL_KNOWN_COMPANIES } from './well-known-companies';

/** The numbered family reaches from `company-1.example` to this one. It is computed on request and never stored. */
const NUMBERED_COMPANIES = 200_000;

const FIRST_CATALOGUED_ID = 101;
const FIRST_NUMBERED_ID = 1_000_001;
const NUMBERED_SLUG = /^company-([1-9]\d{0,5})$/;
const NUMBERED_ENDING = '.example';
const NUMBERED_SEED = seedOf('numbered');

const PLANTED: readonly Planted[] = ['no-technologies', 'no-partners', 'many-partners', 'sparse'];

/** The companies with real domains, well-known ones first. */
export const CATALOGUED_COMPANIES: readonly Company[] = makeCatalogue();

/** Companies that exist for one special case: `no-technologies.example` and the like. */
const PLANTED_COMPANIES: readonly Company[] = PLANTED.map((planted, index) => ({
  id: 1 + index,
  slug: planted,
  name: toTitle(planted),
  domain: `${planted}${NUMBERED_ENDING}`,
  otherDomains: [],
  seed: seedOf(planted),
  isWellKnown: false,
  planted,
}));

/** The companies that a search covers. The numbered family is found only by domain and slug. */
export const SEARCHED_COMPANIES: readonly Company[] = [...CATALOGUED_COMPANIES, ...PLANTED_COMPANIES];

const bySlug = new Map<string, Company>();
const byDomain = new Map<string, Company>();
const byId = new Map<number, Company>();
for (const company of SEARCHED_COMPANIES) {
  bySlug.set(company.slug, company);
  byId.set(company.id, company);
  for (const domain of [company.domain, ...company.otherDomains]) byDomain.set(domain, company);
}

/** A company by a domain or a slug; `null` if the sandbox does not track it. Subdomains find nothing. */
export function findCompany(identifier: string): Company | null {
  const sought = identifier.toLowerCase();
  return sought.includes('.') ? findByDomain(sought) : (bySlug.get(sought) ?? findNumbered(sought));
}

/** @param domain in lower case */
export function findByDomain(domain: string): Company | null {
  const known = byDomain.get(domain);
  if (known !== undefined) return known;
  return domain.endsWith(NUMBERED_ENDING) ? findNumbered(domain.slice(0, -NUMBERED_ENDING.length)) : null;
}

/** A company that a search covers. */
export function findById(id: number): Company | null {
  return byId.get(id) ?? null;
}

function findNumbered(slug: string): Company | null {
  const number = Number(NUMBERED_SLUG.exec(slug)?.[1] ?? 0);
  if (number === 0 || number > NUMBERED_COMPANIES) return null;
  return {
    id: FIRST_NUMBERED_ID - 1 + number,
    slug,
    name: `Company ${number}`,
    domain: `${slug}${NUMBERED_ENDING}`,
    otherDomains: [],
    seed: mix(number, NUMBERED_SEED),
    isWellKnown: false,
    planted: null,
  };
}

function makeCatalogue(): readonly Company[] {
  const wellKnown = WELL_KNOWN_COMPANIES.map(({ domains: [domain, ...otherDomains], ...rest }) => {
    return { ...rest, domain, otherDomains, isWellKnown: true };
  });
  const taken = new Set(wellKnown.flatMap(({ slug, domain, otherDomains }) => [slug, domain, ...otherDomains]));
  const fromIcons = readIconCompanies()
    .filter(({ slug, domain }) => !taken.has(slug) && !taken.has(domain))
    .map((company) => ({ ...company, otherDomains: [], isWellKnown: false }));
  return [...wellKnown, ...fromIcons].map((company, index) => ({
    ...company,
    id: FIRST_CATALOGUED_ID + index,
    seed: seedOf(company.slug),
    planted: null,
  }));
}

function toTitle(slug: string): string {
  const words = slug.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
