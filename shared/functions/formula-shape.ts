import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { readDomain } from '../cells/identifier';
import { withoutIfProblem } from '../cells/if-problem';
import { readFieldNames, readNames } from '../cells/names';
import { readOptions, type Options } from '../cells/options';
import { isBlank } from '../cells/values';
import { refuseSlips } from './slips';

/** What a formula asks of whatever companies it is about. */
export interface FormulaShape {
  /** As asked for, or the function's default fields. */
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly options: Options;
  /** The function and its arguments but for the companies, queries and paths it is about, and for `if_problem=`. */
  readonly signature: string;
}

/** Formulas that are filled down share one shape; more different ones than this are rare in a workbook. */
const MOST_SHAPES = 200;
const ABOUT: ReadonlySet<ParamSpec['takes']> = new Set<ParamSpec['takes']>(['inputs', 'otherInputs', 'text']);

const shapes = new Map<string, FormulaShape>();

/**
 * Reads each shape once: 10,000 formulas that are filled down differ in their inputs only. Throws the problem of the
 * formula, if its shape has one.
 *
 * @param received as the host hands them over
 */
export function readShape(spec: FunctionSpec, received: readonly unknown[]): FormulaShape {
  const key = toKey(spec, received, (argument) => argument);
  const known = shapes.get(key);
  if (known !== undefined) return known;
  refuseSlips(spec, received);
  const argumentOf = (takes: ParamSpec['takes']): unknown =>
    received[spec.params.findIndex((param) => param.takes === takes)];
  const fields = readFieldNames(argumentOf('fields'), spec.fields, spec.takesPaths === true);
  const names = readNames(argumentOf('names'));
  const shape: FormulaShape = {
    fields: fields.length > 0 ? fields : spec.defaultFields,
    names,
    options: readOptions(argumentOf('options'), spec),
    signature: toKey(spec, received, withoutIfProblem),
  };
  // A path such as "meta.name" reads as a domain too: whether it was swapped with the input depends on the input.
  const isSwappable = [...fields, ...names].every((name) => readDomain(name) !== null);
  if (!isSwappable || fields.length + names.length === 0) {
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}

function toKey(spec: FunctionSpec, received: readonly unknown[], ofOptions: (options: unknown) => unknown): string {
  // One left out at the end is the same as one that is blank, and hosts differ in which they hand over.
  const shaping = spec.params.flatMap(({ takes }, index) => {
    if (ABOUT.has(takes)) return [];
    const argument = takes === 'options' ? ofOptions(received[index]) : received[index];
    return [isBlank(argument) ? '' : argument];
  });
  return JSON.stringify([spec.id, ...shaping]);
}
