import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { withoutIfProblem } from '../cells/if-problem';
import { readInputs, type Inputs } from '../cells/inputs';
import { readFieldNames, readNames } from '../cells/names';
import { readOptions, type Options } from '../cells/options';
import { readTextArgument } from '../cells/text';
import { isBlank } from '../cells/values';
import { TraceError } from '../errors/trace-error';
import { toMendedFormula } from './mended-formula';
import { refuseSlips } from './slips';

/** The arguments of one formula, checked as its catalogue entry asks. */
export interface FunctionArguments {
  readonly spec: FunctionSpec;
  /** Whether the one thing that the function is about is blank; so is then its answer. */
  readonly isBlank: boolean;
  readonly inputs: Inputs;
  /** The other side of a pair. */
  readonly otherInputs: Inputs;
  /** A query, an id or a path; `''` where it is blank. */
  readonly text: string;
  /** As asked for, or the function's default fields. */
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly options: Options;
  /** The function and its arguments but for the companies, queries and paths it is about. */
  readonly signature: string;
}

/**
 * Throws the problem of the formula, if it has one.
 *
 * @param received as the host hands them over; left out ones may be missing, `undefined`, `null`, `""` or `0`
 */
export function readArguments(spec: FunctionSpec, received: readonly unknown[]): FunctionArguments {
  const paramFor = (takes: ParamSpec['takes']): ParamSpec | undefined =>
    spec.params.find((param) => param.takes === takes);
  const argumentOf = (takes: ParamSpec['takes']): unknown =>
    received[spec.params.findIndex((param) => param.takes === takes)];
  refuseSlips(spec, received);
  const fields = readFieldNames(argumentOf('fields'), spec.fields, spec.takesPaths === true);
  const names = readNames(argumentOf('names'));
  const options = readOptions(argumentOf('options'), spec);
  const textParam = paramFor('text');
  const text = textParam === undefined ? '' : readTextArgument(argumentOf('text'), textParam);
  const isMissing: Readonly<Record<ParamSpec['takes'], boolean>> = {
    inputs: isLeftOut(argumentOf('inputs')),
    otherInputs: isLeftOut(argumentOf('otherInputs')),
    text: isLeftOut(argumentOf('text')),
    names: names.length === 0,
    fields: false,
    options: false,
  };
  for (const { takes, optional, mayBeBlank, name } of spec.params) {
    if (!optional && mayBeBlank !== true && isMissing[takes])
      throw new TraceError('inputsMissing', { parameter: name, formula: toMendedFormula(spec) });
  }
  const isSingle = (takes: 'inputs' | 'otherInputs'): boolean => paramFor(takes)?.isSingle === true;
  const inputsOf = (takes: 'inputs' | 'otherInputs'): Inputs => {
    const inputs = readInputs(argumentOf(takes));
    if (isSingle(takes) && inputs.isRange) throw new TraceError('oneInputOnly', { rows: inputs.rows.length });
    return inputs;
  };
  const [inputs, otherInputs] = [inputsOf('inputs'), inputsOf('otherInputs')];
  const isBlank = spec.params.some(({ takes, optional, mayBeBlank }) => {
    if (takes === 'text') return text === '' && mayBeBlank !== true;
    if (takes !== 'inputs' && takes !== 'otherInputs') return false;
    return isSingle(takes) && !optional && (takes === 'inputs' ? inputs : otherInputs).rows[0]?.is === 'blank';
  });
  return {
    spec,
    isBlank,
    inputs,
    otherInputs,
    text,
    fields: fields.length > 0 ? fields : spec.defaultFields,
    names,
    options,
    signature: toSignature(spec, received),
  };
}

/** A blank cell is `""` in Sheets, and rows of cells in Excel; bare, these two stand for nothing at all. */
function isLeftOut(argument: unknown): boolean {
  return argument === undefined || argument === null;
}

const ABOUT: ReadonlySet<ParamSpec['takes']> = new Set<ParamSpec['takes']>(['inputs', 'otherInputs', 'text']);

function toSignature(spec: FunctionSpec, received: readonly unknown[]): string {
  // One left out at the end is the same as one that is blank, and hosts differ in which they hand over.
  const shaping = spec.params.flatMap(({ takes }, index) => {
    if (ABOUT.has(takes)) return [];
    return [takes === 'options' ? withoutIfProblem(received[index]) : received[index]];
  });
  return JSON.stringify([spec.id, ...shaping.map((argument) => (isBlank(argument) ? '' : argument))]);
}
