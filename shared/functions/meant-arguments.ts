import { FUNCTIONS } from '../catalogue/index';
import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { readDomain } from '../cells/identifier';
import { findField, nearestNames, readNameList } from '../cells/names';
import { separated, splitPairs } from '../cells/option-pairs';
import { isBlank } from '../cells/values';
import { toLiteral, toMendedFormula } from './mended-formula';

/** What a formula was meant to be, and the slips in it. */
export interface Meant {
  /** With all slips mended. */
  readonly formula: string;
  readonly hasMisplacedOptions: boolean;
  /** A field stands in the place of the company. */
  readonly isSwapped: boolean;
  /** The first field of another function. */
  readonly elsewhere: { readonly field: string; readonly name: string } | null;
  /** Fields that are close to one that exists. */
  readonly misspelled: readonly string[];
  readonly hasCommas: boolean;
}

const OPTION = /^(\w+)\s*=/;

/** Reads arguments as they were meant. What has no clear intent stays as it is. */
export function readMeant(spec: FunctionSpec, received: readonly unknown[]): Meant {
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

/** The text of one cell; what is longer has to be seen in the sheet. */
export function textOf(argument: unknown): string {
  const cells = Array.isArray(argument) ? (argument as unknown[][]).flat() : [argument];
  const cell = cells.length === 1 ? cells[0] : '';
  return typeof cell === 'string' && !isBlank(cell) ? cell : '';
}

/** Options, and what stands before them. A comma within them separates values, or stands for a semicolon. */
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

/** Another function over companies that has the field. A part of one of the function's own names is looked for there. */
function otherWith({ fields, params }: FunctionSpec, name: string): FunctionSpec | undefined {
  const isPart = fields.some((field) => field.name.split('_').includes(name.toLowerCase()));
  if (fields.length === 0 || isPart || params[0]?.takes !== 'inputs') return undefined;
  return FUNCTIONS.find((other) => other.params[0]?.takes === 'inputs' && isOwn(other, name));
}

function isTypo(spec: FunctionSpec, name: string): boolean {
  const isPath = spec.takesPaths === true && name.includes('.');
  return !isOwn(spec, name) && !isPath && nearestNames(name, spec.fields).length > 0;
}
