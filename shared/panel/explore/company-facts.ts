import { isDay, type Cell } from '../../cells/values';
import { readTechnologies, type CompanyRecord, type Technology } from '../../client/resources/companies';
import { plainTitleOf } from '../../enrich/plan/column-spec';
import { readCompanyField } from '../../functions/bodies/company';
import { toDayText } from '../common/words';

const SHOWN = [
  'industry',
  'employee_count',
  'employee_range',
  'founded_year',
  'city',
  'region',
  'country',
  'domains',
  'last_crawled_at',
] as const;

/** The facts that the answer tells, in a fixed order. */
export function toFacts(company: CompanyRecord, asOfMs: number): readonly (readonly [title: string, text: string])[] {
  return SHOWN.flatMap((field) => {
    const text = readFact(company, field, asOfMs);
    return text === '' ? [] : [[plainTitleOf({ adds: 'company', field }), text] as const];
  });
}

/** The letter or digit that stands for a company; `''`: its name has none. */
export function initialOf(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase('en-US') ?? '';
}

/** One field as text; `''`: the answer does not tell. */
export function readFact(company: CompanyRecord, field: string, asOfMs: number): string {
  const answer = readCompanyField(company, field, asOfMs);
  if (answer.is === 'many') return (answer.cells ?? []).map(toText).join(', ');
  const text = toText(answer.cell);
  return /_(count|range)$/.test(field) ? withSeparators(text) : text;
}

function toText(cell: Cell): string {
  if (typeof cell === 'object') return isDay(cell) ? toDayText(cell.day) : '';
  return String(cell);
}

/** As `8,000`, `5,001-10,000` or `10,001+`. */
function withSeparators(text: string): string {
  return text.replace(/\d+/g, (digits) => Number(digits).toLocaleString('en-US'));
}

interface TechnologyGroup {
  readonly category: string;
  readonly technologies: readonly Technology[];
}

/** The group of technologies without a category. */
export const OTHER = 'Other';

/** Technologies by category, the largest first; `null`: the answer has no list, which is not the same as an empty one. */
export function groupTechnologies(company: CompanyRecord): readonly TechnologyGroup[] | null {
  const technologies = readTechnologies(company);
  if (technologies === null) return null;
  const groups = new Map<string, Technology[]>();
  for (const technology of [...technologies].sort((one, other) => one.name.localeCompare(other.name))) {
    const category = technology.category ?? OTHER;
    groups.set(category, [...(groups.get(category) ?? []), technology]);
  }
  return [...groups]
    .map(([category, found]) => ({ category, technologies: found }))
    .sort((one, other) => rank(one) - rank(other) || one.category.localeCompare(other.category));
}

function rank({ category, technologies }: TechnologyGroup): number {
  return category === OTHER ? 1 : -technologies.length;
}

/** What companies are asked about most, as words in the names of categories. */
const ASKED_FIRST = [/commerce/i, /payment/i, /customer|crm/i, /marketing|advertis/i, /analytic/i, /content man|cms/i];
const KEY = 5;

/** A few technologies that say most about a company: one of each category, the most wanted categories first. */
export function keyTechnologies(groups: readonly TechnologyGroup[]): readonly Technology[] {
  const rankOf = ({ category }: TechnologyGroup): number => {
    const at = ASKED_FIRST.findIndex((words) => words.test(category));
    return at < 0 ? ASKED_FIRST.length : at;
  };
  const first = [...groups]
    .sort((one, other) => rankOf(one) - rankOf(other))
    .map(({ technologies }) => technologies[0]!);
  const others = groups.flatMap(({ technologies }) => technologies.slice(1));
  return [...first, ...others].slice(0, KEY);
}

/** Technologies of two companies, by name. */
export interface Comparison {
  readonly both: readonly Technology[];
  readonly onlyLeft: readonly Technology[];
  readonly onlyRight: readonly Technology[];
}

/** `null`: one of the answers has no list, and so nothing can be said. */
export function compareTechnologies(left: CompanyRecord, right: CompanyRecord): Comparison | null {
  const [ofLeft, ofRight] = [readTechnologies(left), readTechnologies(right)];
  if (ofLeft === null || ofRight === null) return null;
  return {
    both: ofLeft.filter((technology) => has(ofRight, technology)).sort(byName),
    onlyLeft: ofLeft.filter((technology) => !has(ofRight, technology)).sort(byName),
    onlyRight: ofRight.filter((technology) => !has(ofLeft, technology)).sort(byName),
  };
}

/** The same slug, or the same name where one of them has none. */
function has(technologies: readonly Technology[], { slug, name }: Technology): boolean {
  return technologies.some((each) =>
    each.slug !== null && slug !== null ? each.slug === slug : each.name.toLowerCase() === name.toLowerCase(),
  );
}

function byName(one: Technology, other: Technology): number {
  return one.name.localeCompare(other.name);
}

/** As many rows as there are technologies, with a column for each company. */
export function toComparisonTable(
  { both, onlyLeft, onlyRight }: Comparison,
  left: string,
  right: string,
): readonly (readonly string[])[] {
  const toRows = (technologies: readonly Technology[], ofLeft: string, ofRight: string) =>
    technologies.map(({ name, category }) => [name, category ?? '', ofLeft, ofRight]);
  return [
    ['technology', 'category', left, right],
    ...toRows(both, 'yes', 'yes'),
    ...toRows(onlyLeft, 'yes', ''),
    ...toRows(onlyRight, '', 'yes'),
  ];
}
