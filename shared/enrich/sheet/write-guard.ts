import type { FoundMark } from './column-anchors';
import type { GridBlock, Guard, GridWriting } from './ports';

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

/**
 * The columns that a host reads before it writes, in this order: the input, if any, those to be written, and others
 * that are compared.
 */
export function guardedColumns({ guard, columns }: GridWriting): readonly number[] {
  const input = guard.input === null ? [] : [guard.input.column];
  return [...input, ...columns, ...(guard.beside?.columns ?? [])];
}

/**
 * Compares a host's read right before a write with what the enrichment had found.
 *
 * @param stretch the rows that were read
 * @param block the cells of {@link guardedColumns} in these rows, with formats if the guard has some
 * @returns positions in `writing.rows` of rows that now contain something else, or a formula: nothing may be written
 * there
 */
export function checkWrite(writing: GridWriting, { row, rows, at }: Stretch, block: GridBlock): readonly number[] {
  const { guard, columns, cells } = writing;
  const [input, ...others] = block.columns;
  const targets = guard.input === null ? block.columns : others;
  const moved: number[] = [];
  for (let offset = 0; offset < rows; offset += 1) {
    const position = at + offset;
    const isSameInput = guard.input === null || input?.values[offset] === guard.input.values[position];
    const isSame = columns.every((_column, index) => {
      const read = targets[index];
      if (cells[position]?.[index] === null) return true;
      const format = guard.formats?.[position]?.[index];
      const isSameFormat = format === undefined || read?.formats?.[offset] === format;
      return isSameFormat && read?.values[offset] === guard.before[position]?.[index] && !read?.formulas.has(offset);
    });
    const isSameBeside = (guard.beside?.columns ?? []).every((_column, index) => {
      const read = targets[columns.length + index];
      const held = read?.formulas.has(offset) === true ? '' : read?.values[offset];
      return held === guard.beside!.values[position]?.[index];
    });
    if (!isSameInput || !isSame || !isSameBeside || writing.rows[position] !== row + offset) moved.push(position);
  }
  return moved;
}

/**
 * Whether the sheet has its old length and the titles are still above their columns; the host reads the title row for
 * it. If not, nothing may be written.
 *
 * @param sheetRows how many rows the sheet has
 * @param valueAt the title row's value in a column, from 0
 */
export function checkSheet({ guard }: GridWriting, sheetRows: number, valueAt: (column: number) => unknown): boolean {
  if (guard.sheetRows !== null && guard.sheetRows !== sheetRows) return false;
  return (
    guard.header === null ||
    [...guard.header.titles].every(([column, title]) => String(valueAt(column) ?? '') === title)
  );
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
