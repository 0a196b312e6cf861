import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { findField, nearestNames, readNameList } from '../cells/inputs';
import { hasApiKey } from '../errors/mask-keys';
import { TraceError } from '../errors/trace-error';
import { FUNCTIONS } from '../catalogue/index';
import { readDomain } from '../cells/identifier';
import { separated, splitPairs } from '../cells/option-pairs';
import { isBlank } from '../cells/values';

const PLACES = ['first', 'second', 'third', 'fourth'];

/**
 * Error values of cells begin with it in every language. A name without quotes gives `#NAME?`, or `#¿NOMBRE?` in
 * Spanish.
 */
const ERROR_SIGN = '#';

/** No one types more. The sentence would repeat them all in every cell, and take seconds to write. */
const MOST_NAMES = 100;

/**
 * Recognizes slips whose meaning is clear. Throws `nameUnreadable`, `fieldElsewhere`, `optionsMisplaced` or
 * `argumentsSwapped`, and `unknownField` if it comes with another slip. The error names one slip, and its suggested
 * formula corrects all of them.
 */
export function refuseSlips(spec: FunctionSpec, received: readonly unknown[]): void {
  if (received.some((argument, at) => isList(spec, at) && readNameList(argument).length > MOST_NAMES)) return;
  const errors = findUnquoted(spec, received);
  const readable = received.map((argument, at) => errors.find((error) => error.at === at)?.example ?? argument);
  const meant = readMeant(spec, readable);
  const slip = unquoted(errors, meant) ?? elsewhere(meant) ?? misplaced(spec, meant) ?? misspelled(meant);
  if (slip === null) return;
  // The sentence repeats the arguments.
  throw received.some((argument) => readNameList(argument).some(hasApiKey))
    ? new TraceError('inputIsApiKey', {})
    : slip;
}

function isList({ params }: FunctionSpec, at: number): boolean {
  return params[at]?.takes === 'fields' || params[at]?.takes === 'names';
}

/** An argument that is an error value. */
interface Unquoted {
  readonly at: number;
  readonly parameter: string;
  readonly shown: string;
  readonly example: string;
}

function findUnquoted({ params, defaultFields }: FunctionSpec, received: readonly unknown[]): readonly Unquoted[] {
  return params.flatMap(({ takes, name, example }, at) => {
    if (takes !== 'fields' && takes !== 'options') return [];
    const texts = takes === 'fields' ? readNameList(received[at]) : [textOf(received[at])];
    const shown = texts.find((text) => text.startsWith(ERROR_SIGN));
    if (shown === undefined) return [];
    return [{ at, parameter: name, shown, example: takes === 'fields' ? defaultFields[0]! : example.slice(1, -1) }];
  });
}

/** A text without quotes, as in `=TRACE_TECH(A2,category)`. */
function unquoted([error, ...others]: readonly Unquoted[], { formula, ...slips }: Meant): TraceError | null {
  if (error === undefined) return null;
  const { parameter, shown } = error;
  const isAlone = others.length === 0 && !slips.hasCommas && !slips.hasMisplacedOptions;
  return new TraceError('nameUnreadable', { parameter, shown, example: isAlone ? toLiteral(error.example) : formula });
}

/** A field of another function over companies. */
function elsewhere({ elsewhere: found, formula }: Meant): TraceError | null {
  return found === null ? null : new TraceError('fieldElsewhere', { ...found, formula });
}

/** Options in the place of fields, as in `=TRACE_TECH(A2,"top=5")`, or a field in the place of the company. */
function misplaced(spec: FunctionSpec, { formula, ...slips }: Meant): TraceError | null {
  const place = PLACES[spec.params.findIndex(({ takes }) => takes === 'options')];
  if (slips.hasMisplacedOptions && place !== undefined) return new TraceError('optionsMisplaced', { place, formula });
  return slips.isSwapped ? new TraceError('argumentsSwapped', { formula }) : null;
}

/** A single misspelled field has its own sentence. */
function misspelled({ misspelled: [field, ...others], hasCommas, formula }: Meant): TraceError | null {
  const isAlone = others.length === 0 && !hasCommas;
  return field === undefined || isAlone ? null : new TraceError('unknownField', { field, nearest: [], formula });
}

/** What a formula was meant to be, and the slips in it. */
interface Meant {
  /** The formula with all slips corrected. */
  readonly formula: string;
  readonly hasMisplacedOptions: boolean;
  /** Whether a field was typed in place of the company. */
  readonly isSwapped: boolean;
  /** The first field that belongs to another function. */
  readonly elsewhere: { readonly field: string; readonly name: string } | null;
  /** Fields that are close to an existing one. */
  readonly misspelled: readonly string[];
  readonly hasCommas: boolean;
}

const OPTION = /^(\w+)\s*=/;

/** Reads arguments as they were meant. Anything unclear stays as it is. */
function readMeant(spec: FunctionSpec, received: readonly unknown[]): Meant {
  const argumentOf = (...takes: readonly ParamSpec['takes'][]): unknown =>
    received[spec.params.findIndex((param) => takes.includes(param.takes))];
  const names = parted(spec, readNameList(argumentOf('fields', 'names')));
  const given = textOf(argumentOf('options'));
  const second = names.options === '' ? { loose: [], options: separated(given) } : parted(spec, readNameList(given));
  const loose = [...names.loose, ...second.loose.filter((text) => isOwn(spec, text) || readDomain(text) !== null)];
  const first = textOf(argumentOf('inputs')).trim();
  const isSwapped = isField(spec, first) && loose.length > 0 && loose.every((text) => readDomain(text) !== null);
  const fields = isSwapped ? [first] : loose;
  const field = fields.find((each) => !isOwn(spec, each) && otherWith(spec, each) !== undefined);
  const other = field === undefined ? undefined : otherWith(spec, field);
  const isMisspelled = (each: string): boolean => other === undefined && isTypo(spec, each);
  const meant =
    other === undefined
      ? fields.map((each) => (isTypo(spec, each) ? (nearestNames(each, spec.fields)[0] ?? each) : each))
      : fields.filter((each) => !isOwn(spec, each) && findField(other.fields, each) !== null);
  const accepted = (pair: string): boolean =>
    other === undefined || (other.options as readonly string[]).includes(OPTION.exec(pair)?.[1]?.toLowerCase() ?? '');
  const options = splitPairs(`${names.options};${second.options}`).filter(accepted).join(';');
  const list = meant.length === 0 ? {} : { fields: toLiteral(meant.join(', ')), names: toLiteral(meant.join(', ')) };
  return {
    formula: toMendedFormula(other ?? spec, {
      ...(isSwapped && loose.length === 1 ? { inputs: toLiteral(loose[0] ?? '') } : {}),
      ...list,
      ...(options === '' ? {} : { options: toLiteral(options) }),
    }),
    hasMisplacedOptions: names.options !== '',
    isSwapped,
    elsewhere: field === undefined || other === undefined ? null : { field, name: other.id },
    misspelled: fields.filter(isMisspelled),
    hasCommas: separated(given) !== given,
  };
}

/** The text of one cell. A longer range has to be checked in the sheet. */
function textOf(argument: unknown): string {
  const cells = Array.isArray(argument) ? (argument as unknown[][]).flat() : [argument];
  const cell = cells.length === 1 ? cells[0] : '';
  return typeof cell === 'string' && !isBlank(cell) ? cell : '';
}

/**
 * Separates options from the text before them. A comma within options separates values, or stands for a semicolon.
 */
function parted(
  spec: FunctionSpec,
  names: readonly string[],
): { readonly loose: readonly string[]; readonly options: string } {
  const from = names.findIndex((name) => isOption(spec, name));
  if (from < 0) return { loose: names, options: '' };
  const options = names.slice(from).reduce((text, name) => `${text}${OPTION.test(name) ? ';' : ','}${name}`);
  return { loose: names.slice(0, from), options };
}

/** Free names may contain an equals sign, as in `partners top=3`. There only the function's own options count. */
function isOption({ fields, options }: FunctionSpec, name: string): boolean {
  const option = OPTION.exec(name)?.[1]?.toLowerCase();
  return option !== undefined && (fields.length > 0 || options.some((known) => known === option));
}

function isOwn({ fields }: FunctionSpec, name: string): boolean {
  return findField(fields, name) !== null;
}

function isField(spec: FunctionSpec, name: string): boolean {
  return name !== '' && (isOwn(spec, name) || otherWith(spec, name) !== undefined);
}

/**
 * Another function over companies that has the field. There is none if the name is a word of one of this function's
 * own field names.
 */
function otherWith({ fields, params }: FunctionSpec, name: string): FunctionSpec | undefined {
  const isPart = fields.some((field) => field.name.split('_').includes(name.toLowerCase()));
  if (fields.length === 0 || isPart || params[0]?.takes !== 'inputs') return undefined;
  return FUNCTIONS.find((other) => other.params[0]?.takes === 'inputs' && isOwn(other, name));
}

function isTypo(spec: FunctionSpec, name: string): boolean {
  const isPath = spec.takesPaths === true && name.includes('.');
  return !isOwn(spec, name) && !isPath && nearestNames(name, spec.fields).length > 0;
}

/** The text for each kind of argument. Without one, an example is used, or an optional argument is left out. */
type GivenTexts = Readonly<Partial<Record<ParamSpec['takes'], string>>>;

/** A formula that can be typed, such as `=TRACE_TECH(A2,,"top=5")`, for the sentence about a wrong one. */
export function toMendedFormula({ id, params }: Pick<FunctionSpec, 'id' | 'params'>, given: GivenTexts = {}): string {
  const texts = params.map(({ takes, optional, example }) => given[takes] ?? (optional ? '' : toOneCell(example)));
  return `=${id}(${texts.join(',').replace(/,+$/, '')})`;
}

/** A text as a formula spells it. */
export function toLiteral(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** The first cell of a range; a range is a longer example than needed. */
function toOneCell(example: string): string {
  return example.replace(/^([A-Z]+\d+):[A-Z]+\d+$/, '$1');
}
