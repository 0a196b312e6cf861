import { isAsFound, type GuardedCells, stretchesOf, valueOf } from '../../../shared/runs';
import { TraceError } from '../../../shared/formulas';
import type { GridWriting, WriteResult } from '../../../shared/ports';
import type { ExcelContext, ExcelProtection } from '../../excel-api';
import { toEntry, toPlainEntry, type CellEntry } from './cell-entry';
import { spansOf } from '../column-spans';
import { readDateShift } from '../../functions/date-shift';
import { isTooMuch } from '../on-workbook';
import { filledCells, withoutRows, type CellPlace, type Piece } from './piece';
import { toPortions } from './portions';
import { readGuarded, type PortionWriting } from '../read-guarded';
import { writePieces, type RefusedCell } from './write-pieces';

/** A {@link WriteResult} that portions add to. */
interface Told extends WriteResult {
  readonly moved: number[];
  isElsewhere?: boolean;
  readonly refused: WriteResult['refused'][number][];
}

/**
 * Rereads the guarded cells, and writes those that are unchanged. Excel has no transactions: anything entered between
 * the read and the write, two calls in direct succession, is overwritten. No user of this computer is that fast, but
 * one who edits the same workbook elsewhere could be. A large write is done in parts, each read right before it is
 * written.
 */
export async function writeCells(context: ExcelContext, writing: GridWriting): Promise<WriteResult> {
  const shift = await readDateShift(context);
  const told: Told = { moved: [], refused: [] };
  for (const portion of toPortions(writing)) {
    await writePortion(context, { ...writing, portion, shift }, told);
  }
  return told;
}

function notElsewhere(guarded: GuardedCells | null | 'elsewhere', told: Told): GuardedCells | null {
  if (guarded !== 'elsewhere') return guarded;
  told.isElsewhere = true;
  return null;
}

interface PiecesWriting extends PortionWriting {
  readonly mayFormat: boolean;
}

async function writePortion(context: ExcelContext, writing: PortionWriting, told: Told): Promise<void> {
  const { portion } = writing;
  let found: Checked;
  let checked: PiecesWriting;
  const { protection } = context.workbook.worksheets.getItem(writing.sheet);
  protection.load('protected,options');
  try {
    const guarded = notElsewhere(await readGuarded(context, writing), told);
    checked = { ...writing, mayFormat: mayFormat(protection) };
    found = checkGuarded(guarded, checked);
    told.moved.push(...found.moved);
  } catch (thrown) {
    if (portion.length === 1 || !isTooMuch(thrown)) throw thrown;
    const half = Math.ceil(portion.length / 2);
    for (const some of [portion.slice(0, half), portion.slice(half)]) {
      await writePortion(context, { ...writing, portion: some }, told);
    }
    return;
  }
  const { pieces, unfit } = found;
  const locked = unfit.map((place): RefusedCell => ({ ...place, error: new TraceError('cellsProtected', {}) }));
  const reread = (some: readonly Piece[]): Promise<readonly Piece[]> => checkAgain(context, checked, some, told);
  for (const { row, column, error } of [
    ...locked,
    ...(await writePieces(context, writing.sheet, pieces, { isProtected: protection.protected, reread })),
  ]) {
    told.refused.push({ at: writing.rows.indexOf(row), column, error });
  }
}

/**
 * Which pieces may still be written: rows and columns may have moved since they were read. Cells that a refused call
 * wrote anyway count as unchanged.
 *
 * @param told is added to
 */
async function checkAgain(
  context: ExcelContext,
  writing: PiecesWriting,
  pieces: readonly Piece[],
  told: Told,
): Promise<readonly Piece[]> {
  const places = pieces.flatMap(filledCells);
  const isMeant = new Set(places.map(({ row, column }) => `${row} ${column}`));
  const isLeft = new Set(places.map(({ row }) => row));
  const portion = writing.portion.filter((at) => isLeft.has(writing.rows[at]!));
  const cells = writing.cells.map((row, at) =>
    row.map((cell, index) => (isMeant.has(`${writing.rows[at]!} ${writing.columns[index]!}`) ? cell : null)),
  );
  const open: PiecesWriting = { ...writing, portion, cells };
  const guarded = notElsewhere(await readGuarded(context, open), told);
  const found = checkGuarded(guarded, open);
  const written = cells.map((row, at) =>
    row.map((cell, index) => (cell === null ? writing.guard.before[at]![index]! : valueOf(cell))),
  );
  const asWritten = checkGuarded(guarded, { ...open, guard: { ...writing.guard, before: written, formats: null } });
  const isElsewhere = new Set(asWritten.moved);
  told.moved.push(...found.moved.filter((at) => isElsewhere.has(at)));
  const isGone = new Set(found.moved.map((at) => writing.rows[at]!));
  return pieces.flatMap((piece) => withoutRows(piece, isGone));
}

/**
 * Whether formatting is allowed; in a protected sheet, only if its owner allowed it:
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions.
 */
export function mayFormat(protection: ExcelProtection): boolean {
  return !protection.protected || protection.options.allowFormatCells === true;
}

interface Checked {
  readonly moved: readonly number[];
  readonly pieces: readonly Piece[];
  /** Cells that would need another number format. */
  readonly unfit: readonly CellPlace[];
}

/** @param guarded `null`: its columns have moved */
function checkGuarded(guarded: GuardedCells | null, writing: PiecesWriting): Checked {
  const { portion } = writing;
  if (guarded === null) return { moved: portion, pieces: [], unfit: [] };
  const moved = new Set(portion.filter((at) => !isAsFound(writing, at, guarded)));
  return { moved: [...moved], ...piecesToWrite(writing, moved, guarded) };
}

/** Consecutive rows that have not moved, with the columns to write in them. */
function piecesToWrite(
  { portion, rows, columns, cells, guard, shift, mayFormat: isFormatted }: PiecesWriting,
  moved: ReadonlySet<number>,
  guarded: GuardedCells,
): Pick<Checked, 'pieces' | 'unfit'> {
  const unfit: CellPlace[] = [];
  const targets = guarded.columns.slice(guard.input === null ? 0 : 1);
  const here = portion.filter((at) => !moved.has(at) && cells[at]!.some((cell) => cell !== null));
  const pieces = stretchesOf(here.map((at) => rows[at]!)).flatMap((stretch) => {
    const positions = here.slice(stretch.at, stretch.at + stretch.rows);
    const written = columns.filter((_column, index) => positions.some((at) => cells[at]![index] !== null));
    return spansOf(written).map((span): Piece => {
      const entries = positions.map((at) =>
        Array.from({ length: span.columns }, (_column, offset): CellEntry | null => {
          const index = columns.indexOf(span.column + offset);
          const cell = cells[at]![index] ?? null;
          const format = targets[index]!.formats?.[rows[at]! - guarded.row] ?? '';
          if (cell === null || isFormatted) return cell === null ? null : toEntry(cell, format, shift);
          const entry = toPlainEntry(cell, format, shift);
          if (entry === null) unfit.push({ row: rows[at]!, column: span.column + offset });
          return entry;
        }),
      );
      return { row: stretch.row, column: span.column, entries };
    });
  });
  return { pieces, unfit };
}
