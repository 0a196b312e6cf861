import { checkFilledList, checkObject, invalid, type Loc, missing, notOneOf, notText, wrongValue } from '../validation';
import type { Definition, Leaf, Tree } from './definition';
import { FILTER_FIELDS, REGISTRY_VERSION } from './filter-fields';

/** Deeper than anyone builds by hand, and far from exhausting the stack. */
const MOST_LEVELS = 10;

/**
 * Reads a definition from a body. Refuses a bad one with a 422 that says where its first problem is.
 * @param loc its place in the body
 */
export function readDefinition(input: unknown, loc: Loc): Definition {
  if (input === undefined) throw missing(loc);
  const { registry_version: version, tree } = checkObject(input, loc);
  checkVersion(version, [...loc, 'registry_version'], input);
  if (tree === undefined) throw missing([...loc, 'tree'], input);
  return { registry_version: REGISTRY_VERSION, tree: readTree(tree, [...loc, 'tree']) };
}

function checkVersion(version: unknown, loc: Loc, input: unknown): void {
  if (version === undefined) throw missing(loc, input);
  if (typeof version !== 'string') throw invalid(notText(loc, version));
  if (version === REGISTRY_VERSION) return;
  throw wrongValue(loc, `registry_version is stale: the current one is ${REGISTRY_VERSION}`, version);
}

function readTree(input: unknown, loc: Loc, level = 1): Tree {
  if (level > MOST_LEVELS) throw wrongValue(loc, `a tree has at most ${MOST_LEVELS} levels`, null);
  const tree = checkObject(input, loc);
  if (!('op' in tree)) return readLeaf(tree, loc);
  const { op, children } = tree;
  if (op !== 'and' && op !== 'or') throw notOneOf(['and', 'or'], op, [...loc, 'op']);
  const places = [...loc, 'children'];
  return {
    op,
    children: checkFilledList(children, places).map((child, at) => readTree(child, [...places, at], level + 1)),
  };
}

function readLeaf(leaf: Readonly<Record<string, unknown>>, loc: Loc): Leaf {
  for (const part of ['field', 'operator', 'value']) {
    if (leaf[part] === undefined) throw missing([...loc, part], leaf);
  }
  const field = FILTER_FIELDS.find(({ name }) => name === leaf['field']);
  if (field === undefined) {
    const names = FILTER_FIELDS.map(({ name }) => name);
    throw notOneOf(names, leaf['field'], [...loc, 'field']);
  }
  const operator = field.operators.find((name) => name === leaf['operator']);
  if (operator === undefined) throw notOneOf(field.operators, leaf['operator'], [...loc, 'operator']);
  const { name, type } = field;
  const [value, at] = [leaf['value'], [...loc, 'value']];
  if (operator === 'in') {
    if (isTexts(value)) return { field: name, operator, value };
    throw invalid({ type: 'list_type', loc: at, msg: 'Input should be a valid list of strings', input: value });
  }
  if (type === 'number') {
    if (typeof value === 'number') return { field: name, operator, value };
    throw invalid({ type: 'float_type', loc: at, msg: 'Input should be a valid number', input: value });
  }
  if (typeof value === 'string') return { field: name, operator, value };
  throw invalid(notText(at, value));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
