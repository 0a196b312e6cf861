import { TraceError } from '../../shared/formulas';
import type { Example, Like } from '../messages/example';

const MOST_NUMBER = 100_000_000;
const MOST_CHARACTERS = 2_000_000;
const MOST_ITEMS = 200_000;

/** Returns what a page sent, if it has the shape of the example. Throws `actionMalformed`. */
export function readLike<const E extends Example>(value: unknown, example: E): Like<E> {
  return isLike(value, example) ? (value as Like<E>) : refuse();
}

export function refuse(): never {
  throw new TraceError('actionMalformed', { expected: 'the data that the Trace panel sends' });
}

/** Whether the panel may type a value: texts begin with a letter, an apostrophe or `#`, so that none is a formula. */
export function isTyped(value: unknown): boolean {
  return isLike(value, true) && (typeof value !== 'string' || /^($|['#]|\p{L})/u.test(value));
}

function isCell(value: unknown): boolean {
  if (value === null) return true;
  return Array.isArray(value) && isTyped(value[0]) && isLike(value[1], '') && isLike(value.slice(2), [true]);
}

function isLike(value: unknown, example: Example): boolean {
  if (typeof example === 'object' && '?' in example) return value === null || isLike(value, example['?']!);
  if (example === 'typed') return isTyped(value);
  if (example === 'cell') return isCell(value);
  if (example === false) return typeof value === 'boolean';
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
