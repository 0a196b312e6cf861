import { isDay, type Cell } from '../../cells/values';
import { readTechnologies, type CompanyRecord, type Technology } from '../../client/resources/companies';
import { plainTitleOf } from '../../enrich/plan/column-spec';
import { readCompanyField } from '../../functions/company-field';
import { toDayText } from '../day-text';

interface Fact {
  readonly title: string;
  readonly text: string;
}

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
export function toFacts(company: CompanyRecord, asOfMs: number): readonly Fact[] {
  return SHOWN.flatMap((field) => {
    const text = readFact(company, field, asOfMs);
    return text === '' ? [] : [{ title: plainTitleOf({ adds: 'company', field }), text }];
  });
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

/** What the technologies without a category are under. */
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
