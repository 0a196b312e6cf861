/**
 * Readers for data from outside: `unknown` in, a checked value or `null` out. They never throw and never invent values.
 */

export interface JsonObject {
  readonly [name: string]: unknown;
}

/** An object that is no array; `null`: anything else. */
export function readObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** An array, whatever its entries; `null`: anything else. */
export function readArray(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** A text, trimmed; `null`: it is empty or only spaces, or no text. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** A finite number, also one written as digits in a text (`"12.5"`); `null`: anything else. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim())) return Number(value);
  return null;
}

/** A whole number from 0 to 2^53 - 1, also one written as digits in a text; `null`: anything else. */
export function readCount(value: unknown): number | null {
  const number = readNumber(value);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** An identifier as text. Some services write it as a whole number. `null`: it is empty, or anything else. */
export function readId(value: unknown): string | null {
  return Number.isSafeInteger(value) ? String(value) : readText(value);
}

/**
 * An object, then the objects wrapped in it under the given names, outermost first. No answer nests deeper than twice,
 * and a body made of wrappers would exhaust the stack.
 */
export function layersOf(body: unknown, wrappers: readonly string[], depth = 3): readonly JsonObject[] {
  const outer = readObject(body);
  if (outer === null || depth === 0) return [];
  return [outer, ...wrappers.flatMap((name) => layersOf(outer[name], wrappers, depth - 1))];
}

/** The properties of an object other than the given names, as part of a record; nothing where there are none. */
export function restOf(object: JsonObject, names: readonly string[]): { readonly rest?: JsonObject } {
  const others = Object.entries(object).filter(([name]) => !names.includes(name));
  return others.length > 0 ? { rest: Object.fromEntries(others) } : {};
}

/** The first of the given names under which an object has a non-null value. */
export function firstOf(object: JsonObject, names: readonly string[]): unknown {
  for (const name of names) {
    const value = ownValue(object, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** An object's own value under a name; `undefined` for none, or `null`. */
export function ownValue(object: JsonObject, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(object, name) ? (object[name] ?? undefined) : undefined;
}

/** Parsed JSON, or `undefined` where the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Under which {@link parseEntries} leaves the texts of a list's records: a name that no answer can have. */
const RECORD_TEXTS: unique symbol = Symbol();

type Texts = readonly (string | undefined)[];

interface List {
  [RECORD_TEXTS]?: Texts;
}

const LIST = '{"results":[';
const ENTRY = '{"domain":"';
/** The start of what stands between two entries: V8 searches for six characters several times faster than for more. */
const NEXT = '},{"do';
const RECORD = '"company":';
/** What follows the domain of most entries, up to the record. Comparing it is quicker than parsing it. */
const FOUND = `","status":"found",${RECORD}`;
/** A domain with nothing that JSON would escape. */
const PLAIN = /^[\w.-]*$/;

/**
 * An answer as `JSON.parse` reads it; a batch with the texts of its companies beside them. Stores keep these texts: writing
 * 100,000 companies anew takes as long as reading them.
 *
 * @returns `undefined` where the text is not JSON
 */
export function parseEntries(text: string): unknown {
  return (text.startsWith(LIST + ENTRY) ? parseApart(text) : undefined) ?? parseJson(text);
}

/** What the service wrote for the company of each entry, in order; `undefined` for one, or no texts, where that is unknown. */
export function recordTextsOf(list: readonly unknown[]): Texts {
  return (list as List)[RECORD_TEXTS] ?? [];
}

/**
 * Each record is parsed by itself, so its text is exactly what was read. Where one entry ends and the next one begins is a
 * guess: records may hold what looks like entries. A wrong one leaves a part that is not JSON.
 *
 * @returns `undefined` where the guess is wrong
 */
function parseApart(text: string): unknown {
  const last = text.lastIndexOf('}]');
  const body = parseJson(`${LIST}0${text.slice(last + 1)}`);
  const placeholder = readArray(readObject(body)?.['results']);
  if (placeholder?.length !== 1 || placeholder[0] !== 0) return undefined;
  const list: unknown[] & List = [];
  const texts: (string | undefined)[] = [];
  for (let [start, end] = [LIST.length, 0]; end !== last; start = end + 2) {
    const next = nextEntry(text, start);
    end = next < 0 ? last : next;
    const quote = text.indexOf('"', start + ENTRY.length);
    const domain = text.slice(start + ENTRY.length, quote);
    const isPlain = text.startsWith(FOUND, quote) && PLAIN.test(domain);
    const at = isPlain ? quote + FOUND.length : text.indexOf(RECORD, start) + RECORD.length;
    const record = text.slice(at, end);
    const company = parseJson(record);
    if (company !== undefined && isPlain) list.push({ domain, status: 'found', company });
    else {
      const entry = parseJson(company === undefined ? text.slice(start, end + 1) : `${text.slice(start, at)}null}`);
      if (entry === undefined) return undefined;
      list.push(company === undefined ? entry : Object.assign(entry as object, { company }));
    }
    texts.push(company === undefined ? undefined : record);
  }
  list[RECORD_TEXTS] = texts;
  return { ...(body as object), results: list };
}

/** Where the entry ends that another one follows; negative: none does. */
function nextEntry(text: string, start: number): number {
  let at = start;
  do at = text.indexOf(NEXT, at + 1);
  while (at > 0 && !text.startsWith(ENTRY, at + 2));
  return at;
}
