import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { type Inputs, readInputs, readTextArgument, readFieldNames, readNameList } from '../cells/inputs';
import { TraceError } from '../errors/trace-error';
import { refuseSlips, toMendedFormula } from './slips';
import { readDomain } from '../cells/identifier';
import { refuseLongOptions, withoutIdle } from '../cells/option-pairs';
import { type Options, readOptions } from '../cells/options';
import { isBlank, type Table } from '../cells/values';
import type { FormulaTask } from './ports';

/** The arguments of one formula, checked against its catalogue entry. */
export interface FunctionArguments extends FormulaShape {
  readonly spec: FunctionSpec;
  /** Whether the subject of the function is blank, and therefore its answer. */
  readonly isBlank: boolean;
  readonly inputs: Inputs;
  /** The second companies of a pair function. */
  readonly otherInputs: Inputs;
  /** A query, an id or a path; `''` if it is blank. */
  readonly text: string;
}

/** What a function does with its checked arguments. It may throw a `TraceError`, which the formula then shows. */
export type FunctionBody = (received: FunctionArguments) => FormulaTask<Table>;

/** For a function without this parameter. */
const NO_INPUTS: Inputs = { rows: [{ is: 'blank' }], isRange: false, givenRows: 1 };

/**
 * Checks the arguments of a formula. Throws the first problem.
 *
 * @param received as the host passes them; omitted ones may be missing, `undefined`, `null`, `""` or `0`
 */
export function readArguments(spec: FunctionSpec, received: readonly unknown[]): FunctionArguments {
  const shape = readShape(spec, received);
  const textParam = paramFor(spec, 'text');
  const text = textParam === undefined ? '' : readTextArgument(argumentOf(spec, received, 'text'), textParam);
  refuseMissing(spec, received, shape.names);
  const inputs = readInputsOf(spec, received, 'inputs');
  const otherInputs = readInputsOf(spec, received, 'otherInputs');
  const isBlank =
    (textParam !== undefined && textParam.mayBeBlank !== true && text === '') ||
    isOneBlank(paramFor(spec, 'inputs'), inputs) ||
    isOneBlank(paramFor(spec, 'otherInputs'), otherInputs);
  const { fields, names, options, signature } = shape;
  return { fields, names, options, signature, spec, isBlank, inputs, otherInputs, text };
}

function paramFor({ params }: FunctionSpec, takes: ParamSpec['takes']): ParamSpec | undefined {
  return params.find((param) => param.takes === takes);
}

function argumentOf({ params }: FunctionSpec, received: readonly unknown[], takes: ParamSpec['takes']): unknown {
  return received[params.findIndex((param) => param.takes === takes)];
}

function refuseMissing(spec: FunctionSpec, received: readonly unknown[], names: readonly string[]): void {
  for (const [index, { takes, optional, mayBeBlank, name }] of spec.params.entries()) {
    if (optional || mayBeBlank === true || takes === 'fields' || takes === 'options') continue;
    if (takes === 'names' ? names.length > 0 : !isLeftOut(received[index])) continue;
    throw new TraceError('inputsMissing', { parameter: name, formula: toMendedFormula(spec) });
  }
}

function readInputsOf(spec: FunctionSpec, received: readonly unknown[], takes: 'inputs' | 'otherInputs'): Inputs {
  const param = paramFor(spec, takes);
  if (param === undefined) return NO_INPUTS;
  const inputs = readInputs(argumentOf(spec, received, takes));
  if (param.isSingle === true && inputs.rows.length > 1)
    throw new TraceError('oneInputOnly', { rows: inputs.rows.length });
  return inputs;
}

function isOneBlank(param: ParamSpec | undefined, { rows }: Inputs): boolean {
  return param?.isSingle === true && !param.optional && rows[0]?.is === 'blank';
}

/**
 * A blank cell is `""` in Sheets and rows of cells in Excel; `undefined` and `null` mean that the argument was
 * omitted.
 */
function isLeftOut(argument: unknown): boolean {
  return argument === undefined || argument === null;
}

/** The part of a formula that does not depend on its companies. */
interface FormulaShape {
  /** As asked for; otherwise the function's default fields. */
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly options: Options;
  /** The function and its arguments, without companies, queries, paths, `if_problem=` and `refresh=`. */
  readonly signature: string;
}

/** Formulas that are filled down share one shape. A workbook rarely has more shapes than this. */
const MOST_SHAPES = 200;
/** More columns are a slip, such as a wrong range, and could cover cells beside the formula. */
const MOST_COLUMNS = 100;
const ABOUT: ReadonlySet<ParamSpec['takes']> = new Set<ParamSpec['takes']>(['inputs', 'otherInputs', 'text']);

const shapes = new Map<string, FormulaShape>();

/**
 * Parses each shape once: 10,000 formulas that are filled down differ only in their inputs. Throws the problem of the
 * shape, if there is one.
 *
 * @param received as the host passes them
 * @internal tests compare shapes
 */
export function readShape(spec: FunctionSpec, received: readonly unknown[]): FormulaShape {
  const key = toShapeKey(spec, received);
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const given = (takes: ParamSpec['takes']): unknown => argumentOf(spec, received, takes);
  refuseLongOptions(given('options'));
  refuseSlips(spec, received);
  const fields = readFieldNames(given('fields'), spec.fields, spec.takesPaths === true);
  const names = readNameList(given('names'));
  const columns = fields.length + names.length;
  if (columns > MOST_COLUMNS) throw new TraceError('tooManyColumns', { columns });
  const shape: FormulaShape = {
    fields: fields.length > 0 ? fields : spec.defaultFields,
    names,
    options: readOptions(given('options'), spec),
    signature: toSignature(spec, received),
  };
  // A path such as "meta.name" also reads as a domain, so only the input shows whether the two were swapped.
  const isSwappable = [...fields, ...names].every((name) => readDomain(name) !== null);
  if (!isSwappable || fields.length + names.length === 0) {
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}

/** Builds a key without JSON for texts and cells of text, which nearly all formulas have. */
function toShapeKey({ id, params }: FunctionSpec, received: readonly unknown[]): string {
  let key: string = id;
  for (let index = 0; index < params.length; index += 1) {
    if (ABOUT.has(params[index]!.takes)) continue;
    const argument = received[index];
    if (isBlank(argument)) key += '\u0000';
    else if (typeof argument === 'string') key += `\u0000t${argument}`;
    else key += `\u0000${textOfCell(argument) ?? `j${JSON.stringify(argument)}`}`;
  }
  return key;
}

/** The text of a range of one cell. */
function textOfCell(argument: unknown): string | null {
  const rows: readonly unknown[] = Array.isArray(argument) ? argument : [];
  const cells: readonly unknown[] = rows.length === 1 && Array.isArray(rows[0]) ? rows[0] : [];
  return cells.length === 1 && typeof cells[0] === 'string' ? `c${cells[0]}` : null;
}

function toSignature({ id, params }: FunctionSpec, received: readonly unknown[]): string {
  // An argument omitted at the end equals a blank one; hosts differ in which they pass.
  const shaping = params.flatMap(({ takes }, index) => {
    if (ABOUT.has(takes)) return [];
    const argument = takes === 'options' ? withoutIdle(received[index]) : received[index];
    return [isBlank(argument) ? '' : argument];
  });
  return JSON.stringify([id, ...shaping]);
}
