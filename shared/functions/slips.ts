import { FUNCTIONS } from '../catalogue/index';
import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { readDomain } from '../cells/identifier';
import { findField, readNames } from '../cells/names';
import { isBlank } from '../cells/values';
import { TraceError } from '../errors/trace-error';
import { hasApiKey } from '../errors/mask-keys';
import { toLiteral, toMendedFormula } from './mended-formula';

const PLACES = ['first', 'second', 'third', 'fourth'];
const OPTION = /^(\w+)\s*=/;

/** An error value of a cell. A name without quotes is `#NAME?`. */
const CELL_ERROR = /^#[A-Z]/;

/**
 * Recognizes slips whose intent is clear. Throws `nameUnreadable` with an example in quotes; `argumentsSwapped`,
 * `optionsMisplaced`, `fieldElsewhere`, each with the formula that was meant.
 */
export function refuseSlips(spec: FunctionSpec, received: readonly unknown[]): void {
  const argumentOf = (...takes: readonly ParamSpec['takes'][]): unknown =>
    received[spec.params.findIndex((param) => takes.includes(param.takes))];
  const names = readNames(argumentOf('fields', 'names'));
  const options = argumentOf('options');
  refuseUnquoted(spec, 'fields', readNames(argumentOf('fields')));
  refuseUnquoted(spec, 'options', [oneCell(options)]);
  if (names.length === 0) return;
  refuseMisplacedOptions(spec, names, readNames(oneCell(options)));
  if (spec.fields.length === 0) return;
  refuseSwapped(spec, argumentOf('inputs'), names);
  refuseFieldElsewhere(spec, names);
}

/** A text without quotes: `=TRACE_TECH(A2,category)`. */
function refuseUnquoted(spec: FunctionSpec, takes: 'fields' | 'options', texts: readonly unknown[]): void {
  const shown = texts.find((text): text is string => typeof text === 'string' && CELL_ERROR.test(text));
  const param = spec.params.find((each) => each.takes === takes);
  if (shown === undefined || param === undefined) return;
  const example = takes === 'fields' ? toLiteral(spec.defaultFields[0] ?? '') : param.example;
  throw new TraceError('nameUnreadable', { parameter: param.name, shown, example });
}

/**
 * Options in the place of fields: `=TRACE_TECH(A2,"top=5")`, or `=TRACE_TECH(A2,"top=5","category")`.
 *
 * @param others what stands in the place of the options
 */
function refuseMisplacedOptions(spec: FunctionSpec, names: readonly string[], others: readonly string[]): void {
  const place = PLACES[spec.params.findIndex(({ takes }) => takes === 'options')];
  const from = names.findIndex((name) => isOption(spec, name));
  if (from < 0 || place === undefined) return;
  // The sentence repeats them.
  if (names.some(hasApiKey)) throw new TraceError('inputIsApiKey', {});
  // A comma within the options separates values, or stands for a semicolon.
  const options = toLiteral(names.slice(from).reduce((text, name) => `${text}${OPTION.test(name) ? ';' : ','}${name}`));
  const swapped = others.filter((name) => findField(spec.fields, name) !== null);
  const meant = from === 0 ? swapped : names.slice(0, from);
  const fields = meant.length === 0 ? {} : { fields: toLiteral(meant.join(', ')) };
  throw new TraceError('optionsMisplaced', { place, formula: toMendedFormula(spec, { ...fields, options }) });
}

/** Free names may contain an equals sign, as in `partners top=3`. There only the function's own options count. */
function isOption({ fields, options }: FunctionSpec, name: string): boolean {
  const option = OPTION.exec(name)?.[1]?.toLowerCase();
  return option !== undefined && (fields.length > 0 || options.some((known) => known === option));
}

/** A field in the place of the company: `=TRACE_COMPANY("industry",A2)`. */
function refuseSwapped(spec: FunctionSpec, inputs: unknown, names: readonly string[]): void {
  const first = oneCell(inputs);
  const isField = typeof first === 'string' && !isBlank(first) && findField(spec.fields, first) !== null;
  if (!isField || !names.every((name) => readDomain(name) !== null)) return;
  const companies = names.length === 1 ? { inputs: toLiteral(names[0] ?? '') } : {};
  throw new TraceError('argumentsSwapped', {
    formula: toMendedFormula(spec, { ...companies, fields: toLiteral(first.trim()) }),
  });
}

/** The cell of a range that has one row; anything else as it is. */
function oneCell(argument: unknown): unknown {
  return Array.isArray(argument) && argument.length === 1 ? (argument as unknown[][])[0]?.[0] : argument;
}

/** A field of another function over companies that shares no word with this function's names. */
function refuseFieldElsewhere(spec: FunctionSpec, names: readonly string[]): void {
  if (spec.params[0]?.takes !== 'inputs') return;
  for (const field of names) {
    const word = field.toLowerCase();
    if (findField(spec.fields, field) !== null || spec.fields.some(({ name }) => name.split('_').includes(word)))
      continue;
    const other = FUNCTIONS.find(
      ({ params, fields }) => params[0]?.takes === 'inputs' && findField(fields, field) !== null,
    );
    if (other === undefined) continue;
    throw new TraceError('fieldElsewhere', {
      field,
      name: other.id,
      formula: toMendedFormula(other, { fields: toLiteral(field) }),
    });
  }
}
