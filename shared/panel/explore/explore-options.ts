import type { ComboGroup, ComboOption } from '../bulk/combo-option';
import { companyTyped, keyOf, nameOf, type Subject } from './subject';

interface ExploreOption extends ComboOption {
  readonly opens: Subject;
}

/** What the catalogue has under what was typed. */
export interface CatalogueNames {
  readonly technology: readonly string[];
  readonly vendor: readonly string[];
  readonly category: readonly string[];
}

/** Shorter texts are in most names. */
export const LEAST_TYPED = 2;

const BADGES: Readonly<Record<Subject['is'], string>> = {
  company: '',
  compare: '',
  technology: ' (technology)',
  vendor: ' (vendor)',
  category: ' (category)',
  search: ' (search)',
};

/** More of the sheet's companies are in the sheet. */
const MOST_OF_SHEET = 5;

/**
 * What can be opened for what is typed: companies, names of the catalogue, and a search by name; before that, the last ones.
 *
 * @param column companies of the selected column, by domain or slug
 */
export function findExploreOptions(
  text: string,
  recent: readonly Subject[],
  names: CatalogueNames,
  column: readonly string[] = [],
): readonly ComboGroup<ExploreOption>[] {
  const typed = text.trim();
  if (typed === '') return inGroups([['Recent', recent.map((each) => toOption(each, nameOf(each) + BADGES[each.is]))]]);
  const wanted = typed.toLowerCase();
  const company = companyTyped(typed);
  const known = recent.filter((each) => each.is === 'company' && each.identifier.includes(wanted));
  const companies: readonly Subject[] = [
    ...(company === null ? [] : [{ is: 'company', identifier: company } as const]),
    ...known,
  ];
  const told = new Set(companies.map(nameOf));
  const ofSheet = column
    .filter((each) => each.includes('.') && each.includes(wanted) && !told.has(each))
    .slice(0, MOST_OF_SHEET)
    .map((identifier) => toOption({ is: 'company', identifier }, identifier));
  const ofKind = (is: 'technology' | 'vendor' | 'category'): readonly ExploreOption[] =>
    names[is].map((name) => toOption({ is, name }, name));
  const search: Subject = { is: 'search', query: typed };
  return inGroups([
    ['Companies', companies.map((each) => toOption(each, nameOf(each)))],
    ['Technologies', ofKind('technology')],
    ['Vendors', ofKind('vendor')],
    ['Categories', ofKind('category')],
    ['In the selected column', ofSheet],
    ['Search', company !== null || typed.length < LEAST_TYPED ? [] : [toOption(search, `Companies named “${typed}”`)]],
  ]);
}

function toOption(opens: Subject, label: string): ExploreOption {
  return { id: keyOf(opens), label, isOff: false, opens };
}

function inGroups(
  groups: readonly (readonly [string, readonly ExploreOption[]])[],
): readonly ComboGroup<ExploreOption>[] {
  return groups
    .map(([label, options]) => ({
      label,
      options: options.filter(({ id }, at) => at === options.findIndex((each) => each.id === id)),
    }))
    .filter(({ options }) => options.length > 0);
}
