import type { Operator } from './filter-fields';

/**
 * The conditions for companies of a list. The grammar is assumed: https://docs.tracedata.ai/api/lists/ only mentions
 * the tree.
 */
export interface Definition {
  readonly registry_version: string;
  readonly tree: Tree;
}

export type Tree = Group | Leaf;

interface Group {
  readonly op: 'and' | 'or';
  readonly children: readonly Tree[];
}

export interface Leaf {
  readonly field: string;
  readonly operator: Operator;
  /** A list for `in`, a number for a numeric field, otherwise a text. */
  readonly value: string | number | readonly string[];
}
