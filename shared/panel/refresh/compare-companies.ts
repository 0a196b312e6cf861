import { readTechnologies, type CompanyRecord } from '../../client/resources/companies';
import { readNumber, readText } from '../../client/json';
import { titleOf } from '../lists/definition-words';

/** What is different about a company since the answer before. */
export interface CompanyChange {
  readonly domain: string;
  /** Names of technologies. */
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly facts: readonly FactChange[];
}

export interface FactChange {
  /** As people call it, such as `Employee count`. */
  readonly title: string;
  /** As it is shown, such as `1,200`. */
  readonly before: string;
  readonly after: string;
}

/** Of a look-up's answer, what people follow. */
const FACTS = ['name', 'industry', 'employee_count', 'employee_range', 'country', 'city', 'partnership_count'];

/** `null`: nothing is different, or one of the answers is missing. */
export function compareCompanies(
  domain: string,
  before: CompanyRecord | null,
  after: CompanyRecord | null,
): CompanyChange | null {
  if (before === null || after === null) return null;
  const [old, fresh] = [technologiesOf(before), technologiesOf(after)];
  const knowsBoth = old !== null && fresh !== null;
  const added = knowsBoth ? [...fresh].flatMap(([key, name]) => (old.has(key) ? [] : [name])) : [];
  const dropped = knowsBoth ? [...old].flatMap(([key, name]) => (fresh.has(key) ? [] : [name])) : [];
  const facts = FACTS.flatMap((field) => {
    const [was, is] = [factOf(before, field), factOf(after, field)];
    return was === null || is === null || was === is ? [] : [{ title: titleOf(field), before: was, after: is }];
  });
  return added.length + dropped.length + facts.length === 0 ? null : { domain, added, dropped, facts };
}

/** Names by slug, or by name where there is none; `null`: the answer says nothing of technologies. */
function technologiesOf(record: CompanyRecord): ReadonlyMap<string, string> | null {
  const technologies = readTechnologies(record);
  return technologies === null
    ? null
    : new Map(technologies.map(({ slug, name }) => [slug ?? name.toLowerCase(), name]));
}

function factOf(record: CompanyRecord, field: string): string | null {
  const value = record[field];
  const number = typeof value === 'number' ? readNumber(value) : null;
  return number === null ? readText(value) : number.toLocaleString('en-US');
}
