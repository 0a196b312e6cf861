import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { readDomain } from '../cells/identifier';
import { withoutIfProblem } from '../cells/if-problem';
import { readFieldNames, readNames } from '../cells/names';
import { readOptions, type Options } from '../cells/options';
import { isBlank } from '../cells/values';
import { refuseSlips } from './slips';

/** The part of a formula that does not depend on its companies. */
export interface FormulaShape {
  /** As asked for, or the function's default fields. */
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly options: Options;
  /** The function and its arguments, without companies, queries, paths and `if_problem=`. */
  readonly signature: string;
}

/** Formulas that are filled down share one shape. A workbook rarely has more shapes than this. */
const MOST_SHAPES = 200;
const ABOUT: ReadonlySet<ParamSpec['takes']> = new Set<ParamSpec['takes']>(['inputs', 'otherInputs', 'text']);

const shapes = new Map<string, FormulaShape>();

/**
 * Parses each shape once: 10,000 formulas that are filled down only differ in their inputs. Throws the problem of the
 * shape, if there is one.
 *
 * @param received as the host passes them
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
  // A path such as "meta.name" also reads as a domain: whether the two were swapped depends on the input.
  const isSwappable = [...fields, ...names].every((name) => readDomain(name) !== null);
  if (!isSwappable || fields.length + names.length === 0) {
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}

function toKey(spec: FunctionSpec, received: readonly unknown[], ofOptions: (options: unknown) => unknown): string {
  // An argument omitted at the end is the same as a blank one; hosts differ in which they pass.
  const shaping = spec.params.flatMap(({ takes }, index) => {
    if (ABOUT.has(takes)) return [];
    const argument = takes === 'options' ? ofOptions(received[index]) : received[index];
    return [isBlank(argument) ? '' : argument];
  });
  return JSON.stringify([spec.id, ...shaping]);
}
