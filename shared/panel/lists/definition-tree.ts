import { readArray, readObject, readText, restOf, type JsonObject } from '../../client/json';
import type { Definition } from '../../client/resources/list-answers';
import { cut } from '../common/words';

/** A tree of conditions as the service sends it. Whatever is not edited stays as it came. */
export type Tree = JsonObject;

/** The way to a node: which child of each group, from the root. */
export type Path = readonly number[];

/** What the editor can show of a node. */
export type NodeView =
  | { readonly is: 'group'; readonly op: 'and' | 'or'; readonly children: readonly unknown[]; readonly extra: string }
  | {
      readonly is: 'condition';
      readonly field: string;
      readonly operator: string;
      readonly value: unknown;
      /** What else the service keeps in it, as JSON; `''`: nothing. */
      readonly extra: string;
    }
  /** Not in the grammar that the editor knows: kept, and shown as it is. */
  | { readonly is: 'unknown'; readonly text: string };

const LONGEST_SHOWN = 200;

export function viewOf(node: unknown): NodeView {
  const item = readObject(node);
  const children = readArray(item?.['children']);
  const op = item?.['op'];
  if ((op === 'and' || op === 'or') && children !== null)
    return { is: 'group', op, children, extra: extraOf(item, ['op', 'children']) };
  const field = readText(item?.['field']);
  const operator = readText(item?.['operator']);
  if (item !== null && field !== null && operator !== null && !('children' in item)) {
    return {
      is: 'condition',
      field,
      operator,
      value: item['value'],
      extra: extraOf(item, ['field', 'operator', 'value']),
    };
  }
  return { is: 'unknown', text: cut(JSON.stringify(node) ?? '', LONGEST_SHOWN) };
}

function extraOf(item: JsonObject | null, names: readonly string[]): string {
  const { rest } = restOf(item ?? {}, new Set(names));
  return rest === undefined ? '' : cut(JSON.stringify(rest), LONGEST_SHOWN);
}

/** The tree with another node at a path. All other nodes are the same objects as before. */
export function replaceAt(tree: unknown, path: Path, change: (node: unknown) => unknown): unknown {
  const [at, ...rest] = path;
  if (at === undefined) return change(tree);
  const item = readObject(tree);
  const children = readArray(item?.['children']);
  if (item === null || children === null || at >= children.length) return tree;
  return { ...item, children: children.map((child, index) => (index === at ? replaceAt(child, rest, change) : child)) };
}

/** The tree without the node at a path. A group may become empty; {@link lacksOf} tells. The root stays. */
export function removeAt(tree: unknown, path: Path): unknown {
  const at = path[path.length - 1];
  if (at === undefined) return tree;
  return replaceAt(tree, path.slice(0, -1), (group) =>
    withChildren(group, (children) => children.filter((_child, index) => index !== at)),
  );
}

/** The tree with one more node at the end of the group at a path. */
export function addTo(tree: unknown, path: Path, node: Tree): unknown {
  return replaceAt(tree, path, (group) => withChildren(group, (children) => [...children, node]));
}

/** The tree with `and` and `or` exchanged in the group at a path. */
export function setOp(tree: unknown, path: Path, op: 'and' | 'or'): unknown {
  return replaceAt(tree, path, (group) => ({ ...readObject(group), op }));
}

/** The tree with one part of the condition at a path changed. */
export function setPart(tree: unknown, path: Path, part: 'field' | 'operator' | 'value', value: unknown): unknown {
  return replaceAt(tree, path, (condition) => ({ ...readObject(condition), [part]: value }));
}

/** The tree as a group: a single condition, or what is not known here, is put into one. */
export function asGroup(tree: unknown): Tree {
  const view = viewOf(tree);
  return view.is === 'group' ? (readObject(tree) ?? {}) : { op: 'and', children: [tree] };
}

/** The conditions to save. Where nothing was edited, the tree goes back as it came. */
export function toSent(definition: Definition | null, edited: Tree) {
  const { registry_version = null, rest } = definition ?? {};
  const isEdited = definition === null || JSON.stringify(edited) !== JSON.stringify(asGroup(definition.tree));
  const tree = isEdited ? edited : definition.tree;
  return { registry_version, tree, ...(rest === undefined ? {} : { rest }) };
}

/** What is missing, for which the service would refuse it, as a sentence; `''`: nothing. */
export function lacksOf(tree: unknown): string {
  const view = viewOf(tree);
  if (view.is === 'condition') return isBlank(view.value) ? 'A condition has no value yet.' : '';
  if (view.is === 'unknown') return '';
  if (view.children.length === 0) return 'A group has no conditions. Add one, or remove the group.';
  return view.children.map(lacksOf).find((lack) => lack !== '') ?? '';
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function withChildren(group: unknown, change: (children: readonly unknown[]) => readonly unknown[]): unknown {
  const item = readObject(group);
  const children = readArray(item?.['children']);
  return item === null || children === null ? group : { ...item, children: change(children) };
}
