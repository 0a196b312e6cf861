import type { SeenKind } from '../../enrich/plan/seen-names';

/** No page says what fields there are; these words mean it everywhere. */
const KINDS: readonly (readonly [says: RegExp, kind: SeenKind])[] = [
  [/technolog/, 'technology'],
  [/categor/, 'category'],
  [/vendor/, 'vendor'],
  [/countr/, 'country'],
  [/industr/, 'industry'],
];

/** What names a field's values are; `null`: they are no names that Trace offers. */
export function seenKindOf(field: string, type: string | null): SeenKind | null {
  if (/count$|_at$|year|number/.test(field)) return null;
  return KINDS.find(([says]) => says.test(`${field} ${type ?? ''}`.toLowerCase()))?.[1] ?? null;
}

/** The value that is being typed: the last one of several. */
export function lastTyped(text: string, isList: boolean): string {
  return (isList ? text.slice(text.lastIndexOf(',') + 1) : text).trim();
}

/** The text with a name in place of the last value. One with a comma stands in quotes, as typed ones do. */
export function withName(text: string, name: string, isList: boolean): string {
  if (!isList) return name;
  const before = text.slice(0, text.lastIndexOf(',') + 1).trim();
  const value = name.includes(',') ? `"${name}"` : name;
  return before === '' ? value : `${before} ${value}`;
}
