import type { AnswerHeader } from '../../shared/api';

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

/** The successful answer of one operation. */
export interface OperationShape {
  readonly standing: Standing;
  readonly status: number;
  readonly headers: readonly AnswerHeader[];
  /** A CSV is a list of rows with its columns as fields, and an empty body is `null`. */
  readonly body: Shape;
}

/** Every operation's shape, by its name. */
export type Contract = Readonly<Record<string, OperationShape>>;
