/** The families of fields, each with its own column titles. */
export type FieldFamily = 'company' | 'technologies' | 'partners';

const TITLES: Readonly<Record<FieldFamily, ReadonlyMap<string, string>>> = {
  company: new Map([
    ['name', 'Company'],
    ['primary_domain', 'Main domain'],
    ['domains', 'All domains'],
    ['slug', 'Trace slug'],
    ['company_id', 'Trace ID'],
    ['employee_count', 'Employees'],
    ['founded_year', 'Founded'],
    ['last_crawled_at', 'Last seen'],
  ]),
  technologies: new Map([
    ['name', 'Technologies'],
    ['slug', 'Tech slugs'],
    ['category', 'Tech categories'],
    ['vendor_name', 'Tech vendors'],
    ['vendor_slug', 'Tech vendor slugs'],
    ['first_detected_at', 'Tech first seen'],
    ['last_detected_at', 'Tech last seen'],
    ['count', 'Technology count'],
    ['as_of', 'Technologies as of'],
  ]),
  partners: new Map([
    ['name', 'Partners'],
    ['domain', 'Partner domains'],
    ['slug', 'Partner slugs'],
    ['type', 'Partner types'],
    ['first_observed_at', 'Partners first seen'],
    ['last_observed_at', 'Partners last seen'],
    ['observation_count', 'Times partners were seen'],
    ['category', 'Partner categories'],
    ['description', 'Partner descriptions'],
    ['count', 'Partner count'],
    ['as_of', 'Partners as of'],
  ]),
};

/** The prefix of a field without a title of its own: a company's `slug` is not that of its technologies. */
const PREFIXES: Readonly<Record<FieldFamily, string>> = { company: '', technologies: 'tech ', partners: 'partner ' };

/** `Employees` for `employee_count`. An unknown field is spelled out: `Annual revenue` for `annual_revenue`. */
export function titleOfField(family: FieldFamily, field: string): string {
  const known = TITLES[family].get(field);
  if (known !== undefined) return known;
  const words = `${PREFIXES[family]}${field.replace(/[._\s]+/g, ' ').trim()}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
