import { checkMarks, checkSheet, checkWrite, guardedColumns } from '../../shared/runs';
import type { GridBlock, GridValue, GridWriting } from '../../shared/ports';
import type { SentBlock, SentWriting } from '../messages/bulk-messages';
import { findMarks } from './anchors';
import { smallestOf, greatestOf, type Patch } from './cell-patches';
import { makeValueReader, readBlock } from './read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Whether the marks of a write, if it has any, are on their columns. */
export function areInPlace(writing: SentWriting): boolean {
  const { marks } = writing.guard;
  return marks === null || checkMarks(writing, findMarks(marks.run));
}

/** All cells between the first and the last row of a write. */
interface Box {
  readonly first: number;
  /** The input column, if any, and the target columns. */
  readonly guarded: SentBlock['columns'];
  readonly targets: SentBlock['columns'];
  /** The same columns and their neighbors, by column. */
  readonly around: ReadonlyMap<number, SentBlock['columns'][number]>;
}

interface Compared extends Box {
  /** The content of the title row; empty if the write names no title row. */
  readonly titles: readonly GridValue[];
  /** Positions of rows whose content has changed. */
  readonly moved: Set<number>;
  readonly isBlank: (at: number, index: number) => boolean;
}

/**
 * Compares the sheet with what a write expects; `null`: the sheet has changed, and nothing may be written.
 *
 * @param areInPlace whether the columns have their marks
 */
export function compare(sheet: Sheet, sent: SentWriting, areInPlace: () => boolean): Compared | null {
  const { rows, guard } = sent;
  const header = guard.header && { ...guard.header, titles: new Map(guard.header.titles) };
  const writing = { ...sent, guard: { ...guard, header } } as unknown as GridWriting;
  let titles: readonly GridValue[] = [];
  let isSame = true;
  // Marks and titles show where columns are. After them, only the values are read.
  const box = readBox(sheet, sent, () => {
    isSame = areInPlace();
    titles = readTitles(sheet, guard.header);
    isSame &&= checkSheet(writing, sheet.getLastRow(), (column) => titles[column]);
  });
  if (!isSame) return null;
  const held = box.guarded.map(({ values, formulas, formats }) => ({ values, formulas: new Set(formulas), formats }));
  const moved = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const columns = held.map(({ values, formulas, formats }) => ({
      values: [values[row - box.first]],
      formats: [formats?.[row - box.first]],
      formulas: { has: () => formulas.has(row - box.first) },
    }));
    for (const each of checkWrite(writing, { row, rows: 1, at }, { columns } as unknown as GridBlock)) moved.add(each);
  }
  const isBlank = (at: number, index: number): boolean => {
    const { values, formulas } = held[(guard.input === null ? 0 : 1) + index]!;
    const offset = rows[at]! - box.first;
    return values[offset] === '' && !formulas.has(offset);
  };
  return { ...box, titles, moved, isBlank };
}

/** The cells of the title row; empty if there is none. */
function readTitles(sheet: Sheet, header: SentWriting['guard']['header']): readonly GridValue[] {
  const hasTitles = header !== null && header.row < sheet.getMaxRows();
  return hasTitles ? readValues(sheet, header.row, 0, 1, sheet.getMaxColumns())[0]! : [];
}

/**
 * Also reads the columns next to the guarded ones: if a column is inserted or deleted before the write arrives, the
 * write lands on one of them.
 *
 * @param beforeValues called right before the values are read
 */
export function readBox(sheet: Sheet, writing: SentWriting, beforeValues?: () => void): Box {
  const { rows, columns, guard } = writing;
  const row = smallestOf(rows);
  const guarded = guardedColumns(writing as unknown as GridWriting);
  const near = columns.flatMap((column) => [column - 1, column, column + 1]).filter((column) => column >= 0);
  const all = [...new Set([...guarded, ...near])].sort((a, b) => a - b);
  const withFormats = guard.formats !== null;
  const read = { row, rows: greatestOf(rows) - row + 1, columns: all, withFormats, withRich: false, withHidden: false };
  const block = readBlock(sheet, read, beforeValues).columns;
  const around = new Map(all.map((column, at) => [column, block[at]!]));
  const held = guarded.map((column) => around.get(column)!);
  const start = guard.input === null ? 0 : 1;
  return { first: row, guarded: held, targets: held.slice(start, start + columns.length), around };
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
