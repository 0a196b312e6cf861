import type { Table } from '../cells/values';
import type { HttpRequest } from '../client/exchange';
import { readCompany, searchCompanies } from '../client/resources/companies';
import { technologyCompanies as askTechnology } from '../client/resources/technologies';
import { vendorCompanies as askVendor } from '../client/resources/vendors';
import { readCountry } from '../cells/countries';
import { isSlug } from '../cells/identifier';
import type { FormulaTask } from './ports';
import { TraceError } from '../errors/trace-error';
import type { FunctionArguments } from './arguments';
import type { FunctionBody } from './body';
import { questionsOf } from './check-names';
import { readCompanyField } from './company-field';
import { findTechnologySlug, toSlug } from './find-slug';
import { toMendedFormula } from './mended-formula';
import { toUnknown, type AskedName } from './name-verdict';
import { reachOf, readRows, rowsAlongside, showRows, type RowsOutcome } from './read-rows';
import { problemOfName } from './typed-names';
import { requireKnown, toUnknownName } from './unknown-name';

/** Lists of companies: each row is a company, with the fields of a company. */

export const search: FunctionBody = function* (received) {
  const { text, options } = received;
  const { names, countries, unknownCountry, query } = readSearch(options);
  const requests = countries.map((country) => searchCompanies({ q: text === '' ? null : text, ...query, country }));
  const [first] = requests;
  if (!first?.path.includes('?')) {
    throw new TraceError('inputsMissing', { parameter: 'query', formula: toMendedFormula(received.spec) });
  }
  const reach = reachOf(received);
  const others = requests.slice(1);
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
};

/** The criteria of a search. */
interface Narrowed {
  readonly query: Readonly<Record<string, string>>;
  readonly names: readonly AskedName[];
  /** The spellings that Trace may use: the name, the code, or as typed. A search without results is free. */
  readonly countries: readonly [string | null, ...string[]];
  /** The sentence where nothing is found. */
  readonly unknownCountry: TraceError | null;
}

/** Throws the problem of an invalid one. */
function readSearch({ given }: FunctionArguments['options']): Narrowed {
  for (const [option, text] of given) {
    const problem = problemOfName(text, option, `${option}='Name'`);
    if (problem !== null) throw problem;
  }
  const names = (['technology', 'vendor'] as const).flatMap((kind) => {
    const text = given.get(kind);
    return text === undefined ? [] : [{ kind, text }];
  });
  const query = Object.fromEntries(given);
  const typed = given.get('country');
  if (typed === undefined) return { query, names, countries: [null], unknownCountry: null };
  const read = readCountry(typed);
  if (read.is === 'country') {
    const { name, code } = read;
    const isOther = ![name, code].some((each) => each.toLowerCase() === typed.trim().toLowerCase());
    return { query, names, countries: [name, code, ...(isOther ? [typed] : [])], unknownCountry: null };
  }
  const unknownCountry = new TraceError('countryUnknown', { text: typed, nearest: read.nearest });
  if (read.is === 'misspelt') throw unknownCountry;
  return { query, names, countries: [typed], unknownCountry };
}

export const techCompanies: FunctionBody = function* (received) {
  const { text } = received;
  const name: AskedName = { kind: 'technology', text };
  const slug = toSlug(text);
  const guesses = [slug, slug.replace(/-/g, '')].flatMap((each) => waysTo('technology', each));
  const guessed = rowsAlongside(guesses, 'page', reachOf(received));
  const technology = isSlug(text) ? text : yield* findTechnologySlug(text, [...guessed, ...questionsOf([name])]);
  if (technology === '') throw yield* toUnknownName(name);
  const outcome = yield* readEither(received, waysTo('technology', technology), name);
  return yield* showCompanies(received, outcome);
};

export const vendorCompanies: FunctionBody = function* (received) {
  const { text } = received;
  const name: AskedName = { kind: 'vendor', text };
  const vendor = isSlug(text) ? text : toSlug(text);
  if (vendor === '') throw toUnknown(name, []);
  const outcome = yield* readEither(received, waysTo('vendor', vendor), name);
  return yield* showCompanies(received, outcome);
};

/** Its own list, or the documented route where that is missing. */
function waysTo(kind: 'technology' | 'vendor', slug: string): readonly [HttpRequest, HttpRequest] {
  return [kind === 'technology' ? askTechnology(slug) : askVendor(slug), searchCompanies({ [kind]: slug })];
}

/** Throws the sentence for a name that Trace does not know. */
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
    readCompanyField(readCompany(row) ?? row, field, asOfMs),
  );
}
