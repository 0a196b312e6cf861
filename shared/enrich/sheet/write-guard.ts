import type { FoundMark } from './column-anchors';
import type { ColumnRead, Guard, GridWriting } from './ports';

/** Consecutive rows: the first one, from 0, and how many. */
export interface Stretch {
  readonly row: number;
  readonly rows: number;
  /** Its start in the given list. */
  readonly at: number;
}

/**
 * Groups neighboring rows, so that a host reads and writes few ranges.
 * @param rows in ascending order, from 0
 */
export function stretchesOf(rows: readonly number[]): readonly Stretch[] {
  const stretches: { row: number; rows: number; at: number }[] = [];
  for (const [at, row] of rows.entries()) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.row + last.rows === row) last.rows += 1;
    else stretches.push({ row, rows: 1, at });
  }
  return stretches;
}

/** How much one call to a host carries. */
interface Most {
  readonly rows: number;
  /** From the first row to the last one, which are read together. */
  readonly span: number;
  /** In the unit of the rows' own sizes. */
  readonly size: number;
}

/**
 * Groups the rows of a write, neighbors together, so that one call carries each group.
 *
 * @param sizeOf the size of a row, by its position
 * @returns positions in `rows`, in the order of the sheet
 */
export function portionsOf(
  rows: readonly number[],
  most: Most,
  sizeOf: (at: number) => number,
): readonly (readonly number[])[] {
  const portions: number[][] = [];
  let size = 0;
  for (const at of [...rows.keys()].sort((one, other) => rows[one]! - rows[other]!)) {
    const open = portions[portions.length - 1];
    const own = sizeOf(at);
    const isFull =
      open === undefined ||
      open.length === most.rows ||
      rows[at]! - rows[open[0]!]! >= most.span ||
      size + own > most.size;
    if (isFull) portions.push([at]);
    else open.push(at);
    size = isFull ? own : size + own;
  }
  return portions;
}

/** A write, in whatever form a host passes on its cells. */
interface GuardedWriting extends Pick<GridWriting, 'rows' | 'columns'> {
  readonly guard: Pick<Guard, 'input' | 'before' | 'formats' | 'beside'>;
  readonly cells: readonly (readonly (object | null)[])[];
}

/** What a host has read right before a write. */
export interface GuardedCells {
  /** The first row of the columns, from 0. */
  readonly row: number;
  /** The cells of {@link guardedColumns}, with formats if the guard has some. */
  readonly columns: readonly Pick<ColumnRead, 'values' | 'formulas' | 'formats'>[];
}

/**
 * The columns that a host reads before it writes, in this order: the input, if any, those to be written, and others
 * that are compared.
 */
export function guardedColumns({ guard, columns }: Pick<GuardedWriting, 'guard' | 'columns'>): readonly number[] {
  const input = guard.input === null ? [] : [guard.input.column];
  return [...input, ...columns, ...(guard.beside?.columns ?? [])];
}

/**
 * Whether a row is as the enrichment had found it. If it now contains something else, or a formula, nothing may be
 * written there.
 *
 * @param at its position in the write
 */
export function isAsFound({ guard, rows, columns, cells }: GuardedWriting, at: number, read: GuardedCells): boolean {
  const offset = rows[at]! - read.row;
  const [input, ...others] = read.columns;
  const targets = guard.input === null ? read.columns : others;
  if (guard.input !== null && input?.values[offset] !== guard.input.values[at]) return false;
  const isSame = columns.every((_column, index) => {
    const target = targets[index];
    if (cells[at]?.[index] === null) return true;
    const format = guard.formats?.[at]?.[index];
    const isSameFormat = format === undefined || target?.formats?.[offset] === format;
    return isSameFormat && target?.values[offset] === guard.before[at]?.[index] && !target?.formulas.has(offset);
  });
  const isSameBeside = (guard.beside?.columns ?? []).every((_column, index) => {
    const other = targets[columns.length + index];
    const held = other?.formulas.has(offset) === true ? '' : other?.values[offset];
    return held === guard.beside!.values[at]?.[index];
  });
  return isSame && isSameBeside;
}

/** Whether each requested mark is in its place, once on its sheet. If not, nothing may be written. */
export function checkMarks(
  { guard, sheet }: { readonly sheet: string; readonly guard: Pick<Guard, 'marks'> },
  found: readonly FoundMark[],
): boolean {
  return (guard.marks?.marks ?? []).every(({ name, column }) => {
    const places = found.filter((mark) => mark.name === name && mark.sheet === sheet);
    return places.length === 1 && places[0]!.column === column;
  });
}
