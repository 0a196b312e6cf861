import { nameOfInput, type InputName } from './row-keys';
import type { GridValue } from './cell-values';

/** A row that is known by its input, not by its number. */
export interface Anchor {
  /** Of the company that the row names. */
  readonly code: string;
  /** Of what its input cell says; another one once the cell was found to say the same company otherwise. */
  text: string;
  /** Where it stood when the run was planned: tells rows with the same input apart, whatever has happened since. */
  readonly home: number;
  /** Where it was seen last; -1: nowhere. */
  row: number;
  /** Its place in the plan; -1 for a row that the run may not touch and that names a company of the plan. */
  readonly index: number;
  /** Nothing is left to do for it. */
  readonly isDone: boolean;
}

/** What tells rows apart in an input column. */
export type RowKey = Pick<InputName, 'code' | 'text'>;

/** The code of the company that an input cell names; `''` for none. */
export function codeOfInput(value: GridValue | undefined): string {
  return nameOfInput(value).code;
}

/**
 * Finds every anchor again in the whole input column, after rows have moved: in one pass, and by nothing but the input.
 * By what its cell says first; a row whose cell says something else now, by its company among the rows that are nobody's.
 * Rows with the same input are told apart by their order. Where there are more or fewer of them than before, those count
 * that stand where they stood, or have moved as far as the row above; the others are not guessed at as long as a row that
 * the run may not touch could be meant.
 *
 * @param keys of the whole column, from its first row
 */
export function relocate(anchors: readonly Anchor[], keys: readonly RowKey[]): void {
  const sorted = [...anchors].sort((a, b) => a.home - b.home);
  const rowsOfText = rowsBy(keys, 'text', new Set(anchors.map(({ text }) => text)));
  const shifts = shiftsOf(anchors, rowsOfText);
  const lost: Anchor[] = [];
  for (const [text, group] of groupBy(sorted, ({ text }) => text)) {
    const free = assignRows(group, rowsOfText.get(text) ?? [], shifts, lost);
    // What is left may be meant for nobody else.
    rowsOfText.set(text, free);
  }
  if (lost.length === 0) return;
  const rowsOfCode = rowsBy(keys, 'code', new Set(lost.map(({ code }) => code)));
  for (const [code, group] of groupBy(lost, ({ code }) => code)) {
    const unknown = (rowsOfCode.get(code) ?? []).filter((row) => !rowsOfText.has(keys[row]!.text));
    assignRows(group, unknown, shifts, []);
    for (const anchor of group) if (anchor.row >= 0) anchor.text = keys[anchor.row]!.text;
  }
}

/**
 * Notes where rows were seen last, where that is known of some only. Those with the same input keep their places of before
 * together, since their order tells them apart.
 */
export function noteRows(anchors: readonly Anchor[], known: Iterable<Anchor & { readonly seen: number }>): void {
  const counts = countBy(anchors);
  for (const anchor of known) {
    if (anchor.seen >= 0 && counts.get(anchor.text) === 1) anchor.row = anchor.seen;
  }
}

/** What several rows of a column say, of which each has an anchor. */
export function sharedTexts(anchors: readonly Anchor[]): ReadonlySet<string> {
  return new Set([...countBy(anchors)].flatMap(([text, count]) => (count > 1 ? [text] : [])));
}

function countBy(anchors: readonly Anchor[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of anchors) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function rowsBy(keys: readonly RowKey[], name: keyof RowKey, wanted: ReadonlySet<string>): Map<string, number[]> {
  const rows = new Map<string, number[]>([...wanted].map((key) => [key, []]));
  for (const [row, key] of keys.entries()) rows.get(key[name])?.push(row);
  return rows;
}

/** @param lost takes those that are found nowhere. @returns rows that are left */
function assignRows(
  group: readonly Anchor[],
  rows: readonly number[],
  shifts: ReadonlyMap<Anchor, number>,
  lost: Anchor[],
): number[] {
  if (group.length === rows.length) {
    for (const [order, anchor] of group.entries()) anchor.row = rows[order]!;
    return [];
  }
  const free = new Set(rows);
  const strayed: Anchor[] = [];
  for (const anchor of group) {
    const expected = anchor.row + (shifts.get(anchor) ?? 0);
    if (anchor.row >= 0 && free.delete(expected)) anchor.row = expected;
    else strayed.push(anchor);
  }
  const mayGuess = rows.length < group.length && group.every(({ index }) => index >= 0);
  const left = mayGuess ? [...free] : [];
  const waiting = [...strayed].sort((a, b) => Number(a.isDone) - Number(b.isDone));
  for (const [order, anchor] of waiting.entries()) {
    anchor.row = left[order] ?? -1;
    if (anchor.row >= 0) free.delete(anchor.row);
    else lost.push(anchor);
  }
  return [...free];
}

/** How far the nearest row above has moved, of those whose input there is but once. */
function shiftsOf(
  anchors: readonly Anchor[],
  rowsOf: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<Anchor, number> {
  const counts = countBy(anchors);
  const shifts = new Map<Anchor, number>();
  let shift = 0;
  for (const anchor of [...anchors].sort((a, b) => a.row - b.row)) {
    const rows = rowsOf.get(anchor.text) ?? [];
    if (counts.get(anchor.text) === 1 && rows.length === 1 && anchor.row >= 0) shift = rows[0]! - anchor.row;
    shifts.set(anchor, shift);
  }
  return shifts;
}
