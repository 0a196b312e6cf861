import { stretchesOf } from '../../shared/runs';
import type { SentWriting } from '../messages/cell-messages';
import type { PlannedCell } from './cell-formats';
import { asPlainText, AUTOMATIC, comesBeforeTextFormat, TEXT_FORMAT, toFormat } from './cell-forms';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A rectangle of cells, all of which are written. */
export interface Patch {
  /** Positions in the rows of the write, and in its columns. */
  readonly at: number;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where cells are written, and their formats before the write. */
export interface Place extends Pick<SentWriting, 'rows' | 'columns'> {
  readonly sheet: Sheet;
  /** The number format that a cell had before anything was written. */
  formatAt(row: number, column: number): string;
}

/** Groups consecutive rows in which the same cells are written. */
export function toPatches({ rows, columns, cells }: Pick<SentWriting, 'rows' | 'columns' | 'cells'>): readonly Patch[] {
  const isOpen = (at: number): string => columns.map((_column, index) => (cells[at]![index] ? '1' : '')).join();
  const patches: Patch[] = [];
  for (const { at: first, rows: count } of stretchesOf(rows)) {
    for (let at = first, next = first; at < first + count; at = next) {
      const open = isOpen(at);
      while (next < first + count && isOpen(next) === open) next += 1;
      const written = [...columns.keys()].filter((index) => cells[at]![index]);
      for (const run of stretchesOf(written)) {
        for (const stretch of stretchesOf(columns.slice(run.row, run.row + run.rows))) {
          patches.push({ at, index: run.row + stretch.at, rows: next - at, columns: stretch.rows });
        }
      }
    }
  }
  return patches;
}

/** The cells of a patch, row by row. */
export function planOf(
  { rows, columns, formatAt }: Place,
  cells: SentWriting['cells'],
  { at, index, rows: height, columns: width }: Patch,
): readonly PlannedCell[] {
  return rows.slice(at, at + height).flatMap((row, down) =>
    columns.slice(index, index + width).map((column, right) => {
      const cell = cells[at + down]![index + right]!;
      const held = formatAt(row, column);
      const last = toFormat(cell[1], held);
      const first = comesBeforeTextFormat(cell, last) ? AUTOMATIC : last;
      return { at: at + down, row, column, cell, held, first, last };
    }),
  );
}

/** Writes the values of a patch in one call. */
export function setValues(
  { sheet, rows, columns }: Place,
  plan: readonly PlannedCell[],
  { at, index, rows: height, columns: width }: Patch,
): void {
  const typed = plan.map(({ cell: [value], first }) => (first === TEXT_FORMAT ? asPlainText(value) : value));
  const lines = Array.from({ length: height }, (_line, row) => typed.slice(row * width, (row + 1) * width));
  sheet.getRange(rows[at]! + 1, columns[index]! + 1, height, width).setValues(lines);
}

export function smallestOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other));
}

export function greatestOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other));
}
