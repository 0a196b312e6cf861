import type { Shape } from '../shapes/shape';
import { fieldOf } from './observe';

/** A field that the whole body was moved into or out of. */
interface Wrapper {
  readonly is: 'wrapped' | 'unwrapped';
  readonly field: string;
  /** What was expected and what was found, without the wrapper. */
  readonly expected: Shape;
  readonly found: Shape;
}

/** The wrapper that only one body has; `null` if they are wrapped in the same way, or are not alike at all. */
export function findWrapper(expected: Shape, found: Shape): Wrapper | null {
  const needed = neededFields(expected);
  if (needed.length === 0 || needed.some((name) => has(found, name))) return null;
  for (const [field, inner] of Object.entries(found.fields ?? {})) {
    if (looksLike(expected, inner)) return { is: 'wrapped', field, expected, found: inner };
  }
  for (const field of needed) {
    const inner = fieldOf(expected.fields ?? {}, field);
    if (inner !== undefined && isUnwrapped(inner, found)) return { is: 'unwrapped', field, expected: inner, found };
  }
  return null;
}

function isUnwrapped(inner: Shape, found: Shape): boolean {
  if (inner.is.includes('list')) return found.is.length === 1 && found.is[0] === 'list';
  return looksLike(inner, found);
}

/** Whether an object has at least half of the fields that it needs. */
function looksLike(expected: Shape, found: Shape): boolean {
  const needed = neededFields(expected);
  return needed.length > 0 && needed.filter((name) => has(found, name)).length * 2 >= needed.length;
}

function neededFields({ fields = {} }: Shape): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.isOptional !== true);
}

function has({ fields = {} }: Shape, name: string): boolean {
  return Object.hasOwn(fields, name);
}
