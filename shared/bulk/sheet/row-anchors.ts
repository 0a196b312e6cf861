import { nameOfInput } from './row-keys';
import type { GridValue } from './cell-values';

/** A row that is known by its input, not by its number. */
export interface Anchor {
  /** Of the company that the row names. */
  readonly code: string;
  /** Where it stood when the run was planned: tells rows with the same input apart, whatever has happened since. */
  readonly home: number;
  /** Where it was seen last; -1: nowhere. */
  row: number;
  /** Its place in the plan; -1 for a row that the run may not touch and that names a company of the plan. */
  readonly index: number;
  /** Nothing is left to do for it. */
  isDone: boolean;
}

/** The code of the company that an input cell names; `''` for none. */
export function codeOfInput(value: GridValue | undefined): string {
  return nameOfInput(value).code;
}

/**
 * Finds every anchor again in the whole input column, after rows have moved: in one pass, and by nothing but the input.
 * Rows with the same input are told apart by their order. Where there are more or fewer of them than before, those count
 * that stand where they stood, or have moved as far as the row above; the others are not guessed at as long as a row that
 * the run may not touch could be meant.
 *
 * @param codes of the whole column, from its first row
 */
export function relocate(anchors: readonly Anchor[], codes: readonly string[]): void {
  const rowsOf = new Map<string, number[]>();
  for (const { code } of anchors) if (!rowsOf.has(code)) rowsOf.set(code, []);
  for (const [row, code] of codes.entries()) rowsOf.get(code)?.push(row);
  const shifts = shiftsOf(anchors, rowsOf);
  for (const [code, group] of groupByCode(anchors)) {
    const rows = rowsOf.get(code)!;
    if (group.length === rows.length) for (const [order, anchor] of group.entries()) anchor.row = rows[order]!;
    else settleUneven(group, rows, shifts);
  }
}

/**
 * Notes where rows were seen last, where that is known of some only. Those with the same input keep their places of before
 * together, since their order tells them apart.
 */
export function noteRows(
  anchors: readonly Anchor[],
  seen: Iterable<{ readonly index: number; readonly row: number }>,
): void {
  const counts = new Map<string, number>();
  for (const { code } of anchors) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { index, row } of seen) {
    const anchor = anchors[index];
    if (anchor !== undefined && row >= 0 && counts.get(anchor.code) === 1) anchor.row = row;
  }
}

/** In the order in which they stood when the run was planned. */
function groupByCode(anchors: readonly Anchor[]): ReadonlyMap<string, readonly Anchor[]> {
  const groups = new Map<string, Anchor[]>();
  for (const anchor of [...anchors].sort((a, b) => a.home - b.home)) {
    const group = groups.get(anchor.code);
    if (group === undefined) groups.set(anchor.code, [anchor]);
    else group.push(anchor);
  }
  return groups;
}

function settleUneven(group: readonly Anchor[], rows: readonly number[], shifts: ReadonlyMap<Anchor, number>): void {
  const free = new Set(rows);
  const lost: Anchor[] = [];
  for (const anchor of group) {
    const expected = anchor.row + (shifts.get(anchor) ?? 0);
    if (anchor.row >= 0 && free.delete(expected)) anchor.row = expected;
    else lost.push(anchor);
  }
  const mayGuess = rows.length < group.length && group.every(({ index }) => index >= 0);
  const left = mayGuess ? [...free] : [];
  const waiting = [...lost].sort((a, b) => Number(a.isDone) - Number(b.isDone));
  for (const [order, anchor] of waiting.entries()) anchor.row = left[order] ?? -1;
}

/** How far the nearest row above has moved, of those whose input there is but once. */
function shiftsOf(
  anchors: readonly Anchor[],
  rowsOf: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<Anchor, number> {
  const counts = new Map<string, number>();
  for (const { code } of anchors) counts.set(code, (counts.get(code) ?? 0) + 1);
  const shifts = new Map<Anchor, number>();
  let shift = 0;
  for (const anchor of [...anchors].sort((a, b) => a.row - b.row)) {
    const rows = rowsOf.get(anchor.code) ?? [];
    if (counts.get(anchor.code) === 1 && rows.length === 1 && anchor.row >= 0) shift = rows[0]! - anchor.row;
    shifts.set(anchor, shift);
  }
  return shifts;
}
