import type { Shape, ValueType } from '../shapes/shape';
import { unexpectedTypes } from './accept';
import { fieldOf } from './observe';
import { findWrapper } from './wrapper';

/**
 * Corrects the contract by an answer. Parts that agree stay as they are, so that a field that is null today keeps its
 * type; everything else becomes what was found. A comparison of the result with that answer finds nothing.
 */
export function adjust(expected: Shape, found: Shape): Shape {
  const wrapper = findWrapper(expected, found);
  if (wrapper === null) return adjustPart(expected, found);
  if (wrapper.is === 'unwrapped') return adjustPart(wrapper.expected, found);
  const fields = { ...found.fields, [wrapper.field]: adjustPart(wrapper.expected, wrapper.found) };
  return { is: found.is, fields, standing: 'observed' };
}

function adjustPart(expected: Shape, found: Shape): Shape {
  const isOther = unexpectedTypes(expected, found).length > 0;
  const fields =
    expected.is.includes('object') && expected.fields === undefined ? undefined : adjustFields(expected, found);
  const items = adjustItems(expected, found);
  const standing = isOther ? 'observed' : expected.standing;
  return {
    is: isOther ? otherTypes(expected, found) : expected.is,
    ...(fields === undefined ? {} : { fields }),
    ...(items === undefined ? {} : { items }),
    ...(expected.isOptional === true || found.isOptional === true ? { isOptional: true } : {}),
    ...(standing === undefined ? {} : { standing }),
  };
}

function adjustFields(expected: Shape, found: Shape): Shape['fields'] {
  if (expected.fields === undefined) return found.fields;
  if (found.fields === undefined) return found.is.includes('null') ? expected.fields : undefined;
  const kept = Object.entries(expected.fields).flatMap(([name, shape]): (readonly [string, Shape])[] => {
    const inner = fieldOf(found.fields ?? {}, name);
    if (inner !== undefined) return [[name, adjustPart(shape, inner)]];
    return shape.isOptional === true ? [[name, shape]] : [];
  });
  const added = Object.entries(found.fields)
    .filter(([name]) => fieldOf(expected.fields ?? {}, name) === undefined)
    .map(([name, shape]): readonly [string, Shape] => [name, { ...shape, standing: 'observed' }]);
  return Object.fromEntries([...kept, ...added]);
}

function adjustItems(expected: Shape, found: Shape): Shape['items'] {
  if (expected.items === undefined) return expected.is.includes('list') ? undefined : found.items;
  return found.items === undefined ? expected.items : adjustPart(expected.items, found.items);
}

/** An answer cannot show that something is never null. */
function otherTypes(expected: Shape, found: Shape): readonly ValueType[] {
  return expected.is.includes('null') && !found.is.includes('null') ? [...found.is, 'null'] : found.is;
}
