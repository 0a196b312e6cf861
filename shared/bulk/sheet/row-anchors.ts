import { nameOfInput, type InputName } from './row-keys';
import type { GridValue } from './cell-values';

/** A row that is identified by its input, not by its number. Rows count from 0. */
export interface Anchor {
  /** The code of the company in the row. */
  readonly code: string;
  /** The code of its input cell's text. It changes if the cell is found to say the same company in other words. */
  text: string;
  /** Where it was when the run was planned: tells rows with the same input apart, whatever has happened since. */
  readonly home: number;
  /** Where it was last seen; -1: nowhere. */
  row: number;
  /** Its index in the plan; -1 for a row that the run may not touch and that names a company of the plan. */
  readonly index: number;
  /** Nothing is left to do for it. */
  readonly isDone: boolean;
}

/** What tells rows of an input column apart. */
type RowKey = Pick<InputName, 'code' | 'text'>;

/** The code of the company in an input cell; `''` for none. */
export function codeOfInput(value: GridValue | undefined): string {
  return nameOfInput(value).code;
}

/**
 * Finds every anchor again in the whole input column, after rows have moved: in one pass, using nothing but the inputs.
 * First by the text of the cell; if the text has changed, by its company among the rows that match no other anchor.
 * Rows with the same input are told apart by their order. If there are more or fewer of them than before, those count
 * that have not moved, or have moved as far as the row above, unless both could be meant. The others are not guessed at
 * while a row that the run may not touch could be meant.
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
    // The remaining rows cannot be meant for anything else.
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
 * Notes where rows were last seen, where that is known for some only. The order of rows with the same input tells them
 * apart, so they take new places together, or keep the earlier ones.
 */
export function noteRows(anchors: readonly (Anchor & { readonly seen?: number })[]): void {
  for (const group of groupBy(anchors, ({ text }) => text).values()) {
    const inOrder = [...group].sort((a, b) => a.home - b.home);
    const isKnown = inOrder.every(({ seen = -1 }, at) => seen > (at === 0 ? -1 : (inOrder[at - 1]!.seen ?? -1)));
    if (isKnown) for (const anchor of group) anchor.row = anchor.seen!;
  }
}

/** Texts that several rows of a column share and that have an anchor each. */
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

/**
 * @param lost receives those that are found nowhere
 * @returns rows that are left
 */
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
  const expectedOf = (anchor: Anchor): number => (anchor.row < 0 ? -1 : anchor.row + (shifts.get(anchor) ?? 0));
  const claimed = new Set(group.map(expectedOf));
  // Rows were seen at different times, so the one above may have moved before this one was seen.
  const mayHaveStayed = (anchor: Anchor, expected: number): boolean =>
    expected !== anchor.row && free.has(anchor.row) && !claimed.has(anchor.row);
  for (const anchor of group) {
    const expected = expectedOf(anchor);
    if (free.has(expected) && !mayHaveStayed(anchor, expected)) {
      anchor.row = expected;
      free.delete(expected);
    } else strayed.push(anchor);
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

/** How far the nearest row above has moved, among rows with a unique input. */
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
