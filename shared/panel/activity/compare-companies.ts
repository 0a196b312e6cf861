import { readTechnologies, type CompanyRecord } from '../../client/resources/companies';
import { readPartners } from '../../client/resources/partnerships';
import { firstOf, readArray, readCount, readNumber, readText } from '../../client/json';
import { titleOf } from '../lists/definition-words';

/** What is different about a company since the answer before. */
export interface CompanyChange {
  readonly domain: string;
  /** Names of technologies. */
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  /** Names of partners, as far as both answers list all of them. */
  readonly newPartners: readonly string[];
  readonly formerPartners: readonly string[];
  readonly facts: readonly FactChange[];
}

interface FactChange {
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
  const [added, dropped] = compareNames(technologiesOf(before), technologiesOf(after));
  const [newPartners, formerPartners] = compareNames(partnersOf(before), partnersOf(after));
  const facts = FACTS.flatMap((field) => {
    const [was, is] = [factOf(before, field), factOf(after, field)];
    return was === null || is === null || was === is ? [] : [{ title: titleOf(field), before: was, after: is }];
  });
  const changes = [added, dropped, newPartners, formerPartners, facts];
  if (changes.every(({ length }) => length === 0)) return null;
  return { domain, added, dropped, newPartners, formerPartners, facts };
}

/** Names by what tells them apart; `null`: the answer does not say all of them. */
type Names = ReadonlyMap<string, string> | null;

/** What only the second has, and what only the first has. */
function compareNames(before: Names, after: Names): readonly [added: readonly string[], dropped: readonly string[]] {
  if (before === null || after === null) return [[], []];
  const missingIn = (known: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): readonly string[] =>
    [...names].flatMap(([key, name]) => (known.has(key) ? [] : [name]));
  return [missingIn(before, after), missingIn(after, before)];
}

/** By slug, or by name where there is none. */
function technologiesOf(record: CompanyRecord): Names {
  const technologies = readTechnologies(record);
  return technologies === null
    ? null
    : new Map(technologies.map(({ slug, name }) => [slug ?? name.toLowerCase(), name]));
}

/** A look-up may list partners too, but not more than some: what is missing from a cut list was not dropped. */
function partnersOf(record: CompanyRecord): Names {
  const listed = readArray(firstOf(record, ['partnerships', 'partners']));
  if (listed === null || listed.length < (readCount(record['partnership_count']) ?? listed.length)) return null;
  return new Map(readPartners(listed).map(({ slug, domain, name }) => [slug ?? domain ?? name.toLowerCase(), name]));
}

function factOf(record: CompanyRecord, field: string): string | null {
  const value = record[field];
  const number = typeof value === 'number' ? readNumber(value) : null;
  return number === null ? readText(value) : number.toLocaleString('en-US');
}
