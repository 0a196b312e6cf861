import type { Node } from 'acorn';

/** Calls `see` for a node of a syntax tree and for everything within it, the outer ones first. */
export function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && typeof node.type === 'string') see(node as Node);
  for (const value of Object.values(node)) visit(value, see);
}

/** A part of a text, by its places in it, and what is to stand there instead. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text between two places, with parts of it replaced; none of the parts overlap. */
export function replaceIn(text: string, start: number, end: number, replacements: readonly Replacement[]): string {
  const inOrder = [...replacements].sort((one, other) => one.start - other.start);
  const starts = [start, ...inOrder.map((replacement) => replacement.end)];
  const ends = [...inOrder.map((replacement) => replacement.start), end];
  return starts.map((from, index) => text.slice(from, ends[index]) + (inOrder[index]?.text ?? '')).join('');
}
