import {
  Array as ArrayOf,
  Boolean as BooleanOf,
  Integer,
  Null,
  Number as NumberOf,
  Object as ObjectOf,
  Optional,
  String as StringOf,
  Union,
  Unsafe,
  type Static,
  type TNull,
  type TObject,
  type TProperties,
  type TSchema,
  type TUnion,
} from '@sinclair/typebox';

/**
 * The words in which resources describe the answers of the API. A schema is plain JSON Schema; the client's readers,
 * the fields of functions, the sandbox's types and the contract check follow from it.
 */

/** How certain a part of an answer is. `documented`: a page of the API's documentation shows it. */
type Standing = 'documented' | 'assumed';

/** The successful answer of one operation. */
export interface Answer<S extends TSchema = TSchema> {
  readonly standing: Standing;
  readonly status: number;
  readonly headers: readonly AnswerHeader[];
  /** A CSV is a list of rows with its columns as fields, and an empty body is `null`. */
  readonly body: S;
}

/** A header that an answer must have. */
export interface AnswerHeader {
  readonly name: string;
  /** `seconds`: a whole number, as in the documentation's only example of `Retry-After`. */
  readonly form: 'seconds' | 'any';
  /** Required unless this field of the body has one of these values. */
  readonly unless?: { readonly field: string; readonly hasOneOf: readonly string[] };
}

export type ObjectSchema = TObject;

/** A value that a schema describes, as the service sends it. */
export type ValueOf<S extends TSchema> = ReadonlyDeep<Static<S>>;

type ReadonlyDeep<T> = T extends readonly (infer I)[]
  ? readonly ReadonlyDeep<I>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T;

export const text = StringOf();
/** ISO 8601. */
export const timestamp = StringOf({ format: 'date-time' });
export const integer = Integer();
export const number = NumberOf();
export const boolean = BooleanOf();
export const nothing = Null();
/** An object whose fields are all unknown. */
export const anyObject = Unsafe<object>({ type: 'object' });
/** A version is copied into a request unchanged, so both types are accepted. */
export const version = { ...Union([text, integer]), reads: 'version' } as const;

export function object<P extends TProperties>(fields: P): TObject<P> {
  return ObjectOf(fields);
}

export function listOf<S extends TSchema>(items: S) {
  return ArrayOf(items);
}

export function orNull<S extends TSchema>(schema: S): TUnion<[S, TNull]> {
  return Union([schema, nothing]);
}

export function optional<S extends TSchema>(schema: S) {
  return Optional(schema);
}

/** An identifier, which some services write as a number and others as a text. Records have it as a text. */
export function id<S extends TSchema>(schema: S) {
  return { ...schema, reads: 'id' } as const;
}

/**
 * A field with another name in records, which is also the field's name in functions.
 * @param also names under which answers may have it instead
 */
export function called<N extends string, S extends TSchema>(as: N, schema: S, ...also: readonly string[]) {
  return { ...schema, as, also };
}

/** A field that answers may have under another name. */
export function also<S extends TSchema>(schema: S, ...names: readonly string[]): S {
  return { ...schema, also: names };
}

/** A part of an assumed answer that is documented. */
export function documentedPart<S extends TSchema>(schema: S): S {
  return { ...schema, standing: 'documented' };
}

export function documented<S extends TSchema>(body: S, status = 200): Answer<S> {
  return { standing: 'documented', status, headers: [], body };
}

export function assumed<S extends TSchema>(body: S, status = 200): Answer<S> {
  return { standing: 'assumed', status, headers: [], body };
}

/** The name of a field in records and functions. */
export function nameInRecord(name: string, { as }: TSchema): string {
  return typeof as === 'string' ? as : name;
}

/** How a field is read, or else its type in JSON Schema, whether or not it may be null. */
export function typeOf({ reads, type, anyOf }: TSchema): string {
  const [first] = (anyOf ?? []) as readonly TSchema[];
  return String(reads ?? type ?? (first === undefined ? '' : typeOf(first)));
}
