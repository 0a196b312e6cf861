import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { readInputs, type Inputs } from '../cells/inputs';
import { readFieldNames, readNames } from '../cells/names';
import { readOptions, type Options } from '../cells/options';
import { TraceError } from '../errors';

/** The arguments of one formula, checked as its catalogue entry asks. */
export interface FunctionArguments {
  readonly inputs: Inputs;
  /** As asked for, or the function's default fields. */
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly options: Options;
}

/**
 * Throws the problem of the formula, if it has one.
 *
 * @param received as the host hands them over; left out ones may be missing, `undefined`, `null`, `""` or `0`
 */
export function readArguments(spec: FunctionSpec, received: readonly unknown[]): FunctionArguments {
  const argumentOf = (takes: ParamSpec['takes']): unknown =>
    received[spec.params.findIndex((param) => param.takes === takes)];
  const fields = readFieldNames(argumentOf('fields'), spec.fields, spec.takesPaths);
  const names = readNames(argumentOf('names'));
  const options = readOptions(argumentOf('options'), spec);
  for (const param of spec.params) {
    const isMissing = param.takes === 'inputs' ? argumentOf('inputs') === undefined : names.length === 0;
    if (!param.optional && isMissing && (param.takes === 'inputs' || param.takes === 'names')) {
      throw new TraceError('inputsMissing', { parameter: param.name, example: param.example });
    }
  }
  return {
    inputs: readInputs(argumentOf('inputs')),
    fields: fields.length > 0 ? fields : spec.defaultFields,
    names,
    options,
  };
}
