import type { FilterFields } from '../../client/resources/filter-fields';
import { viewOf } from './definition-tree';
import { toTypedText } from './value-text';

/** One line of a definition told in words. */
interface DefinitionLine {
  /** 0: the whole. */
  readonly depth: number;
  readonly text: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  equals: 'is',
  not_equals: 'is not',
  in: 'is one of',
  not_in: 'is none of',
  contains: 'contains',
  greater_than: 'is more than',
  less_than: 'is less than',
  uses: 'includes',
};

/** Of a list that is told, not edited. */
const MOST_VALUES = 8;

/** A field or an operator as people read it: `employee_count` is Employee count. */
export function titleOf(name: string): string {
  const words = name.replace(/[_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function operatorWords(operator: string): string {
  return OPERATORS[operator] ?? operator.replace(/_/g, ' ');
}

/** The definition in words, a line for each condition. */
export function toDefinitionLines(tree: unknown, depth = 0): readonly DefinitionLine[] {
  const view = viewOf(tree);
  switch (view.is) {
    case 'group': {
      const children = view.children.flatMap((child) => toDefinitionLines(child, depth + 1));
      if (view.children.length === 1) return toDefinitionLines(view.children[0], depth);
      return [{ depth, text: view.op === 'and' ? 'All of these:' : 'Any of these:' }, ...children];
    }
    case 'condition':
      return [{ depth, text: `${titleOf(view.field)} ${operatorWords(view.operator)} ${toValueWords(view.value)}` }];
    case 'unknown':
      return [{ depth, text: 'A condition that this version of Trace cannot show. It stays as it is.' }];
  }
}

function toValueWords(value: unknown): string {
  // A year has no comma.
  if (typeof value === 'number') return value < 10_000 ? String(value) : value.toLocaleString('en-US');
  if (Array.isArray(value) && value.length > MOST_VALUES) {
    const shown = toTypedText(value.slice(0, MOST_VALUES)) ?? '';
    return `${shown} and ${(value.length - MOST_VALUES).toLocaleString('en-US')} more`;
  }
  return toTypedText(value) ?? JSON.stringify(value);
}

/** What of a definition the catalogue of fields does not know, in sentences. It is kept. */
export function toUnknownWords(tree: unknown, { fields }: Pick<FilterFields, 'fields'>): readonly string[] {
  if (fields === null) return [];
  const sentences = new Set<string>();
  const visit = (node: unknown): void => {
    const view = viewOf(node);
    if (view.is === 'group') view.children.forEach(visit);
    if (view.is !== 'condition') return;
    const field = fields.find(({ name }) => name === view.field);
    if (field === undefined) sentences.add(`Trace has no field “${view.field}” any more.`);
    else if (field.operators.length > 0 && !field.operators.includes(view.operator)) {
      sentences.add(`“${view.operator}” is not offered for ${titleOf(view.field)} any more.`);
    }
  };
  visit(tree);
  return [...sentences];
}
