/**
 * Readers for data from outside: `unknown` in, a checked value or `null` out. They never throw and never invent values.
 */

export interface JsonObject {
  readonly [name: string]: unknown;
}

/** An object that is not an array; `null`: anything else. */
export function readObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** An array, whatever its entries; `null`: anything else. */
export function readArray(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** A text, trimmed; `null`: not a text, empty, or only spaces. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** A finite number, or its digits as text (`"12.5"`); `null`: anything else. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim())) return Number(value);
  return null;
}

/** A whole number from 0 to 2^53 - 1, or its digits as text; `null`: anything else. */
export function readCount(value: unknown): number | null {
  const number = readNumber(value);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** An identifier as text. Some services write it as a whole number. `null`: empty, or anything else. */
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

/** A version of a catalogue, a number or a text, to be sent back unchanged. */
export function readVersion(value: unknown): string | number | null {
  return typeof value === 'number' ? readNumber(value) : readText(value);
}

/** The properties of an object other than the given names, as part of a record; an empty object if there are none. */
export function restOf(object: JsonObject, names: ReadonlySet<string>): { readonly rest?: JsonObject } {
  const others = Object.keys(object).filter((name) => !names.has(name));
  return others.length > 0 ? { rest: Object.fromEntries(others.map((name) => [name, object[name]])) } : {};
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

/** Parses JSON; `undefined` if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A value as JSON in ASCII, so that its length is its size in bytes, which stores count. */
export function toAsciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The property by which {@link parseEntries} attaches the texts of a list's records. No answer can contain a symbol.
 */
const RECORD_TEXTS: unique symbol = Symbol();

type Texts = readonly (string | undefined)[];

interface List {
  [RECORD_TEXTS]?: Texts;
}

const LIST = '{"results":[';
const ENTRY = '{"domain":"';
/** The start of the text between two entries: V8 searches for six characters several times faster than for more. */
const NEXT = '},{"do';
const RECORD = '"company":';
/** The text between the domain and the record of most entries. Comparing it is quicker than parsing it. */
const FOUND = `","status":"found",${RECORD}`;
/** A domain without characters that JSON would escape. */
const PLAIN = /^[\w.-]*$/;

/**
 * Parses an answer as `JSON.parse` does. For a batch, it also keeps the text of each company. Stores keep these
 * texts, because writing 100,000 companies again takes as long as reading them.
 *
 * @returns `undefined` if the text is not JSON
 */
export function parseEntries(text: string): unknown {
  return (text.startsWith(LIST + ENTRY) ? parseApart(text) : undefined) ?? parseJson(text);
}

/**
 * The service's own text of each entry's company, in order. An entry is `undefined`, or the list is empty, if the
 * text is unknown.
 */
export function recordTextsOf(list: readonly unknown[]): Texts {
  return (list as List)[RECORD_TEXTS] ?? [];
}

/**
 * Parses each record by itself, so that its text is exactly what was read. Where one entry ends and the next begins
 * is a guess, because records may contain text that looks like an entry. A wrong guess leaves a part that is not
 * JSON.
 *
 * @returns `undefined` if the guess is wrong
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

/** The position at which an entry ends and another follows; negative: no other follows. */
function nextEntry(text: string, start: number): number {
  let at = start;
  do at = text.indexOf(NEXT, at + 1);
  while (at > 0 && !text.startsWith(ENTRY, at + 2));
  return at;
}
