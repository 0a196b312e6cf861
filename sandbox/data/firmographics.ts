import type { CompanyObject } from '../contract';
import { chance, pickFrom, seedOf, wholeBetween } from './chance';
import type { Company } from './company';
import { EXAMPLE_FACTS } from './example-facts';

/** The scalars of a company that do not depend on its technologies; `null` if unknown. */
export type Firmographics = Pick<
  CompanyObject,
  'description' | 'industry' | 'employee_count' | 'employee_range' | 'founded_year' | 'country' | 'region' | 'city'
>;

const INDUSTRIES = [
  ...['Automotive', 'Banking', 'Construction', 'Consulting', 'Consumer goods', 'Education', 'Energy', 'Food'],
  ...['Games', 'Health care', 'Insurance', 'Logistics', 'Manufacturing', 'Media', 'Real estate', 'Retail'],
  ...['Software', 'Telecommunications', 'Travel'],
];
const PLACES: readonly (readonly [country: string, region: string, city: string])[] = [
  ['United States', 'California', 'San Francisco'],
  ['United States', 'New York', 'New York'],
  ['United States', 'Texas', 'Austin'],
  ['United States', 'Massachusetts', 'Boston'],
  ['Canada', 'Ontario', 'Toronto'],
  ['United Kingdom', 'England', 'London'],
  ['Germany', 'Berlin', 'Berlin'],
  ['Germany', 'Bavaria', 'Munich'],
  ['France', 'Île-de-France', 'Paris'],
  ['Netherlands', 'North Holland', 'Amsterdam'],
  ['Spain', 'Catalonia', 'Barcelona'],
  ['Sweden', 'Stockholm County', 'Stockholm'],
  ['Poland', 'Masovia', 'Warsaw'],
  ['India', 'Karnataka', 'Bengaluru'],
  ['Japan', 'Tokyo', 'Tokyo'],
  ['Australia', 'New South Wales', 'Sydney'],
  ['Brazil', 'São Paulo', 'São Paulo'],
];
const EMPLOYEE_RANGES: readonly (readonly [most: number, range: string])[] = [
  [10, '1-10'],
  [50, '11-50'],
  [200, '51-200'],
  [500, '201-500'],
  [1000, '501-1000'],
  [5000, '1001-5000'],
  [10_000, '5001-10000'],
];
const LARGEST_RANGE = '10001+';
const FEWEST_EMPLOYEES = 3;
const MOST_EMPLOYEES = 60_000;

/** The share of companies for which a field is unknown. */
const UNTOLD = { description: 0.05, industry: 0.04, employee_count: 0.2, employee_range: 0.06, founded_year: 0.15 };
const UNTOLD_PLACE = { country: 0.05, region: 0.2, city: 0.12 };

const INDUSTRY = seedOf('industry');
const PLACE = seedOf('place');
const EMPLOYEES = seedOf('employees');
const FOUNDED = seedOf('founded');

/** Written by hand for the companies that new users see first, and drawn for all others. */
export function readFirmographics(company: Company): Firmographics {
  if (company.planted === 'sparse') return allUntold();
  const { seed } = company;
  const facts = EXAMPLE_FACTS.get(company.slug);
  const [country, region, city] = pickFrom(PLACES, seed, PLACE);
  const industry = facts?.industry ?? pickFrom(INDUSTRIES, seed, INDUSTRY);
  const employees = facts?.employees ?? drawEmployees(seed);
  const isTold = (field: string, share: number) => facts !== undefined || chance(seed, seedOf(field)) >= share;
  const told = <T>(field: keyof typeof UNTOLD, value: T) => (isTold(field, UNTOLD[field]) ? value : null);
  const toldPlace = (field: keyof typeof UNTOLD_PLACE, value: string) =>
    isTold(field, UNTOLD_PLACE[field]) ? value : null;
  return {
    description: told('description', `Synthetic sandbox data, not observed by Trace: ${company.name} (${industry}).`),
    industry: told('industry', industry),
    employee_count: told('employee_count', employees),
    employee_range: told('employee_range', rangeOf(employees)),
    founded_year: told('founded_year', facts?.foundedYear ?? wholeBetween(seed, FOUNDED, 1950, 2024)),
    country: toldPlace('country', facts?.country ?? country),
    region: toldPlace('region', facts?.region ?? region),
    city: toldPlace('city', facts?.city ?? city),
  };
}

function allUntold(): Firmographics {
  const untold = { description: null, industry: null, employee_count: null, employee_range: null };
  return { ...untold, founded_year: null, country: null, region: null, city: null };
}

/** Draws as many companies of 10 to 100 people as of 1,000 to 10,000. */
function drawEmployees(seed: number): number {
  return Math.round(FEWEST_EMPLOYEES * (MOST_EMPLOYEES / FEWEST_EMPLOYEES) ** chance(seed, EMPLOYEES));
}

function rangeOf(employees: number): string {
  return EMPLOYEE_RANGES.find(([most]) => employees <= most)?.[1] ?? LARGEST_RANGE;
}
