import type { Shape, ValueType } from '../shapes/shape';

/** The types that were found but not expected. Every timestamp is a text, and every integer a number. */
export function unexpectedTypes(expected: Shape, found: Shape): readonly ValueType[] {
  return found.is.filter(
    (type) =>
      !expected.is.includes(type) &&
      !(type === 'timestamp' && expected.is.includes('text')) &&
      !(type === 'integer' && expected.is.includes('number')),
  );
}
