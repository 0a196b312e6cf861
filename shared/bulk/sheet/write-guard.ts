import type { FoundMark } from './column-anchors';
import type { Block, Guard, GridWriting } from './ports';

/** Rows one below the other: how many from which on. */
export interface Stretch {
  readonly row: number;
  readonly rows: number;
  /** Where it begins in the list that was given. */
  readonly at: number;
}

/** Neighbouring rows together, so that a host reads and writes few ranges. */
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
 * The columns that a host reads, in this order, of the rows of a stretch before it writes: the input, where there is one,
 * and those that are written.
 */
export function guardedColumns({ guard, columns }: GridWriting): readonly number[] {
  return guard.input === null ? columns : [guard.input.column, ...columns];
}

/**
 * Compares what a host reads right before it writes with what the run had found: positions whose rows hold something else
 * now, or a formula. Nothing may be written there.
 */
export function checkWrite(writing: GridWriting, { row, rows, at }: Stretch, block: Block): readonly number[] {
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
      return read?.values[offset] === guard.before[position]?.[index] && !read?.formulas.has(offset);
    });
    if (!isSameInput || !isSame || writing.rows[position] !== row + offset) moved.push(position);
  }
  return moved;
}

/**
 * Whether the sheet is as long as it was and the titles still stand over their columns; a host reads the header row for it.
 * If not, nothing may be written.
 */
export function checkSheet({ guard }: GridWriting, sheetRows: number, valueAt: (column: number) => unknown): boolean {
  if (guard.sheetRows !== null && guard.sheetRows !== sheetRows) return false;
  return (
    guard.header === null ||
    [...guard.header.titles].every(([column, title]) => String(valueAt(column) ?? '') === title)
  );
}

/** Whether each mark that a writing asks for is where it says, once on its sheet. If not, nothing may be written. */
export function checkMarks(
  { guard, sheet }: { readonly sheet: string; readonly guard: Pick<Guard, 'marks'> },
  found: readonly FoundMark[],
): boolean {
  return (guard.marks?.marks ?? []).every(({ name, column }) => {
    const places = found.filter((mark) => mark.name === name && mark.sheet === sheet);
    return places.length === 1 && places[0]!.column === column;
  });
}
