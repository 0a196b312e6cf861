/** The companies of the model of the API, by number, and how answers show them. */

const MOST_NUMBERED = 200_000;
/** Partners are companies like others, far from those that sheets ask for. */
const FIRST_PARTNER = 150_000;

export function numberOfDomain(domain: string): number | null {
  return domain.endsWith('.example') ? numberOfSlug(domain.slice(0, -'.example'.length)) : null;
}

/** The partners of a company: none, or two that no other has. */
export function partnersOf(number: number): readonly number[] {
  return number >= FIRST_PARTNER || number % 4 === 0
    ? []
    : [FIRST_PARTNER + 2 * number, FIRST_PARTNER + 2 * number + 1];
}

export function numberOfSlug(slug: string): number | null {
  const number = Number(/^company-([1-9]\d{0,5})$/.exec(slug)?.[1] ?? 0);
  return number === 0 || number > MOST_NUMBERED ? null : number;
}

export function toCompany(number: number) {
  const slug = `company-${number}`;
  const technologies = [{ name: `Tech ${number}`, slug: `tech-${number}`, category: 'Analytics' }];
  return {
    company_id: 1_000_000 + number,
    slug,
    name: `Company ${number}`,
    primary_domain: `${slug}.example`,
    technologies,
    technology_count: 1,
  };
}

export function toBatched(domain: string, number: number | null) {
  return number === null
    ? { domain, status: 'not_tracked', company: null }
    : { domain, status: 'found', company: toCompany(number) };
}

export function toEnriched(domain: string, number: number | null) {
  if (number === null) return { domain, status: 'not_tracked', partnerships: [], partnership_count: 0 };
  const partnerships = partnersOf(number).map((partner) => ({
    partner_name: `Company ${partner}`,
    partner_domain: `company-${partner}.example`,
    partner_slug: `company-${partner}`,
    last_observed_at: '2026-06-01',
  }));
  const status = partnerships.length > 0 ? 'found' : 'no_partnerships';
  const slug = `company-${number}`;
  return {
    domain,
    status,
    company_name: `Company ${number}`,
    slug,
    partnerships,
    partnership_count: partnerships.length,
  };
}
