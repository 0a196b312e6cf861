/**
 * Readers for data from outside: `unknown` in, a checked value or `null` out. They never throw and never invent values.
 */

export interface JsonObject {
  readonly [name: string]: unknown;
}

/** An object that is no array. */
export function readObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** An array, whatever its entries. */
export function readArray(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** A non-empty text, trimmed. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** A finite number, also one written as digits in a text. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim())) return Number(value);
  return null;
}

/** A count: a whole number, zero or more. */
export function readCount(value: unknown): number | null {
  const number = readNumber(value);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** An identifier as text. Some services write it as a number. */
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
