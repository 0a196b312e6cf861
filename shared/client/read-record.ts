import type { Static, TSchema } from '@sinclair/typebox';
import {
  firstOf,
  readArray,
  readCount,
  readId,
  readNumber,
  readObject,
  readText,
  readVersion,
  restOf,
  type JsonObject,
} from './json';
import { nameInRecord, typeOf, type ObjectSchema } from './schema';

/** The name of a field in records. */
type NameOf<S, K> = S extends { readonly as: infer N extends string } ? N : K;

/** A field as it is read. What is inside lists and objects is read separately. */
type ReadOf<S extends TSchema> = S extends { readonly reads: 'id' } ? string : Known<NonNullable<Static<S>>>;
type Known<T> = T extends readonly unknown[] ? readonly unknown[] : T extends object ? JsonObject : T;

/** An object of the API as the client keeps it; `null` for what the API does not say. */
export type RecordOf<O extends ObjectSchema> = {
  -readonly [K in keyof O['properties'] & string as NameOf<O['properties'][K], K>]: ReadOf<O['properties'][K]> | null;
};

/** Everything in an answer that its schema does not mention. */
export interface Rest {
  readonly rest?: JsonObject;
}

/** A record that certainly has these fields. */
export type With<R, K extends keyof R> = R & { readonly [N in K]: NonNullable<R[N]> };

/** Whether the answer had this field, without which a record is of no use. */
export function hasField<R, K extends keyof R>(record: R, name: K): record is With<R, K> {
  return record[name] !== null;
}

interface Slot {
  readonly to: string;
  readonly name: string;
  /** With the first one; `null`: no others. */
  readonly names: readonly string[] | null;
  readonly read: (value: unknown) => unknown;
}

/**
 * Makes a tolerant reader of what a schema describes: it never throws, and what has another type is `null`. The schema
 * is read once, because thousands of rows are.
 */
export function readerOf<O extends ObjectSchema>(schema: O): (item: JsonObject) => RecordOf<O> {
  const slots = Object.entries(schema.properties).map(toSlot);
  const blank = Object.fromEntries(slots.map(({ to }): readonly [string, unknown] => [to, null]));
  return (item) => {
    const record = { ...blank };
    for (const { to, name, names, read } of slots)
      record[to] = read(names === null ? item[name] : firstOf(item, names));
    return record as RecordOf<O>;
  };
}

/** The same, but also keeps everything that the schema does not mention. */
export function readerWithRestOf<O extends ObjectSchema>(schema: O): (item: JsonObject) => RecordOf<O> & Rest {
  const read = readerOf(schema);
  const known = new Set(Object.entries(schema.properties).flatMap(namesOf));
  return (item) => {
    const record: RecordOf<O> & { rest?: JsonObject } = read(item);
    const { rest } = restOf(item, known);
    if (rest !== undefined) record.rest = rest;
    return record;
  };
}

function toSlot(entry: readonly [string, TSchema]): Slot {
  const [name, field] = entry;
  const names = namesOf(entry);
  return { to: nameInRecord(name, field), name, names: names.length > 1 ? names : null, read: readOf(field) };
}

function namesOf([name, { also }]: readonly [string, TSchema]): readonly string[] {
  return Array.isArray(also) ? [name, ...(also as readonly string[])] : [name];
}

function readOf(field: TSchema): (value: unknown) => unknown {
  return READERS[typeOf(field)] ?? readText;
}

const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  id: readId,
  version: readVersion,
  string: readText,
  integer: readCount,
  number: readNumber,
  boolean: readBoolean,
  array: readArray,
  object: readObject,
};

function readBoolean(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
