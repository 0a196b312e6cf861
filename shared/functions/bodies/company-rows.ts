import type { Table } from '../../cells/values';
import type { HttpRequest } from '../../client/exchange';
import { readText } from '../../client/json';
import { readCompany, searchCompanies } from '../../client/resources/companies';
import { technologyCompanies as askTechnology } from '../../client/resources/technologies';
import { vendorCompanies as askVendor } from '../../client/resources/vendors';
import { readCountry } from '../../cells/countries';
import { isSlug } from '../../cells/identifier';
import { lookup, type Alongside } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';
import type { FunctionArguments, FunctionBody } from '../arguments';
import { AGE, questionsOf, requireKnown, toUnknownName } from '../names/check-names';
import { readCardField } from './company';
import { toMendedFormula } from '../slips';
import { questionOf, toUnknown, verdictOnName, type AskedName } from '../names/name-verdict';
import { reachOf, readRows, rowsAlongside, showRows, type RowsOutcome } from './read-rows';
import { problemOfName } from '../names/typed-names';

/** Lists of companies: each row is a company, with the fields of a company. */

export const search: FunctionBody = function* (received) {
  const { text, options } = received;
  const narrowed = readNarrowed(options.given);
  const names = (['technology', 'vendor'] as const).flatMap((kind) => {
    const name = options.given.get(kind);
    return name === undefined ? [] : [{ kind, text: name }];
  });
  const isAll = text === '' && Object.values(narrowed.query).every((given) => given === null);
  if (isAll && narrowed.countries[0] === null) {
    throw new TraceError('inputsMissing', { parameter: 'query', formula: toMendedFormula(received.spec) });
  }
  return yield* searchBy(received, text === '' ? null : text, narrowed, names);
};

/** @param names the criteria that the catalogue may not know */
function* searchBy(
  received: FunctionArguments,
  q: string | null,
  { query, countries, unknownCountry }: Narrowed,
  names: readonly AskedName[],
): FormulaTask<Table> {
  const toQuery = (country: string | null): HttpRequest => searchCompanies({ q, ...query, country });
  const first = toQuery(countries[0]);
  const reach = reachOf(received);
  const others = countries.slice(1).map(toQuery);
  const alongside = [...rowsAlongside(others, 'page', reach), ...questionsOf(names)];
  let outcome = yield* readRows(first, 'page', reach, false, alongside);
  for (const request of others) {
    const other = isEmpty(outcome) ? yield* readRows(request, 'page', reach) : outcome;
    if (other.is === 'found' && !isEmpty(other)) outcome = other;
  }
  if (isEmpty(outcome)) {
    if (unknownCountry !== null) throw unknownCountry;
    yield* requireKnown(names);
  }
  return yield* showCompanies(received, outcome);
}

/** The criteria of a search. */
interface Narrowed {
  readonly query: Readonly<Record<'technology' | 'vendor' | 'industry', string | null>>;
  /** The spellings that Trace may use: the name, the code, or the text as typed. A search without results is free. */
  readonly countries: readonly [string | null, ...string[]];
  /** The sentence to show if nothing is found. */
  readonly unknownCountry: TraceError | null;
}

/** Reads the criteria. Throws the problem of an invalid one. */
function readNarrowed(given: ReadonlyMap<string, string>): Narrowed {
  const read = (option: 'technology' | 'vendor' | 'industry' | 'country'): string | null => {
    const text = given.get(option) ?? null;
    const problem = text === null ? null : problemOfName(text, option, `${option}='Name'`);
    if (problem !== null) throw problem;
    return text;
  };
  const query = { technology: read('technology'), vendor: read('vendor'), industry: read('industry') };
  return { query, ...readCountries(read('country')) };
}

function readCountries(typed: string | null): Omit<Narrowed, 'query'> {
  if (typed === null) return { countries: [null], unknownCountry: null };
  const read = readCountry(typed);
  if (read.is === 'country') {
    const { name, code } = read;
    const isOther = ![name, code].some((each) => each.toLowerCase() === typed.trim().toLowerCase());
    return { countries: [name, code, ...(isOther ? [typed] : [])], unknownCountry: null };
  }
  const unknownCountry = new TraceError('countryUnknown', { text: typed, nearest: read.nearest });
  if (read.is === 'misspelt') throw unknownCountry;
  return { countries: [typed], unknownCountry };
}

export const techCompanies: FunctionBody = function* (received) {
  const { text } = received;
  const name = { kind: 'technology', text } as const;
  const narrowed = narrowedBy(received);
  const slug = toSlug(text);
  const guesses = [slug, slug.replace(/-/g, '')].flatMap((each) =>
    narrowed === null
      ? waysTo('technology', each)
      : [searchCompanies({ ...ofUsers(narrowed, 'technology', each).query, country: narrowed.countries[0] })],
  );
  const guessed = rowsAlongside(guesses, 'page', reachOf(received));
  const technology = isSlug(text) ? text : yield* findTechnologySlug(text, [...guessed, ...questionsOf([name])]);
  if (technology === '') throw yield* toUnknownName(name);
  return yield* showUsers(received, technology, name, narrowed);
};

export const vendorCompanies: FunctionBody = function* (received) {
  const { text } = received;
  const name = { kind: 'vendor', text } as const;
  const narrowed = narrowedBy(received);
  const vendor = isSlug(text) ? text : toSlug(text);
  if (vendor === '') throw toUnknown(name, []);
  return yield* showUsers(received, vendor, name, narrowed);
};

/** The country and industry that users of a technology or vendor must have; `null`: no such filter. */
function narrowedBy({ options: { given } }: FunctionArguments): Narrowed | null {
  return given.has('country') || given.has('industry') ? readNarrowed(given) : null;
}

function ofUsers(narrowed: Narrowed, kind: 'technology' | 'vendor', slug: string): Narrowed {
  return { ...narrowed, query: { ...narrowed.query, [kind]: slug } };
}

/** Only the search can filter by country or industry. */
function* showUsers(
  received: FunctionArguments,
  slug: string,
  name: AskedName & { readonly kind: 'technology' | 'vendor' },
  narrowed: Narrowed | null,
): FormulaTask<Table> {
  if (narrowed !== null) {
    return yield* searchBy(received, null, ofUsers(narrowed, name.kind, slug), [name]);
  }
  return yield* showCompanies(received, yield* readEither(received, waysTo(name.kind, slug), name));
}

/** The list's own route, and the documented route that replaces it if it is missing. */
function waysTo(kind: 'technology' | 'vendor', slug: string): readonly [HttpRequest, HttpRequest] {
  return [kind === 'technology' ? askTechnology(slug) : askVendor(slug), searchCompanies({ [kind]: slug })];
}

/** Reads the first route that exists. Throws the sentence for a name that Trace does not know. */
function* readEither(
  received: FunctionArguments,
  [request, documented]: readonly [HttpRequest, HttpRequest],
  name: AskedName,
): FormulaTask<RowsOutcome> {
  const reach = reachOf(received);
  const alongside = [...rowsAlongside([documented], 'page', reach), ...questionsOf([name])];
  const first = yield* readRows(request, 'page', reach, false, alongside);
  const outcome = first.is === 'noRoute' ? yield* readRows(documented, 'page', reach, false, alongside) : first;
  if (outcome.is === 'notTracked') throw yield* toUnknownName(name);
  if (isEmpty(outcome)) yield* requireKnown([name]);
  return outcome;
}

function isEmpty(outcome: RowsOutcome): boolean {
  return outcome.is === 'found' && outcome.record.rows.length === 0;
}

function showCompanies(received: FunctionArguments, outcome: RowsOutcome): FormulaTask<Table> {
  return showRows(received, outcome, null, (row, field, asOfMs) =>
    readCardField(received, readCompany(row) ?? row, field, asOfMs),
  );
}

/**
 * Finds the slug of a technology by its full name, in the free catalogue. If the catalogue is missing or does not
 * know the name, the slug is derived from the name; `''` if it cannot be. Throws why the catalogue could not be
 * asked.
 *
 * @param alongside what is asked for next
 */
function* findTechnologySlug(text: string, alongside: readonly Alongside[] = []): FormulaTask<string> {
  const name: AskedName = { kind: 'technology', text };
  const question = questionOf(name);
  const outcome = (yield* lookup('rows', [question], AGE, '', alongside)).get(question);
  const verdict = verdictOnName(name, outcome);
  if (verdict.is === 'unchecked') throw verdict.error;
  if (verdict.is === 'unknown') return '';
  const rows = outcome?.is === 'found' ? outcome.record.rows : [];
  const named = rows.find((row) => readText(row['name'])?.toLowerCase() === text.toLowerCase());
  return readText(named?.['slug']) ?? toSlug(text);
}

/** Letters and signs that a slug would leave out, so that it would be the slug of another name: `C++`, `C#`. */
const NOT_IN_SLUGS = /[+#]|(?![a-z])\p{L}/u;

/**
 * Turns `Google Analytics` into `google-analytics`; returns `''` for a name whose slug cannot be derived.
 */
function toSlug(name: string): string {
  const spelled = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  if (NOT_IN_SLUGS.test(spelled)) return '';
  return spelled.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
