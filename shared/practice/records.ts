import type { JsonObject } from '../client/json';
import { toPartnersRecord, type PartnersRecord } from '../client/resources/partnerships';
import type { RowsRecord } from '../client/rows';
import { PRACTICE_COMPANIES, PRACTICE_TECHNOLOGIES, type PracticeCompany } from './companies';

/** Practice companies in the form of the API's answers. */

const TYPES = ['technology', 'channel', 'generic'] as const;
/** Ranges of employees, by their maximum. */
const RANGES: readonly (readonly [most: number, range: string])[] = [
  [10, '1-10'],
  [50, '11-50'],
  [200, '51-200'],
  [500, '201-500'],
  [1_000, '501-1000'],
];

export function domainOf(slug: string): string {
  return `${slug}.example`;
}

export function toCompanyRecord(company: PracticeCompany): JsonObject {
  const { slug, name, industry, employees, founded, country, city, about, technologies, partners } = company;
  return {
    slug,
    name,
    primary_domain: domainOf(slug),
    domains: [domainOf(slug)],
    description: about,
    industry,
    employee_count: employees,
    employee_range: rangeOf(employees),
    founded_year: founded,
    country,
    city,
    technologies: technologies.map((technology, at) => ({
      ...toTechnologyRow(technology),
      first_detected_at: dayAt(2024, at),
      last_detected_at: dayAt(2026, at),
    })),
    technology_count: technologies.length,
    partnership_count: partners.length,
    last_crawled_at: dayAt(2026, 6),
  };
}

/** A row of the catalogue. */
export function toTechnologyRow(name: string): JsonObject {
  const [category, vendor] = PRACTICE_TECHNOLOGIES.get(name)!;
  return { name, slug: toSlug(name), category, vendor_name: vendor, vendor_slug: toSlug(vendor) };
}

/** All partners, as a batch returns them. */
export function toPartners(company: PracticeCompany): PartnersRecord {
  const { rows, about, total } = toPartnerRows(company, company.partners.length);
  return toPartnersRecord({ rows, about, total });
}

/** The first partners, as the company's own list returns them. */
export function toPartnerRows({ slug, name, partners }: PracticeCompany, top: number): RowsRecord {
  const rows = partners.slice(0, top).map((partner, at) => ({
    partner_name: PRACTICE_COMPANIES.find((each) => each.slug === partner)!.name,
    partner_domain: domainOf(partner),
    partner_slug: partner,
    partnership_type: TYPES[at % TYPES.length],
    first_observed_at: dayAt(2024, 6 - at),
    last_observed_at: dayAt(2026, 6 - at),
    observation_count: 3 + at,
  }));
  return {
    rows,
    isList: true,
    total: partners.length,
    isCut: rows.length < partners.length,
    isPartial: false,
    about: { company: { name, slug, primary_domain: domainOf(slug) }, partnership_count: partners.length },
  };
}

/** The first day of a month, counted from February. */
function dayAt(year: number, month: number): string {
  return `${year}-0${2 + month}-01T00:00:00Z`;
}

function rangeOf(employees: number): string {
  return RANGES.find(([most]) => employees <= most)?.[1] ?? '1001-5000';
}

function toSlug(name: string): string {
  return name.toLowerCase().replace(/ /g, '-');
}
