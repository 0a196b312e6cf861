import { readInput } from '../../cells/inputs';
import type { GridValue } from '../../enrich/sheet/cell-values';
import type { ComboGroup, ComboOption } from '../common/fields/combo-option';

/** What Explore shows. */
export type Subject =
  /** By domain or slug. */
  | { readonly is: 'company'; readonly identifier: string }
  | { readonly is: 'technology' | 'vendor' | 'category'; readonly name: string }
  | { readonly is: 'compare'; readonly identifier: string; readonly other: string }
  /** Companies by part of their name, or by what they use and where they are. */
  | { readonly is: 'search'; readonly query: string };

/** One text for each subject. */
export function keyOf(subject: Subject): string {
  return `${subject.is} ${nameOf(subject).toLowerCase()}`;
}

export function nameOf(subject: Subject): string {
  switch (subject.is) {
    case 'company':
      return subject.identifier;
    case 'compare':
      return `${subject.identifier} and ${subject.other}`;
    case 'search':
      return subject.query;
    case 'technology':
    case 'vendor':
    case 'category':
      return subject.name;
  }
}

/** The company that a cell names; `null`: none. A slug needs a dot-free word, which most cells hold: only domains count. */
export function companyOfCell(value: GridValue): string | null {
  const input = readInput(value);
  return input.is === 'company' && input.identifier.includes('.') ? input.identifier : null;
}

/** The company that was typed, by domain, address or email address; `null`: it is none. */
export function companyTyped(text: string): string | null {
  return companyOfCell(text);
}

/** The companies among what was opened, by domain or slug. */
export function companiesIn(subjects: readonly Subject[]): readonly string[] {
  return subjects.flatMap((each) => (each.is === 'company' ? [each.identifier] : []));
}

const MOST_RECENT = 8;

/** The latest first, each once. */
export function withRecent(recent: readonly Subject[], subject: Subject): readonly Subject[] {
  const others = recent.filter((each) => keyOf(each) !== keyOf(subject));
  return [subject, ...others].slice(0, MOST_RECENT);
}

/** What was saved by {@link withRecent}; what is damaged is left out. */
export function readRecent(text: string | null): readonly Subject[] {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(saved) ? saved.flatMap(readSubject).slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

function readSubject(value: unknown): readonly Subject[] {
  const { is, identifier, other, name, query } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (is === 'company' && isName(identifier)) return [{ is, identifier }];
  if (is === 'compare' && isName(identifier) && isName(other)) return [{ is, identifier, other }];
  if ((is === 'technology' || is === 'vendor' || is === 'category') && isName(name)) return [{ is, name }];
  if (is === 'search' && isName(query)) return [{ is, query }];
  return [];
}

const LONGEST_NAME = 253;

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;
}

interface ExploreOption extends ComboOption {
  readonly opens: Subject;
}

/** What the catalog has under what was typed. */
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
 * What can be opened for what is typed: companies, names of the catalog, and a search by name; before that, the last ones.
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
