import type { TSchema } from '@sinclair/typebox';
import { hasApiKey, type Operation } from '../shared/api';

/** How certain the contract is of a part. `documented`: a page of the API's documentation shows it. */
type Standing = Operation['standing'];

/** One place in which an answer differs from the contract. */
export interface Difference {
  readonly is:
    | 'missing'
    | 'extra'
    | 'other type'
    | 'other status'
    | 'missing route'
    | 'missing header'
    | 'other header'
    | 'not JSON'
    | 'no answer';
  /** The place in the body, such as `data[].partner_name`, or the header; `''` for the answer as a whole. */
  readonly path: string;
  readonly standing: Standing;
  /** Types, statuses and names, never values. */
  readonly expected: string;
  readonly found: string;
}

interface Comparison {
  readonly differences: readonly Difference[];
  /** The parts that the answer could not show: empty lists, and objects that were null. */
  readonly unseen: readonly string[];
}

/** A part of the contract. It may be one of several, of which at most one has fields or items. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  /** Absent if nothing is known about its fields. */
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Applies to this part and everything inside; absent: inherited. */
  readonly standing?: Standing;
}

/** Matches names that a programmer would give a field. Others may be data, such as the domains in `{"stripe.com": …}`. */
const FIELD_NAME = /^[a-z][a-z0-9_-]{0,63}$/i;
const NAMED_BY_VALUE = '*';
const TIMESTAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Compares the body of an answer with the client's schema of it. @param standing for parts without their own */
export function compare(schema: TSchema, body: unknown, standing: Standing): Comparison {
  const walk = new Walk();
  walk.compare('', schema as Schema, body, standing);
  return walk.result();
}

/** What was found so far. Rows that differ in the same way are one difference. */
class Walk {
  private readonly differences = new Map<string, Difference>();
  private readonly seen = new Set<string>();
  /** Lists that were empty, objects that were null, and those of which a row showed what is inside. */
  private readonly empty = new Set<string>();
  private readonly shown = new Set<string>();

  compare(path: string, schema: Schema, value: unknown, around: Standing): void {
    this.seen.add(path);
    const standing = schema.standing ?? around;
    const either = schema.anyOf ?? [schema];
    const [expected, type] = [either.map(typeInSchema), typeOf(value)];
    if (!isExpected(type, expected)) {
      this.note({ is: 'other type', path, standing, expected: expected.join(' or '), found: type });
    }
    const fields = either.find(({ properties }) => properties !== undefined);
    if (fields !== undefined && isObject(value)) this.compareFields(path, fields, value, standing);
    if (fields !== undefined && value === null) this.empty.add(path);
    const items = either.find((each) => each.items !== undefined)?.items;
    if (items === undefined || !Array.isArray(value)) return;
    (value.length === 0 ? this.empty : this.shown).add(`${path}[]`);
    for (const item of value as unknown[]) this.compare(`${path}[]`, items, item, standing);
  }

  result(): Comparison {
    const differences = [...this.differences.values()].map((difference): Difference => {
      const isElsewhere = difference.is === 'missing' && this.seen.has(difference.path);
      return isElsewhere ? { ...difference, found: 'not in every row' } : difference;
    });
    return { differences, unseen: [...this.empty].filter((path) => !this.shown.has(path)) };
  }

  private compareFields(
    path: string,
    { properties = {}, required = [] }: Schema,
    value: Readonly<Record<string, unknown>>,
    standing: Standing,
  ): void {
    this.shown.add(path);
    for (const [name, field] of Object.entries(properties)) {
      const place = below(path, name);
      if (Object.hasOwn(value, name)) this.compare(place, field, value[name], standing);
      else if (required.includes(name)) {
        const expected = (field.anyOf ?? [field]).map(typeInSchema).join(' or ');
        this.note({ is: 'missing', path: place, standing: field.standing ?? standing, expected, found: 'nothing' });
      }
    }
    for (const name of Object.keys(value).filter((each) => !Object.hasOwn(properties, each))) {
      const shown = FIELD_NAME.test(name) && !hasApiKey(name) ? name : NAMED_BY_VALUE;
      const found = typeOf(value[name]);
      this.note({ is: 'extra', path: below(path, shown), standing, expected: 'nothing', found });
    }
  }

  private note(difference: Difference): void {
    const key = [difference.is, difference.path, difference.found].join(' ');
    if (!this.differences.has(key)) this.differences.set(key, difference);
  }
}

function typeInSchema({ type = 'null', format }: Schema): string {
  if (format === 'date-time') return 'timestamp';
  return type === 'string' ? 'text' : type === 'array' ? 'list' : type;
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'string') return TIMESTAMP.test(value) ? 'timestamp' : 'text';
  return typeof value;
}

/** Every timestamp is a text, and every integer a number. */
function isExpected(type: string, expected: readonly string[]): boolean {
  return (
    expected.includes(type) ||
    (type === 'timestamp' && expected.includes('text')) ||
    (type === 'integer' && expected.includes('number'))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
