import { checkMarks, guardedColumns, isAsFound, type GuardedCells } from '../../shared/runs';
import type { GridValue } from '../../shared/ports';
import type { SentWriting } from '../messages/cell-messages';
import { findMarks } from './anchors';
import { smallestOf, greatestOf, type Patch } from './cell-patches';
import { makeValueReader, readBlock } from './read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Whether the marks of a write, if it has any, are on their columns. */
export function areInPlace(writing: SentWriting): boolean {
  const { marks } = writing.guard;
  return marks === null || checkMarks(writing, findMarks(marks.run));
}

interface Compared {
  /** Positions of rows whose content has changed. */
  readonly moved: Set<number>;
  readonly isBlank: (at: number, index: number) => boolean;
}

/**
 * Compares the sheet with what a write expects; `null`: its columns have moved, and nothing may be written. Marks show
 * where columns are; after them, only the values are read.
 */
export function compare(sheet: Sheet, writing: SentWriting): Compared | null {
  const { rows, guard } = writing;
  let isInPlace = true;
  const read = readGuarded(sheet, writing, () => {
    isInPlace = areInPlace(writing);
  });
  if (!isInPlace) return null;
  const targets = read.columns.slice(guard.input === null ? 0 : 1);
  const isBlank = (at: number, index: number): boolean => {
    const { values, formulas } = targets[index]!;
    const offset = rows[at]! - read.row;
    return values[offset] === '' && !formulas.has(offset);
  };
  return { moved: new Set([...rows.keys()].filter((at) => !isAsFound(writing, at, read))), isBlank };
}

/**
 * The guarded columns between the first and the last row of a write.
 *
 * @param beforeValues called right before the values are read
 */
export function readGuarded(sheet: Sheet, writing: SentWriting, beforeValues?: () => void): GuardedCells {
  const { rows, guard } = writing;
  const row = smallestOf(rows);
  const guarded = guardedColumns(writing);
  const columns = [...new Set(guarded)].sort((a, b) => a - b);
  const withFormats = guard.formats !== null;
  const read = { row, rows: greatestOf(rows) - row + 1, columns, withFormats, withRich: false, withHidden: false };
  const block = readBlock(sheet, read, beforeValues).columns;
  const held = block.map(({ values, formulas, formats }) => ({ values, formulas: new Set(formulas), formats }));
  return { row, columns: guarded.map((column) => held[columns.indexOf(column)]!) };
}

/** Whether each written row still has its input beside it. */
export function inputsStand(sheet: Sheet, { rows, cells, guard: { input } }: SentWriting): boolean {
  if (input === null) return true;
  const first = smallestOf(rows);
  const held = readValues(sheet, first, input.column, greatestOf(rows) - first + 1, 1);
  return rows.every((row, at) => !cells[at]!.some((cell) => cell) || held[row - first]![0] === input.values[at]);
}

/** Finds where a cell of a write is now, if it still has the old value; -1: unknown, or a user has typed into it. */
export function findCells(sheet: Sheet, { rows, columns, guard }: SentWriting): (at: number, column: number) => number {
  const { input, before } = guard;
  const read = (column: number): readonly (GridValue | undefined)[] =>
    readValues(sheet, 0, column, sheet.getMaxRows(), 1).map(([value]) => value);
  const inputs = input && read(input.column);
  const held = columns.map(read);
  return (at, column) => {
    let row = rows[at]!;
    const wanted = input?.values[at];
    if (inputs !== null && inputs[row] !== wanted) {
      row = inputs.indexOf(wanted);
      if (row !== inputs.lastIndexOf(wanted)) return -1;
    }
    const index = columns.indexOf(column);
    return held[index]![row] === before[at]![index] ? row : -1;
  };
}

/** Whether the cells of a write have their old or the written values, beside the same inputs. */
export function stillStands(sheet: Sheet, { rows, columns, cells, guard }: SentWriting, patch: Patch): boolean {
  const { at, index, rows: height, columns: width } = patch;
  const { input } = guard;
  const inputs = input && readValues(sheet, rows[at]!, input.column, height, 1);
  return readValues(sheet, rows[at]!, columns[index]!, height, width).every((line, row) =>
    line.every((held, column) => {
      const typed = cells[at + row]![index + column]?.[0];
      const known = [guard.before[at + row]![index + column], typed, `'${typed}`, String(typed).replace(/^'/, '')];
      return known.includes(held) && (inputs === null || inputs[row]![0] === input!.values[at + row]);
    }),
  );
}

function readValues(
  sheet: Sheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): readonly (readonly GridValue[])[] {
  const toValue = makeValueReader();
  const values = sheet.getRange(row + 1, column + 1, rows, columns).getValues();
  return values.map((line) => line.map(toValue));
}
