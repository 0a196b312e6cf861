import { TraceError } from '../../shared/formulas';

/**
 * An example of what a page may send: `0` stands for a whole number from 0, `''` for a text, `true` for any cell
 * value, `[x]` for a list of `x`, and an object for one with such fields. `{ '?': x }` may also be `null`.
 */
type Example = 0 | '' | true | readonly [Example] | { readonly [field: string]: Example };

const MOST_NUMBER = 100_000_000;
const MOST_CHARACTERS = 2_000_000;
const MOST_ITEMS = 200_000;

/** Returns what a page sent, if it has the shape of the example. Throws `actionMalformed`. */
export function readLike<T>(value: unknown, example: Example): T {
  return isLike(value, example) ? (value as T) : refuse();
}

export function refuse(): never {
  throw new TraceError('actionMalformed', { expected: 'the data that the Trace panel sends' });
}

/** Whether the panel may type a cell: texts begin with a letter or an apostrophe, so that none is a formula. */
export function isTypedCell([typed, format]: readonly unknown[]): boolean {
  const isPlain = typeof typed !== 'string' || /^($|'|\p{L})/u.test(typed);
  return isPlain && typeof format === 'string';
}

function isLike(value: unknown, example: Example): boolean {
  if (typeof example === 'object' && '?' in example) return value === null || isLike(value, example['?']!);
  if (example === 0) return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_NUMBER;
  if (typeof value === 'string') return (example === '' || example === true) && value.length <= MOST_CHARACTERS;
  if (example === true) return typeof value === 'number' || typeof value === 'boolean';
  if (example === '') return false;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(example)) {
    const [item] = example as readonly [Example];
    return Array.isArray(value) && value.length <= MOST_ITEMS && value.every((each) => isLike(each, item));
  }
  const fields = example as Readonly<Record<string, Example>>;
  return Object.keys(fields).every((name) => isLike((value as Record<string, unknown>)[name], fields[name]!));
}
