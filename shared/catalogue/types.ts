import type { OptionName } from './options';

/** One value that a function shows for each company, list entry or row. */
export interface FieldSpec {
  /** What a user types and what a header shows; the API's own word if it has one. */
  readonly name: string;
  readonly about: string;
  /** `list`: several values for one company. Any other kind: one value. */
  readonly kind: 'text' | 'number' | 'date' | 'list';
  /** Other names by which users or the API know it. */
  readonly aliases?: readonly string[];
  readonly example: string;
}

export interface ParamSpec {
  readonly name: string;
  /** Shown while the formula is typed, so it has no line breaks. */
  readonly about: string;
  /**
   * `inputs`: a cell or a column of companies; `otherInputs`: a second one. `text`: one text. `fields`: names of
   * {@link FunctionSpec.fields}. `names`: free names. `options`: `key=value` pairs.
   */
  readonly takes: 'inputs' | 'otherInputs' | 'text' | 'fields' | 'names' | 'options';
  /** Whether a whole column is refused. If the parameter is required, a blank cell gives a blank answer. */
  readonly isSingle?: true;
  /** Whether the function itself decides when the parameter is needed. */
  readonly mayBeBlank?: true;
  readonly optional?: true;
  /**
   * The prefix of an id that stands in for a name when the formula is priced: finding the id by name is free, and
   * what follows costs the same.
   */
  readonly pricedAs?: string;
  /** As written in a formula. */
  readonly example: string;
}

/** One argument of an example: a literal, a column of cells, or `null` for an omitted one. */
export type ExampleArgument = string | null | readonly (readonly (string | number | null)[])[];

/** An example of a function: what it shows, and its arguments in order. */
export interface ExampleSpec {
  readonly about: string;
  readonly args: readonly ExampleArgument[];
}

export interface TopSpec {
  readonly usual: number | null;
  readonly most: number;
}

/** A function that users type in a cell, as data. Every list of functions is derived from these. */
export interface FunctionSpec {
  /** Its name in every host and its id in Excel workbooks. Never changes once published. */
  readonly id: `TRACE_${string}`;
  /** One sentence without line breaks: hosts show it while the formula is typed. */
  readonly about: string;
  readonly family: 'Companies' | 'Technologies' | 'Partners' | 'Lists' | 'Help';
  /** Its price in credits, as a user reads it. */
  readonly costs: string;
  readonly params: readonly ParamSpec[];
  readonly fields: readonly FieldSpec[];
  /** The fields shown when none are asked for. */
  readonly defaultFields: readonly string[];
  /** Whether `fields` may also contain dotted paths into the API's answer. */
  readonly takesPaths?: true;
  readonly options: readonly OptionName[];
  /** The values of the option `layout`, the default first; absent: it has no such option. */
  readonly layouts?: readonly ('join' | 'columns' | 'spill' | 'card')[];
  /** The default of `top=` (`null`: no limit) and its maximum. */
  readonly top: TopSpec;
  /** Whether a header row is shown unless `headers=` says otherwise. */
  readonly headers: 0 | 1;
  /** The API operations that answer it, the preferred one first. The others replace it if its route is missing. */
  readonly operations: readonly string[];
  readonly examples: readonly [ExampleSpec, ...ExampleSpec[]];
}
