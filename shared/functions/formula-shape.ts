import type { FunctionSpec, ParamSpec } from '../catalogue/types';
import { readDomain } from '../cells/identifier';
import { withoutIdle } from '../cells/if-problem';
import { readFieldNames, readNameList } from '../cells/names';
import { refuseLongOptions } from '../cells/option-pairs';
import { readOptions, type Options } from '../cells/options';
import { isBlank } from '../cells/values';
import { refuseSlips } from './slips';

/** The part of a formula that does not depend on its companies. */
export interface FormulaShape {
  /** As asked for, or the function's default fields. */
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly options: Options;
  /** The function and its arguments, without companies, queries, paths, `if_problem=` and `refresh=`. */
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
  const key = toShapeKey(spec, received);
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const argumentOf = (takes: ParamSpec['takes']): unknown =>
    received[spec.params.findIndex((param) => param.takes === takes)];
  refuseLongOptions(argumentOf('options'));
  refuseSlips(spec, received);
  const fields = readFieldNames(argumentOf('fields'), spec.fields, spec.takesPaths === true);
  const names = readNameList(argumentOf('names'));
  const shape: FormulaShape = {
    fields: fields.length > 0 ? fields : spec.defaultFields,
    names,
    options: readOptions(argumentOf('options'), spec),
    signature: toSignature(spec, received),
  };
  // A path such as "meta.name" also reads as a domain: whether the two were swapped depends on the input.
  const isSwappable = [...fields, ...names].every((name) => readDomain(name) !== null);
  if (!isSwappable || fields.length + names.length === 0) {
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}

/** Texts and cells of text, which nearly all formulas have, need no JSON to be told apart. */
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

/** A range of one cell with a text. */
function textOfCell(argument: unknown): string | null {
  const rows: readonly unknown[] = Array.isArray(argument) ? argument : [];
  const cells: readonly unknown[] = rows.length === 1 && Array.isArray(rows[0]) ? rows[0] : [];
  return cells.length === 1 && typeof cells[0] === 'string' ? `c${cells[0]}` : null;
}

function toSignature({ id, params }: FunctionSpec, received: readonly unknown[]): string {
  // An argument omitted at the end is the same as a blank one; hosts differ in which they pass.
  const shaping = params.flatMap(({ takes }, index) => {
    if (ABOUT.has(takes)) return [];
    const argument = takes === 'options' ? withoutIdle(received[index]) : received[index];
    return [isBlank(argument) ? '' : argument];
  });
  return JSON.stringify([id, ...shaping]);
}
