import { invalid } from '../refusal';

/** A whole number of the query; anything else, and one beyond the bounds, is refused with a 422. */
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

/** One of the given words; any other is refused with a 422. */
export function readWord<W extends string>(query: URLSearchParams, name: string, words: readonly W[], otherwise: W): W {
  const input = query.get(name);
  return input === null ? otherwise : requireWord(input, name, words);
}

/** Some of the given words, separated by commas; `null` where none are named. */
export function readWords<W extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly W[],
): readonly W[] | null {
  const named = (query.get(name) ?? '').split(',').map((word) => word.trim());
  const inputs = named.filter((word) => word !== '');
  return inputs.length === 0 ? null : inputs.map((input) => requireWord(input, name, words));
}

function requireWord<W extends string>(input: string, name: string, words: readonly W[]): W {
  const word = words.find((candidate) => candidate === input);
  if (word !== undefined) return word;
  const quoted = words.map((candidate) => `'${candidate}'`);
  const expected = [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].join(' or ');
  const problem = { type: 'literal_error', loc: ['query', name], msg: `Input should be ${expected}`, input };
  throw invalid({ ...problem, ctx: { expected } });
}
