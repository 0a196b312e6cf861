import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { readInputs, type Inputs } from '../cells/inputs';
import { readTextArgument } from '../cells/text';
import { TraceError } from '../errors/trace-error';
import { readShape, type FormulaShape } from './formula-shape';
import { toMendedFormula } from './mended-formula';

/** The arguments of one formula, checked against its catalogue entry. */
export interface FunctionArguments extends FormulaShape {
  readonly spec: FunctionSpec;
  /** Whether the subject of the function is blank, and so its answer. */
  readonly isBlank: boolean;
  readonly inputs: Inputs;
  /** The other side of a pair. */
  readonly otherInputs: Inputs;
  /** A query, an id or a path; `''` where it is blank. */
  readonly text: string;
}

/** Of a function that has no such parameter. */
const NO_INPUTS: Inputs = { rows: [{ is: 'blank' }], isRange: false, givenRows: 1 };

/**
 * Checks the arguments of a formula. Throws the problem, if there is one.
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

/** A blank cell is `""` in Sheets, and rows of cells in Excel; `null` and `0` mean nothing at all. */
function isLeftOut(argument: unknown): boolean {
  return argument === undefined || argument === null;
}
