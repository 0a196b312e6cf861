import { isForm, type Form } from './link-text';
import type { Template } from './reference';

/** The link of a reference to a table; see `Reference` in `reference.ts`. */
interface TableLink {
  readonly isNamed: boolean;
  readonly isElsewhere: boolean;
  readonly form: Form | null;
  readonly name: string;
  readonly title: string;
  readonly called: string;
}

/** Anyone who may edit the file can have written it. */
export function readLink(link: string): TableLink {
  const [text = '', name = '', title = '', called = ''] = link.split('|');
  const form = text.replace(/^[TS]/, '');
  const isElsewhere = text.startsWith('S');
  return { isNamed: form !== text, isElsewhere, form: isForm(form) ? form : null, name, title, called };
}

/** For `JSON.stringify` of a template: leaves out the former names of tables and columns. */
export function toKind(_key: string, value: unknown): unknown {
  // In a template, only a reference is a list with another list at index 1.
  if (!Array.isArray(value) || !Array.isArray(value[1]) || typeof value[3] !== 'string') return value as unknown;
  return [...value.slice(0, 3), value[3].split('|', 2).join('|')] as unknown;
}

/** Gives pieces the newest template among those that only differ in names. */
export function toAlike<P extends { readonly template: number }, C>(
  pieces: readonly P[],
  templates: readonly Template<C>[],
): readonly P[] {
  const kinds = templates.map((template) => JSON.stringify(template, toKind));
  const newest = kinds.map((kind) => kinds.lastIndexOf(kind));
  if (newest.every((at, template) => at === template)) return pieces;
  return pieces.map((piece) => ({ ...piece, template: newest[piece.template]! }));
}
