import type { FilterFields } from '../../client/resources/list-answers';
import { viewOf } from './definition-tree';
import type { SeenKind } from '../../enrich/plan/seen-names';

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

/** In a text: the editor shows all. */
const MOST_VALUES = 8;

/** A field or an operator as people read it: `employee_count` is Employee count. */
export function titleOf(name: string): string {
  const words = name.replace(/[_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function operatorWords(operator: string): string {
  return OPERATORS[operator] ?? operator.replace(/_/g, ' ');
}

/** The conditions of a list in words. A group within another one is in parentheses. */
export function toConditionsText(tree: unknown): string {
  const view = viewOf(tree);
  switch (view.is) {
    case 'group': {
      if (view.children.length === 1) return toConditionsText(view.children[0]);
      const children = view.children.map((child) => {
        const inner = viewOf(child);
        const text = toConditionsText(child);
        return inner.is === 'group' && inner.children.length > 1 ? `(${text})` : text;
      });
      return `${view.op === 'and' ? 'All of these' : 'Any of these'}: ${children.join(' · ')}`;
    }
    case 'condition':
      return `${titleOf(view.field)} ${operatorWords(view.operator)} ${toValueWords(view.value)}`;
    case 'unknown':
      return 'a condition that this version of Trace cannot show, and keeps as it is';
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

/** Conditions that the catalog of fields does not know, in sentences. They are kept. */
export function toUnknownWords(tree: unknown, { fields }: Pick<FilterFields, 'fields'>): readonly string[] {
  if (fields === null) return [];
  const sentences = new Set<string>();
  const visit = (node: unknown): void => {
    const view = viewOf(node);
    if (view.is === 'group') view.children.forEach(visit);
    if (view.is !== 'condition') return;
    const field = fields.find(({ name }) => name === view.field);
    if (field === undefined) sentences.add(`Trace no longer has the field “${view.field}”.`);
    else if (field.operators.length > 0 && !field.operators.includes(view.operator)) {
      sentences.add(`“${view.operator}” no longer works for ${titleOf(view.field)}.`);
    }
  };
  visit(tree);
  return [...sentences];
}

/**
 * A condition's value as a person types it. Several are separated by commas; one with a comma is in quotes. `null`: not a
 * value that can be typed, so it is only shown.
 */
export function toTypedText(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((each): each is string => typeof each === 'string')) {
    return value.map(quoted).join(', ');
  }
  return null;
}

/** How a typed text is read. */
interface ValueKind {
  readonly isList: boolean;
  readonly isNumber: boolean;
}

/** No page says which operators take several values; these words mean it everywhere. */
const TAKES_LIST = /(^|_)(in|any|all|none|oneof|anyof)(_|$)/;

/** @param type of the field, in the catalog's word */
export function kindOf(operator: string, type: string | null, value: unknown): ValueKind {
  const isList = TAKES_LIST.test(operator) || (Array.isArray(value) && !/equals|than|contains|uses/.test(operator));
  return { isList, isNumber: !isList && /^(number|integer|int|float|count|year)$/.test(type ?? '') };
}

export function readTypedText(text: string, { isList, isNumber }: ValueKind): unknown {
  if (isList) return splitTexts(text);
  const trimmed = text.trim();
  return isNumber && /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** The same value for an operator or a field of another kind. */
export function convertValue(value: unknown, kind: ValueKind): unknown {
  const text = toTypedText(value);
  if (text === null || (Array.isArray(value) && kind.isList)) return value;
  if (Array.isArray(value)) return readTypedText(String((value as readonly unknown[])[0] ?? ''), kind);
  return kind.isList ? (text.trim() === '' ? [] : [text.trim()]) : readTypedText(text, kind);
}

function quoted(text: string): string {
  return /[",]|^\s|\s$|^$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function splitTexts(text: string): readonly string[] {
  const texts: string[] = [];
  const part = /\s*(?:"((?:[^"]|"")*)"?|([^,]*))\s*(?:,|$)/y;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (found === null) break;
    const [, inQuotes, plain = ''] = found;
    if (inQuotes !== undefined) texts.push(inQuotes.replace(/""/g, '"'));
    else if (plain.trim() !== '') texts.push(plain.trim());
  }
  return texts;
}

/** No page says what fields there are; these words mean it everywhere. */
const KINDS: readonly (readonly [says: RegExp, kind: SeenKind])[] = [
  [/technolog/, 'technology'],
  [/categor/, 'category'],
  [/vendor/, 'vendor'],
  [/countr/, 'country'],
  [/industr/, 'industry'],
];

/** The kind of names that a field takes; `null`: names that Trace does not offer. */
export function seenKindOf(field: string, type: string | null): SeenKind | null {
  if (/count$|_at$|year|number/.test(field)) return null;
  return KINDS.find(([says]) => says.test(`${field} ${type ?? ''}`.toLowerCase()))?.[1] ?? null;
}

/** The value that is being typed: the last one of several. */
export function lastTyped(text: string, isList: boolean): string {
  return (isList ? text.slice(text.lastIndexOf(',') + 1) : text).trim();
}

/** The text with a name in place of the last value. One with a comma is in quotes, as typed ones are. */
export function withName(text: string, name: string, isList: boolean): string {
  if (!isList) return name;
  const before = text.slice(0, text.lastIndexOf(',') + 1).trim();
  const value = name.includes(',') ? `"${name}"` : name;
  return before === '' ? value : `${before} ${value}`;
}
