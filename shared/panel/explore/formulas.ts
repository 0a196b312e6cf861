import { toOptionsText, type Formula } from '../common/insert/insertion';

/** The formulas of the tables that Explore shows and inserts. They ask for what was paid for on the card. */

const FACTS =
  'name, primary_domain, industry, employee_count, country, region, city, founded_year, technology_count, partnership_count, last_crawled_at';
const TECHNOLOGIES = 'name, category, vendor_name, first_detected_at, last_detected_at';
const PARTNERS = 'name, domain, type, first_observed_at, last_observed_at, observation_count';
const COMPANIES = 'name, primary_domain, industry, employee_count, country';
const SHARED = 'name, domain, type, last_observed_at';

export function factsOf(company: string): Formula {
  return { id: 'TRACE_COMPANY', args: [company, FACTS, 'headers=1'] };
}

export function technologiesOf(company: string): Formula {
  return { id: 'TRACE_TECH', args: [company, TECHNOLOGIES, 'layout=spill; headers=1'] };
}

/** The most partners that a formula cuts its list at. */
const MOST_TOP = 1_000;

/**
 * @param top how many were read; `null`: all of them
 * @param isTyped whether a company's own list was read, which tells types
 */
export function partnersOf(company: string, top: number | null, isTyped: boolean): Formula {
  const cut = top === null || top > MOST_TOP ? {} : { top };
  const fields = isTyped ? PARTNERS : PARTNERS.replace('type, ', '');
  return { id: 'TRACE_PARTNERS', args: [company, fields, toOptionsText({ layout: 'spill', headers: 1, ...cut })] };
}

export interface Narrowing {
  readonly country: string;
  readonly industry: string;
}

export const NOT_NARROWED: Narrowing = { country: '', industry: '' };

/** Companies that use a technology or anything of a vendor. Only a search can narrow them. */
export function companiesUsing(
  kind: 'technology' | 'vendor',
  name: string,
  { country, industry }: Narrowing,
  top: number,
): Formula {
  if (country !== '' || industry !== '') return search('', { [kind]: name, country, industry }, top);
  const id = kind === 'technology' ? 'TRACE_TECH_COMPANIES' : 'TRACE_VENDOR_COMPANIES';
  return { id, args: [name, COMPANIES, toOptionsText({ top })] };
}

export function companiesNamed(query: string, { country, industry }: Narrowing, top: number): Formula {
  return search(query, { country, industry }, top);
}

function search(query: string, options: Readonly<Record<string, string>>, top: number): Formula {
  return { id: 'TRACE_SEARCH', args: [query, COMPANIES, toOptionsText({ ...options, top })] };
}

export function sharedPartners(one: string, other: string, top: number): Formula {
  return { id: 'TRACE_SHARED_PARTNERS', args: [one, other, SHARED, toOptionsText({ top })] };
}

/** Partners, and partners of theirs. */
export function edgesAround(company: string, top: number): Formula {
  return { id: 'TRACE_PARTNER_GRAPH', args: [company, toOptionsText({ top, depth: 2 })] };
}
