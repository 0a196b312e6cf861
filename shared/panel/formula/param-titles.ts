import type { OptionName } from '../../catalogue/options';
import type { ParamSpec } from '../../catalogue/types';

/** Parameters as people call them. */
const PARAMS: Readonly<Record<string, string>> = {
  domains: 'Companies',
  domain: 'Company',
  domains_a: 'Companies',
  domains_b: 'Partner, or a column of partners',
  domain_a: 'First company',
  domain_b: 'Second company',
  partner: 'Partner',
  technologies: 'Technologies',
  technology: 'Technology',
  vendor: 'Vendor',
  query: 'Search for',
  job_id: 'Job id',
  list_id: 'List',
  what: 'Lookup',
  path: 'Path',
  pick: 'Columns',
};

export function titleOfParam({ name }: Pick<ParamSpec, 'name'>): string {
  return PARAMS[name] ?? name;
}

/** Options as people call them. */
export const OPTION_TITLES: Readonly<Record<OptionName, string>> = {
  headers: 'Titles',
  layout: 'Layout',
  top: 'At most',
  sep: 'Separator',
  sort: 'Sort by',
  if_none: 'Instead of “none”',
  if_problem: 'Instead of a problem',
  max_age: 'Oldest answer',
  since: 'Changes since',
  category: 'Category',
  vendor: 'Vendor',
  type: 'Type',
  technology: 'Technology',
  country: 'Country',
  industry: 'Industry',
  depth: 'Reach',
  tier: 'Tier',
  search: 'Search',
  refresh: 'Recalculate when this changes',
};

/** The values of options that have a few; the first is the usual one. */
export const OPTION_CHOICES: Readonly<
  Partial<Record<OptionName, readonly (readonly [value: string, label: string])[]>>
> = {
  headers: [
    ['0', 'None'],
    ['1', 'Titles'],
    ['2', 'Titles and a column of inputs'],
  ],
  layout: [
    ['join', 'In one cell'],
    ['columns', 'In columns'],
    ['spill', 'In rows'],
    ['card', 'As company cards (Excel)'],
  ],
  type: [
    ['technology', 'Technology'],
    ['channel', 'Channel'],
    ['generic', 'Generic'],
  ],
  depth: [
    ['1', 'Partners'],
    ['2', 'Partners of partners too'],
  ],
  tier: [
    ['high', 'High'],
    ['medium', 'Medium'],
    ['exploratory', 'Exploratory'],
  ],
};
