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
