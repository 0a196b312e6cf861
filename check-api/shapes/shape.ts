/** What a value is. A `timestamp` is an ISO 8601 text and an `integer` a whole number. */
export const VALUE_TYPES = ['text', 'timestamp', 'integer', 'number', 'boolean', 'object', 'list', 'null'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/**
 * How sure a part of the contract is. `documented`: a page of the API's documentation shows it. `assumed`: our working
 * guess. `observed`: an answer of the service had it.
 */
export const STANDINGS = ['documented', 'assumed', 'observed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a part of an answer looks like: types and field names, never a value. Written to contract files as it is. */
export interface Shape {
  readonly is: readonly ValueType[];
  /** Of an object; absent where nothing is known about them. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** Of a list; absent where nothing is known about them. */
  readonly items?: Shape;
  /** A field that may be left out. */
  readonly isOptional?: true;
  /** Of this part and all within; absent where it is that of the part around. */
  readonly standing?: Standing;
}

/** A header that an answer has to have. */
export interface HeaderShape {
  readonly name: string;
  /** `seconds`: a whole number, as in the documentation's only example of `Retry-After`. */
  readonly form: 'seconds' | 'any';
  /** Needed unless this field of the body has one of these values. */
  readonly unless?: { readonly field: string; readonly hasOneOf: readonly string[] };
}

/** What one operation answers when all is well. */
export interface OperationShape {
  readonly standing: Standing;
  readonly status: number;
  readonly headers: readonly HeaderShape[];
  /** Of JSON; a CSV is a list of rows with its columns as fields, and no body is `null`. */
  readonly body: Shape;
}

/** Every operation's shape, by its name. */
export type Contract = Readonly<Record<string, OperationShape>>;

export const text: Shape = { is: ['text'] };
export const timestamp: Shape = { is: ['timestamp'] };
export const integer: Shape = { is: ['integer'] };
export const number: Shape = { is: ['number'] };
export const boolean: Shape = { is: ['boolean'] };
/** An object of which no field is known. */
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
