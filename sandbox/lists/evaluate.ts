import { SEARCHED_COMPANIES } from '../data/companies';
import type { Company } from '../data/company';
import { readFirmographics, type Firmographics } from '../data/firmographics';
import { stackOf } from '../data/technology-index';
import type { Definition, Leaf, Tree } from './definition';

/** Those that match the definitions of lists, which are read page by page. */
const matching = new WeakMap<Tree, readonly Company[]>();

/**
 * The catalogued and planted companies that match a definition, in the catalogue's order. A definition is judged by each
 * company's first scan, which never changes.
 */
export function companiesOf({ tree }: Definition): readonly Company[] {
  const found = matching.get(tree) ?? SEARCHED_COMPANIES.filter((company) => holdsFor(tree, company));
  matching.set(tree, found);
  return found;
}

function holdsFor(tree: Tree, company: Company): boolean {
  if (!('op' in tree)) return leafHoldsFor(tree, company);
  const holds = (child: Tree) => holdsFor(child, company);
  return tree.op === 'and' ? tree.children.every(holds) : tree.children.some(holds);
}

/** An unknown value meets no condition, not even `not_equals`. */
function leafHoldsFor({ field, operator, value }: Leaf, company: Company): boolean {
  const actual = valuesOf(field, company);
  if (actual.length === 0) return false;
  const wanted = (Array.isArray(value) ? value : [value]).map(toComparable);
  switch (operator) {
    case 'equals':
    case 'in':
    case 'uses':
      return actual.some((one) => wanted.includes(one));
    case 'not_equals':
      return !actual.some((one) => wanted.includes(one));
    case 'contains':
      return actual.some((one) => String(one).includes(String(wanted[0])));
    case 'greater_than':
      return Number(actual[0]) > Number(value);
    case 'less_than':
      return Number(actual[0]) < Number(value);
  }
}

/** The values of a field for a company, texts in lower case; if there are several, any of them may match. */
function valuesOf(field: string, company: Company): readonly (string | number)[] {
  const told = TEXTS[field]?.(company) ?? [readFirmographics(company)[field as keyof Firmographics]];
  return told.filter((value) => value !== null).map(toComparable);
}

const TEXTS: Readonly<Record<string, (company: Company) => readonly (string | null)[]>> = {
  name: ({ name }) => [name],
  domain: ({ domain, otherDomains }) => [domain, ...otherDomains],
  technology: (company) => stackOf(company).flatMap(({ slug, name }) => [slug, name]),
  vendor: (company) => stackOf(company).flatMap((used) => [used.vendor_slug, used.vendor_name]),
};

function toComparable(value: string | number): string | number {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
