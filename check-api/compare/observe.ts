import { hasApiKey } from '../../shared/api';
import type { Shape, ValueType } from '../shapes/shape';

/** Replaces names that may be data themselves, such as the domains in `{"stripe.com": …}`. */
const NAMED_BY_VALUE = '*';

/** Matches names that a programmer would give a field. */
const FIELD_NAME = /^[a-z][a-z0-9_-]{0,63}$/i;
const TIMESTAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
/** Deeper than any answer, and far from exhausting the stack. */
const MOST_LEVELS = 50;

/** The shape of a JSON value, without any values. */
export function observe(value: unknown, level = 1): Shape {
  const type = typeOf(value);
  if (level >= MOST_LEVELS) return { is: [type] };
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map((item) => observe(item, level + 1)).reduce<Shape | null>(joinWith, null);
    return items === null ? { is: [type] } : { is: [type], items };
  }
  if (type !== 'object') return { is: [type] };
  const fields = new Map<string, Shape>();
  for (const [name, inner] of Object.entries(value as object)) {
    const shown = FIELD_NAME.test(name) && !hasApiKey(name) ? name : NAMED_BY_VALUE;
    fields.set(shown, joinWith(fields.get(shown) ?? null, observe(inner, level + 1)));
  }
  return { is: [type], fields: Object.fromEntries(fields) };
}

export function fieldOf(fields: Readonly<Record<string, Shape>>, name: string): Shape | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function typeOf(value: unknown): ValueType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' && TIMESTAMP.test(value) ? 'timestamp' : 'text';
}

function joinWith(one: Shape | null, other: Shape): Shape {
  return one === null ? other : join(one, other);
}

/** The shape that fits both; a field that only one of them has is optional. */
function join(one: Shape, other: Shape): Shape {
  const fields = joinFields(one.fields, other.fields);
  const items =
    one.items === undefined || other.items === undefined ? (one.items ?? other.items) : join(one.items, other.items);
  return {
    is: [...new Set([...one.is, ...other.is])],
    ...(fields === undefined ? {} : { fields }),
    ...(items === undefined ? {} : { items }),
    ...(one.isOptional === true || other.isOptional === true ? { isOptional: true } : {}),
  };
}

function joinFields(one: Shape['fields'], other: Shape['fields']): Shape['fields'] {
  if (one === undefined || other === undefined) return one ?? other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].map((name): readonly [string, Shape] => {
      const [left, right] = [fieldOf(one, name), fieldOf(other, name)];
      if (left !== undefined && right !== undefined) return [name, join(left, right)];
      return [name, { ...(left ?? right ?? { is: [] }), isOptional: true }];
    }),
  );
}
