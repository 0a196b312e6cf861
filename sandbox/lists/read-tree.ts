import { notOneOf, type ValidationProblem } from '../refusal';
import type { Leaf, Tree } from './definition';
import { FILTER_FIELDS, type FilterField } from './filter-fields';

type Loc = ValidationProblem['loc'];

/** Deeper than anyone builds by hand, and far from exhausting the stack. */
const MOST_LEVELS = 10;

/** Reads a tree from a body; `null`, with the problems noted, if it is not one. */
export function readTree(input: unknown, loc: Loc, problems: ValidationProblem[], level = 1): Tree | null {
  const fail = failWith(problems);
  if (level > MOST_LEVELS) {
    const error = `a tree has at most ${MOST_LEVELS} levels`;
    return fail({ type: 'value_error', loc, msg: `Value error, ${error}`, input: null, ctx: { error } });
  }
  if (!isObject(input)) {
    const msg = 'Input should be a valid dictionary or object to extract fields from';
    return fail({ type: 'model_attributes_type', loc, msg, input });
  }
  if (!('op' in input)) return readLeaf(input, loc, problems);
  const { op, children } = input;
  if (op !== 'and' && op !== 'or') return fail(notOneOf(['and', 'or'], op, [...loc, 'op']));
  if (!Array.isArray(children)) {
    return fail({ type: 'list_type', loc: [...loc, 'children'], msg: 'Input should be a valid list', input: children });
  }
  if (children.length === 0) {
    const msg = 'List should have at least 1 item after validation, not 0';
    const ctx = { field_type: 'List', min_length: 1, actual_length: 0 };
    return fail({ type: 'too_short', loc: [...loc, 'children'], msg, input: children, ctx });
  }
  const read = children.map((child: unknown, place) =>
    readTree(child, [...loc, 'children', place], problems, level + 1),
  );
  return { op, children: read.filter((child) => child !== null) };
}

function readLeaf(leaf: Readonly<Record<string, unknown>>, loc: Loc, problems: ValidationProblem[]): Leaf | null {
  const fail = failWith(problems);
  for (const part of ['field', 'operator', 'value']) {
    if (leaf[part] === undefined)
      return fail({ type: 'missing', loc: [...loc, part], msg: 'Field required', input: leaf });
  }
  const field = FILTER_FIELDS.find(({ name }) => name === leaf['field']);
  if (field === undefined) {
    const names = FILTER_FIELDS.map(({ name }) => name);
    return fail(notOneOf(names, leaf['field'], [...loc, 'field']));
  }
  const operator = field.operators.find((name) => name === leaf['operator']);
  if (operator === undefined) return fail(notOneOf(field.operators, leaf['operator'], [...loc, 'operator']));
  const value = leaf['value'];
  if (operator === 'in') {
    if (isTexts(value)) return { field: field.name, operator, value };
    const msg = 'Input should be a valid list of strings';
    return fail({ type: 'list_type', loc: [...loc, 'value'], msg, input: value });
  }
  if (isValueOf(field, value)) return { field: field.name, operator, value };
  const [type, word] = field.type === 'number' ? ['float_type', 'number'] : ['string_type', 'string'];
  return fail({ type, loc: [...loc, 'value'], msg: `Input should be a valid ${word}`, input: value });
}

function isValueOf({ type }: FilterField, value: unknown): value is string | number {
  return typeof value === (type === 'number' ? 'number' : 'string');
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failWith(problems: ValidationProblem[]): (problem: ValidationProblem) => null {
  return (problem) => {
    problems.push(problem);
    return null;
  };
}
