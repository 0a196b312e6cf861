import type { FieldSpec, ParamSpec } from '../catalogue/types';
import { TraceError } from '../errors/trace-error';
import { hasApiKey } from '../errors/mask-keys';
import { isEmailAddress, isFreeMail, isSlug, MAX_DOMAIN_LENGTH, readDomain, siteOfPage } from './identifier';
import { howFar } from './nearest';
import { isBlank, isDate, isLoading, type CellValue } from './values';

/** Reads the arguments of functions: companies, names of fields or technologies, and texts. */

/** What one input cell asks for. */
export type Input =
  | { readonly is: 'blank' }
  | { readonly is: 'company'; readonly identifier: string; readonly given: string }
  | { readonly is: 'problem'; readonly error: TraceError; readonly given: string };

/** The first argument of a function, parsed. */
export interface Inputs {
  readonly rows: readonly Input[];
  /** Whether there is more than one row; each gets its own answer row. */
  readonly isRange: boolean;
  /** Counts the blank rows at the end too, which are not in {@link Inputs.rows}. */
  readonly givenRows: number;
}

const MAX_INPUT_ROWS = 50_000;

/**
 * Reads one cell or one column, up to its last cell that is not blank: a whole column would otherwise reach to the
 * end of the sheet, and so would its answer. Throws `inputsTooWide` or `inputsTooMany`.
 *
 * @param received a cell's value, or rows of cells
 */
export function readInputs(received: unknown): Inputs {
  const given: readonly unknown[] = Array.isArray(received) && received.length > 0 ? received : [received];
  let last = given.length;
  while (last > 1 && isBlankRow(given[last - 1])) last -= 1;
  const rows = given.slice(0, last);
  if (rows.length > MAX_INPUT_ROWS) throw new TraceError('inputsTooMany', { rows: rows.length });
  const columns = rows.reduce<number>((widest, row) => Math.max(widest, Array.isArray(row) ? row.length : 1), 0);
  if (columns > 1) throw new TraceError('inputsTooWide', { columns });
  return {
    rows: rows.map((row) => readInput(Array.isArray(row) ? (row as readonly CellValue[])[0] : row)),
    isRange: given.length > 1,
    givenRows: given.length,
  };
}

/** Titles of company columns, in the plural too. Read as slugs, they would be looked up with every whole column. */
const TITLES =
  /^(company |account |organi[sz]ation )?(domain|domain name|website|web ?site|site|url|website url|homepage|company|companie|company name|account|organi[sz]ation|e-?mail|e-?mail address|slug)s?$/i;

function isTitle(cell: CellValue): boolean {
  return typeof cell === 'string' && !cell.includes('.') && TITLES.test(cell.trim().replace(/[\s_]+/g, ' '));
}

function isBlankRow(row: unknown): boolean {
  return Array.isArray(row) ? row.every(isBlank) : isBlank(row);
}

/** Reads one cell. A value that cannot name a company is a problem and never reaches the network. */
export function readInput(cell: CellValue): Input {
  if (isBlank(cell) || isTitle(cell)) return { is: 'blank' };
  if (typeof cell !== 'string') return problem(notText(cell), shownAs(cell));
  if (hasApiKey(cell)) return problem(new TraceError('inputIsApiKey', {}), '(API key)');
  const given = cell.trim();
  if (given.startsWith('#')) return problem(new TraceError('inputIsError', { input: given }), given);
  if (isLoading(given)) return problem(new TraceError('inputIsLoading', { input: given }), given);
  const domain = readDomain(given);
  if (domain !== null) {
    if (isFreeMail(domain)) return problem(new TraceError('inputIsFreeMail', { domain }), given);
    const site = siteOfPage(domain, given);
    if (site !== null && !isEmailAddress(given))
      return problem(new TraceError('inputIsPage', { input: given, site }), given);
    return { is: 'company', identifier: domain, given };
  }
  if (isSlug(given)) return { is: 'company', identifier: given, given };
  return problem(notADomain(given), given);
}

/** The identifiers without repeats, in order. */
export function identifiersOf(inputs: Inputs): readonly string[] {
  const [only] = inputs.rows;
  if (inputs.rows.length === 1 && only?.is === 'company') return [only.identifier];
  const identifiers = new Set<string>();
  for (const input of inputs.rows) if (input.is === 'company') identifiers.add(input.identifier);
  return [...identifiers];
}

function notText(cell: unknown): TraceError {
  if (typeof cell === 'number' || typeof cell === 'bigint')
    return new TraceError('inputIsNumber', { input: shownAs(cell) });
  if (typeof cell === 'boolean') return new TraceError('inputIsBoolean', { input: shownAs(cell) });
  if (isDate(cell)) return new TraceError('inputIsDate', {});
  return new TraceError('inputIsNotADomain', { input: shownAs(cell) });
}

function notADomain(given: string): TraceError {
  if (given.length > MAX_DOMAIN_LENGTH) return new TraceError('inputIsTooLong', { length: given.length });
  if (isEmailAddress(given)) return new TraceError('inputIsNotADomain', { input: given });
  // Excludes a name on a page, as in youtube.com/@acme.inc.
  if (/[^\s/]@[^\s@]+\.\p{L}{2}/u.test(given)) return new TraceError('inputIsNotOneEmail', { input: given });
  if (/\s/.test(given)) return new TraceError('inputHasSpaces', { input: given });
  return new TraceError('inputIsNotADomain', { input: given });
}

function problem(error: TraceError, given: string): Input {
  return { is: 'problem', error, given };
}

function shownAs(cell: unknown): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' || typeof cell === 'string' || typeof cell === 'bigint' ? String(cell) : '…';
}

/** Names from a text with commas or from a range, in order, without blanks. */
export function readNameList(received: CellValue): readonly string[] {
  const cells: readonly unknown[] = Array.isArray(received) ? (received as readonly unknown[]).flat() : [received];
  return cells
    .filter((cell) => !isBlank(cell))
    .flatMap((cell) => String(cell).split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The requested fields by their own names. Dotted paths stay unchanged. Throws `unknownField`.
 *
 * @param takesPaths whether a name with a dot is a path into the API's answer
 */
export function readFieldNames(
  received: CellValue,
  fields: readonly FieldSpec[],
  takesPaths: boolean,
): readonly string[] {
  return readNameList(received).map((asked) => {
    const field = findField(fields, asked);
    if (field !== null) return field.name;
    if (takesPaths && asked.includes('.')) return asked;
    throw new TraceError('unknownField', { field: asked, nearest: nearestNames(asked, fields) });
  });
}

/** The field with that name or alias, ignoring case, spaces and the difference between `-`, ` ` and `_`. */
export function findField(fields: readonly FieldSpec[], asked: string): FieldSpec | null {
  const wanted = simplified(asked);
  return fields.find(({ name, aliases }) => [name, ...(aliases ?? [])].some((known) => known === wanted)) ?? null;
}

function simplified(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** The most similar names, at most three; none if nothing is similar. */
export function nearestNames(asked: string, fields: readonly FieldSpec[]): readonly string[] {
  const wanted = simplified(asked);
  return fields
    .map(({ name, aliases }) => ({
      name,
      far: Math.min(...[name, ...(aliases ?? [])].map((known) => howFar(wanted, known))),
    }))
    .filter(({ far }) => far <= 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
}

/**
 * One trimmed text, such as a query or an id; `''` if the cell is blank. Throws the problem of its cell, or
 * `oneInputOnly` for more than one.
 *
 * @param param the parameter's name and example, for the sentence
 */
export function readTextArgument(received: CellValue, param: Pick<ParamSpec, 'name' | 'example'>): string {
  const cells: readonly unknown[] = Array.isArray(received) ? (received as readonly unknown[]).flat() : [received];
  if (cells.length > 1) throw new TraceError('oneInputOnly', { rows: cells.length });
  const [cell] = cells;
  if (isBlank(cell)) return '';
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'bigint') {
    throw new TraceError('textExpected', { parameter: param.name, example: param.example });
  }
  const text = String(cell).trim();
  if (hasApiKey(text)) throw new TraceError('inputIsApiKey', {});
  if (text.startsWith('#')) throw new TraceError('inputIsError', { input: text });
  if (isLoading(text)) throw new TraceError('inputIsLoading', { input: text });
  return text;
}
