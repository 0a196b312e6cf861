import { invalid, missing, notOneOf } from '../validation';

/** A whole number of the query. Any other value, or one out of bounds, is refused with a 422. */
export function readWhole(
  query: URLSearchParams,
  name: string,
  bounds: { readonly least: number; readonly most?: number; readonly otherwise: number },
): number {
  const input = query.get(name);
  if (input === null) return bounds.otherwise;
  const loc = ['query', name];
  if (!/^\s*[-+]?\d+\s*$/.test(input)) {
    const msg = 'Input should be a valid integer, unable to parse string as an integer';
    throw invalid({ type: 'int_parsing', loc, msg, input });
  }
  const number = Number(input);
  if (number < bounds.least) {
    const msg = `Input should be greater than or equal to ${bounds.least}`;
    const ctx = { ge: bounds.least };
    throw invalid({ type: 'greater_than_equal', loc, msg, input, ctx });
  }
  if (bounds.most !== undefined && number > bounds.most) {
    const msg = `Input should be less than or equal to ${bounds.most}`;
    const ctx = { le: bounds.most };
    throw invalid({ type: 'less_than_equal', loc, msg, input, ctx });
  }
  return number;
}

/** A search text, in lower case; `null` if it is missing or blank. */
export function readPhrase(query: URLSearchParams, name: string): string | null {
  const input = (query.get(name) ?? '').trim().toLowerCase();
  return input === '' ? null : input;
}

/** A required text. */
export function requirePhrase(query: URLSearchParams, name: string): string {
  const input = query.get(name);
  if (input === null) throw missing(['query', name]);
  return input.trim();
}

/** One of the given words. Any other is refused with a 422. */
export function readWord<W extends string>(query: URLSearchParams, name: string, words: readonly W[], otherwise: W): W {
  const input = query.get(name);
  return input === null ? otherwise : requireWord(input, name, words);
}

/** Some of the given words, separated by commas; `null`: none. */
export function readWords<W extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly W[],
): readonly W[] | null {
  const named = (query.get(name) ?? '').split(',').map((word) => word.trim());
  const inputs = named.filter((word) => word !== '');
  return inputs.length === 0 ? null : inputs.map((input) => requireWord(input, name, words));
}

/** `true` or `false` in any spelling that FastAPI accepts; `false` if it is missing. */
export function readBoolean(query: URLSearchParams, name: string): boolean {
  const input = query.get(name);
  if (input === null) return false;
  if (/^(?:true|1|yes|on)$/i.test(input)) return true;
  if (/^(?:false|0|no|off)$/i.test(input)) return false;
  const msg = 'Input should be a valid boolean, unable to interpret input';
  throw invalid({ type: 'bool_parsing', loc: ['query', name], msg, input });
}

function requireWord<W extends string>(input: string, name: string, words: readonly W[]): W {
  const word = words.find((candidate) => candidate === input);
  if (word === undefined) throw notOneOf(words, input, ['query', name]);
  return word;
}
