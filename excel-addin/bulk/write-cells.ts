import {
  checkMarks,
  checkSheet,
  checkWrite,
  guardedColumns,
  type Stretch,
  stretchesOf,
  valueOf,
} from '../../shared/runs';
import { TraceError } from '../../shared/formulas';
import type { ColumnRead, GridWriting, WriteResult } from '../../shared/ports';
import type { ExcelContext, ExcelProtection, ExcelRange, ExcelWorksheet } from '../excel-api';
import { findNames } from './anchors';
import { toEntry, toPlainEntry, type CellEntry } from './cell-entry';
import { isIn, runsOf, type ColumnRun } from './column-runs';
import { readDateShift } from '../date-shift';
import { fromCell } from './date-system';
import { isTooMuch } from './on-workbook';
import { placesOf, withoutRows, type CellPlace, type Piece } from './piece';
import { halvesOf, toPortions } from './portions';
import { MOST_COLUMNS, queueRun, toColumn, toValue } from './read-block';
import { writePieces, type RefusedCell } from './write-pieces';

type Refused = WriteResult['refused'][number];

/**
 * Reads the guarded cells again, and writes where they are unchanged. Excel has no transactions: what a person enters
 * between the read and the write, two calls in direct succession, is overwritten. Nobody at this computer is that fast;
 * somebody editing the same workbook elsewhere could be. A large writing is done in parts, each read right before it is
 * written.
 */
export async function writeCells(context: ExcelContext, writing: GridWriting): Promise<WriteResult> {
  const shift = await readDateShift(context);
  const { marks = null } = writing.guard;
  const names = marks === null ? [] : marks.marks.map(({ name }) => name);
  const found = marks === null ? [] : await findNames(context, marks.run, names);
  if (!checkMarks(writing, found)) return { moved: [...writing.rows.keys()], refused: [] };
  const moved: number[] = [];
  const refused: Refused[] = [];
  for (const portion of toPortions(writing, stretchesOf(writing.rows))) {
    await writePortion(context, { ...writing, portion, shift }, moved, refused);
  }
  return { moved, refused };
}

interface PortionWriting extends GridWriting {
  readonly portion: readonly Stretch[];
  readonly shift: number;
}

interface PiecesWriting extends PortionWriting {
  readonly mayFormat: boolean;
}

async function writePortion(
  context: ExcelContext,
  writing: PortionWriting,
  moved: number[],
  refused: Refused[],
): Promise<void> {
  const { portion } = writing;
  const sheet = context.workbook.worksheets.getItem(writing.sheet);
  let found: Checked;
  let checked: PiecesWriting;
  const { protection } = sheet;
  protection.load('protected,options');
  try {
    const guarded = queueGuarded(sheet, writing);
    await context.sync();
    checked = { ...writing, mayFormat: mayFormat(protection) };
    found = checkGuarded(guarded, checked);
    moved.push(...found.moved);
  } catch (thrown) {
    const halves = isTooMuch(thrown) ? halvesOf(portion) : null;
    if (halves === null) throw thrown;
    for (const some of halves) {
      await writePortion(context, { ...writing, portion: some }, moved, refused);
    }
    return;
  }
  const { pieces, unfit } = found;
  const locked = unfit.map((place): RefusedCell => ({ ...place, error: new TraceError('cellsProtected', {}) }));
  const lookAgain = (some: readonly Piece[]): Promise<readonly Piece[]> => checkAgain(context, checked, some, moved);
  for (const { row, column, error } of [
    ...locked,
    ...(await writePieces(context, writing.sheet, pieces, { isProtected: protection.protected, lookAgain })),
  ]) {
    refused.push({ at: writing.rows.indexOf(row), column, error });
  }
}

/**
 * What of some pieces may still be written: rows may have moved since they were read. Cells that a refused call wrote
 * all the same count as unchanged.
 *
 * @param moved is added to
 */
async function checkAgain(
  context: ExcelContext,
  writing: PiecesWriting,
  pieces: readonly Piece[],
  moved: number[],
): Promise<readonly Piece[]> {
  const places = pieces.flatMap(placesOf);
  const isMeant = new Set(places.map(({ row, column }) => `${row} ${column}`));
  const rows = [...new Set(places.map(({ row }) => row))].sort((a, b) => a - b);
  const portion = stretchesOf(rows).map((stretch) => ({ ...stretch, at: writing.rows.indexOf(stretch.row) }));
  const cells = writing.cells.map((row, at) =>
    row.map((cell, index) => (isMeant.has(`${writing.rows[at]!} ${writing.columns[index]!}`) ? cell : null)),
  );
  const open: PiecesWriting = { ...writing, portion, cells };
  const guarded = queueGuarded(context.workbook.worksheets.getItem(writing.sheet), open);
  await context.sync();
  const found = checkGuarded(guarded, open);
  const written = cells.map((row, at) =>
    row.map((cell, index) => (cell === null ? writing.guard.before[at]![index]! : valueOf(cell))),
  );
  const asWritten = checkGuarded(guarded, { ...open, guard: { ...writing.guard, before: written, formats: null } });
  const isElsewhere = new Set(asWritten.moved);
  moved.push(...found.moved.filter((at) => isElsewhere.has(at)));
  const isLeft = new Set(found.moved.map((at) => writing.rows[at]!));
  return pieces.flatMap((piece) => withoutRows(piece, isLeft));
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions: only where the sheet's owner
 * allowed it.
 */
function mayFormat(protection: ExcelProtection): boolean {
  return !protection.protected || protection.options.allowFormatCells === true;
}

interface Guarded {
  readonly row: number;
  readonly runs: readonly (ColumnRun & { readonly range: ExcelRange })[];
  readonly used: ExcelRange | null;
  readonly titles: { readonly column: number; readonly range: ExcelRange } | null;
}

/**
 * One range for each group of neighboring columns covers all stretches of the portion: one call, however many there
 * are.
 */
function queueGuarded(sheet: ExcelWorksheet, writing: PortionWriting): Guarded {
  const { portion, guard } = writing;
  const row = portion[0]!.row;
  const rows = Math.max(...portion.map((stretch) => stretch.row + stretch.rows)) - row;
  const runs = runsOf(guardedColumns(writing)).map((run) => ({
    ...run,
    range: queueRun(sheet, { row, rows }, run, true),
  }));
  const used = guard.sheetRows === null ? null : sheet.getUsedRangeOrNullObject(true);
  used?.load('rowIndex,rowCount');
  return { row, runs, used, titles: queueTitles(sheet, writing) };
}

function queueTitles(sheet: ExcelWorksheet, { guard: { header }, shift }: PortionWriting): Guarded['titles'] {
  if (header === null || header.titles.size === 0) return null;
  const columns = [...header.titles.keys()].filter((column) => column < MOST_COLUMNS);
  const column = Math.min(...columns);
  const range = sheet.getRangeByIndexes(header.row, column, 1, Math.max(...columns) - column + 1);
  range.load(shift === 0 ? 'values' : 'values,numberFormat');
  return { column, range };
}

interface Checked {
  readonly moved: readonly number[];
  readonly pieces: readonly Piece[];
  /** Cells that would need another number format. */
  readonly unfit: readonly CellPlace[];
}

function checkGuarded({ row, runs, used, titles }: Guarded, writing: PiecesWriting): Checked {
  const { portion, shift } = writing;
  const sheetRows = used === null || used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  const titleAt = (column: number): unknown => {
    if (titles === null) return undefined;
    const at = column - titles.column;
    const format = shift === 0 ? undefined : String(titles.range.numberFormat[0]?.[at]);
    return fromCell(toValue(titles.range.values[0]?.[at]), format, shift);
  };
  if (!checkSheet(writing, sheetRows, titleAt)) {
    return { moved: portion.flatMap(positionsOf), pieces: [], unfit: [] };
  }
  const columns = guardedColumns(writing).map((column): ColumnRead => {
    const run = runs.find((each) => isIn(each, column))!;
    return toColumn(run.range, column - run.column, true, shift);
  });
  const moved: number[] = [];
  const pieces: Piece[] = [];
  const unfit: CellPlace[] = [];
  for (const stretch of portion) {
    const block = { columns: columns.map((column) => cutColumn(column, stretch, row)), hidden: new Set<number>() };
    const movedHere = new Set(checkWrite(writing, stretch, block));
    moved.push(...movedHere);
    const targets = writing.guard.input === null ? block.columns : block.columns.slice(1);
    pieces.push(...toPieces(writing, stretch, movedHere, targets, unfit));
  }
  return { moved, pieces, unfit };
}

function positionsOf({ at, rows }: Stretch): readonly number[] {
  return Array.from({ length: rows }, (_row, offset) => at + offset);
}

function cutColumn(column: ColumnRead, { row, rows }: Stretch, firstRow: number): ColumnRead {
  const start = row - firstRow;
  const formulas = [...column.formulas].map((offset) => offset - start);
  return {
    values: column.values.slice(start, start + rows),
    formulas: new Set(formulas.filter((offset) => offset >= 0 && offset < rows)),
    merged: new Set(),
    formats: column.formats?.slice(start, start + rows) ?? null,
  };
}

/** Consecutive rows that have not moved, with the columns to be written in them. */
function toPieces(
  { rows, columns, cells, shift, mayFormat: isFormatted }: PiecesWriting,
  stretch: Stretch,
  moved: ReadonlySet<number>,
  targets: readonly ColumnRead[],
  unfit: CellPlace[],
): readonly Piece[] {
  const here = positionsOf(stretch).filter((at) => !moved.has(at) && cells[at]!.some((cell) => cell !== null));
  return stretchesOf(here.map((at) => rows[at]!)).flatMap((part) => {
    const positions = here.slice(part.at, part.at + part.rows);
    const written = columns.filter((_column, index) => positions.some((at) => cells[at]![index] !== null));
    return runsOf(written).map((run): Piece => {
      const entries = positions.map((at) =>
        Array.from({ length: run.columns }, (_column, offset): CellEntry | null => {
          const index = columns.indexOf(run.column + offset);
          const cell = cells[at]![index] ?? null;
          const format = targets[index]!.formats?.[at - stretch.at] ?? '';
          if (cell === null || isFormatted) return cell === null ? null : toEntry(cell, format, shift);
          const entry = toPlainEntry(cell, format, shift);
          if (entry === null) unfit.push({ row: rows[at]!, column: run.column + offset });
          return entry;
        }),
      );
      return { row: part.row, column: run.column, entries };
    });
  });
}
