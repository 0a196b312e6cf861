import type { Shape, Standing, ValueType } from '../shapes/shape';
import type { Difference } from './difference';
import { fieldOf } from './observe';
import { findWrapper } from './wrapper';

/** The result of a comparison. */
interface Comparison {
  readonly differences: readonly Difference[];
  /** The parts that the answer could not show: empty lists, and objects that were null. */
  readonly unseen: readonly string[];
}

const ALIKE: Comparison = { differences: [], unseen: [] };

/** Compares the body of an answer with the contract. @param standing for parts without their own */
export function compare(expected: Shape, found: Shape, standing: Standing): Comparison {
  const wrapper = findWrapper(expected, found);
  if (wrapper === null) return compareAt('', expected, found, standing);
  const { is, field } = wrapper;
  const difference: Difference = {
    is,
    path: field,
    standing: expected.standing ?? standing,
    expected: is === 'wrapped' ? 'the body itself' : `the body in "${field}"`,
    found: is === 'wrapped' ? `the body in "${field}"` : 'the body itself',
  };
  const beside = is === 'wrapped' ? extrasOf('', { [field]: wrapper.found }, found, standing) : [];
  const prefix = is === 'wrapped' ? field : '';
  const inner = compareAt(prefix, wrapper.expected, wrapper.found, expected.standing ?? standing);
  return { differences: [difference, ...beside, ...inner.differences], unseen: inner.unseen };
}

function compareAt(path: string, expected: Shape, found: Shape, around: Standing): Comparison {
  const standing = expected.standing ?? around;
  const others = unexpectedTypes(expected, found);
  const parts = [compareFields(path, expected, found, standing), compareItems(path, expected, found, standing)];
  return {
    differences: [
      ...(others.length === 0 ? [] : [otherType(path, expected, found, standing)]),
      ...parts.flatMap(({ differences }) => differences),
    ],
    unseen: parts.flatMap(({ unseen }) => unseen),
  };
}

function compareFields(path: string, expected: Shape, found: Shape, standing: Standing): Comparison {
  if (expected.fields === undefined) return ALIKE;
  if (found.fields === undefined) return found.is.includes('null') ? { differences: [], unseen: [path] } : ALIKE;
  const differences: Difference[] = [];
  const unseen: string[] = [];
  for (const [name, shape] of Object.entries(expected.fields)) {
    const place = below(path, name);
    const inner = fieldOf(found.fields, name);
    if (inner === undefined || (inner.isOptional === true && shape.isOptional !== true)) {
      if (shape.isOptional !== true) differences.push(missing(place, shape, inner, standing));
    }
    if (inner === undefined) continue;
    const within = compareAt(place, shape, inner, standing);
    differences.push(...within.differences);
    unseen.push(...within.unseen);
  }
  return { differences: [...differences, ...extrasOf(path, expected.fields, found, standing)], unseen };
}

function compareItems(path: string, expected: Shape, found: Shape, standing: Standing): Comparison {
  if (expected.items === undefined || !found.is.includes('list')) return ALIKE;
  if (found.items === undefined) return { differences: [], unseen: [`${path}[]`] };
  return compareAt(`${path}[]`, expected.items, found.items, standing);
}

function extrasOf(
  path: string,
  expected: Readonly<Record<string, Shape>>,
  found: Shape,
  standing: Standing,
): readonly Difference[] {
  return Object.entries(found.fields ?? {})
    .filter(([name]) => !Object.hasOwn(expected, name))
    .map(([name, shape]) => ({
      is: 'extra',
      path: below(path, name),
      standing,
      expected: 'nothing',
      found: toWords(shape),
    }));
}

function missing(path: string, expected: Shape, found: Shape | undefined, around: Standing): Difference {
  return {
    is: 'missing',
    path,
    standing: expected.standing ?? around,
    expected: toWords(expected),
    found: found === undefined ? 'nothing' : 'not in every row',
  };
}

function otherType(path: string, expected: Shape, found: Shape, standing: Standing): Difference {
  return { is: 'other type', path, standing, expected: toWords(expected), found: toWords(found) };
}

function toWords({ is }: Shape): string {
  return is.join(' or ');
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** The types that were found but not expected. Every timestamp is a text, and every integer a number. */
function unexpectedTypes(expected: Shape, found: Shape): readonly ValueType[] {
  return found.is.filter(
    (type) =>
      !expected.is.includes(type) &&
      !(type === 'timestamp' && expected.is.includes('text')) &&
      !(type === 'integer' && expected.is.includes('number')),
  );
}
