/** The type of a value. A `timestamp` is an ISO 8601 text and an `integer` a whole number. */
export const VALUE_TYPES = ['text', 'timestamp', 'integer', 'number', 'boolean', 'object', 'list', 'null'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/**
 * How certain a part of the contract is. `documented`: a page of the API's documentation shows it. `assumed`: our
 * best guess. `observed`: an answer of the service had it.
 */
export const STANDINGS = ['documented', 'assumed', 'observed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The form of a part of an answer: types and field names, never a value. Written to contract files as it is. */
export interface Shape {
  readonly is: readonly ValueType[];
  /** For an object; absent if nothing is known about its fields. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** For a list; absent if nothing is known about its items. */
  readonly items?: Shape;
  /** A field that may be left out. */
  readonly isOptional?: true;
  /** Applies to this part and everything inside; absent: inherited. */
  readonly standing?: Standing;
}

/** A header that an answer must have. */
export interface HeaderShape {
  readonly name: string;
  /** `seconds`: a whole number, as in the documentation's only example of `Retry-After`. */
  readonly form: 'seconds' | 'any';
  /** Required unless this field of the body has one of these values. */
  readonly unless?: { readonly field: string; readonly hasOneOf: readonly string[] };
}

/** The successful answer of one operation. */
export interface OperationShape {
  readonly standing: Standing;
  readonly status: number;
  readonly headers: readonly HeaderShape[];
  /** A CSV is a list of rows with its columns as fields, and an empty body is `null`. */
  readonly body: Shape;
}

/** Every operation's shape, by its name. */
export type Contract = Readonly<Record<string, OperationShape>>;

export const text: Shape = { is: ['text'] };
export const timestamp: Shape = { is: ['timestamp'] };
export const integer: Shape = { is: ['integer'] };
export const number: Shape = { is: ['number'] };
export const boolean: Shape = { is: ['boolean'] };
/** An object whose fields are all unknown. */
export const anyObject: Shape = { is: ['object'] };
export const nothing: Shape = { is: ['null'] };

export function object(fields: Readonly<Record<string, Shape>>): Shape {
  return { is: ['object'], fields };
}

export function listOf(items: Shape): Shape {
  return { is: ['list'], items };
}

export function orNull(shape: Shape): Shape {
  return { ...shape, is: [...shape.is, 'null'] };
}

export function optional(shape: Shape): Shape {
  return { ...shape, isOptional: true };
}

export function documented(shape: Shape): Shape {
  return { ...shape, standing: 'documented' };
}

export function answers(standing: Standing, body: Shape, status = 200): OperationShape {
  return { standing, status, headers: [], body };
}
