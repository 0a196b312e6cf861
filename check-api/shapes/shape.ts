import type { AnswerHeader } from '../../shared/api';

/** The type of a value. A `timestamp` is an ISO 8601 text and an `integer` a whole number. */
export type ValueType = 'text' | 'timestamp' | 'integer' | 'number' | 'boolean' | 'object' | 'list' | 'null';

/**
 * How certain a part of the contract is. `documented`: a page of the API's documentation shows it. `assumed`: our
 * best guess.
 */
export type Standing = 'documented' | 'assumed';

/** The form of a part of an answer: types and field names, never a value. */
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
