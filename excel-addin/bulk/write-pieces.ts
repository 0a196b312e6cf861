import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { CellEntry } from './cell-entry';
import { isDenied, isTooMuch } from './on-workbook';

/** A rectangle of cells; `null`: left alone. */
export interface Piece {
  readonly row: number;
  readonly column: number;
  readonly entries: readonly (readonly (CellEntry | null)[])[];
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Writes pieces in one call. Where Excel denies it, some of them may be protected: they are then written one by one, and
 * those that are denied again in halves, until it is known which cells are locked.
 *
 * @returns the cells that Excel did not let be written
 */
export async function writePieces(
  context: ExcelContext,
  sheet: string,
  pieces: readonly Piece[],
): Promise<readonly CellPlace[]> {
  if (pieces.length === 0) return [];
  if (await tryPieces(context, sheet, pieces)) return [];
  const [only] = pieces;
  if (only === undefined || pieces.length > 1) {
    const refused: CellPlace[] = [];
    for (const piece of pieces) refused.push(...(await writePieces(context, sheet, [piece])));
    return refused;
  }
  const halves = halvesOf(only);
  if (halves === null || (await isLocked(context, sheet, only))) return placesOf(only);
  const refused: CellPlace[] = [];
  for (const half of halves) refused.push(...(await writePieces(context, sheet, [half])));
  return refused;
}

/** Whether they are written: what was denied in a call may have been written in part, and is written again. */
async function tryPieces(context: ExcelContext, id: string, pieces: readonly Piece[]): Promise<boolean> {
  try {
    const sheet = context.workbook.worksheets.getItem(id);
    for (const piece of pieces) queuePiece(sheet, piece);
    await context.sync();
    return true;
  } catch (thrown) {
    if (isDenied(thrown)) return false;
    const isSingle = pieces.length === 1 && halvesOf(pieces[0]!) === null;
    if (!isTooMuch(thrown) || isSingle) throw thrown;
    return tryHalves(context, id, pieces);
  }
}

async function tryHalves(context: ExcelContext, id: string, pieces: readonly Piece[]): Promise<boolean> {
  const parts = pieces.length > 1 ? pieces : halvesOf(pieces[0]!)!;
  for (const part of parts) if (!(await tryPieces(context, id, [part]))) return false;
  return true;
}

/** Formats first: they decide how Excel reads what is entered. */
export function queuePiece(sheet: ExcelWorksheet, { row, column, entries }: Piece): void {
  const range = sheet.getRangeByIndexes(row, column, entries.length, entries[0]!.length);
  const formats = entries.map((cells) => cells.map((entry) => entry?.format ?? null));
  if (formats.some((cells) => cells.some((format) => format !== null))) range.numberFormat = formats;
  range.values = entries.map((cells) => cells.map((entry) => (entry === null ? null : entry.value)));
}

/** Only this is told: whether cells are locked where the sheet is protected. Those that some may edit count as locked. */
async function isLocked(context: ExcelContext, id: string, { row, column, entries }: Piece): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(id);
  const { protection } = sheet.getRangeByIndexes(row, column, entries.length, entries[0]!.length).format;
  protection.load('locked');
  await context.sync();
  return protection.locked === true;
}

/** By rows, and a single row by columns; `null`: a single cell. */
function halvesOf({ row, column, entries }: Piece): readonly Piece[] | null {
  const width = entries[0]!.length;
  if (entries.length > 1) {
    const half = Math.ceil(entries.length / 2);
    return [
      { row, column, entries: entries.slice(0, half) },
      { row: row + half, column, entries: entries.slice(half) },
    ].filter(isFilled);
  }
  if (width === 1) return null;
  const half = Math.ceil(width / 2);
  return [
    { row, column, entries: entries.map((cells) => cells.slice(0, half)) },
    { row, column: column + half, entries: entries.map((cells) => cells.slice(half)) },
  ].filter(isFilled);
}

function isFilled({ entries }: Piece): boolean {
  return entries.some((cells) => cells.some((entry) => entry !== null));
}

function placesOf({ row, column, entries }: Piece): readonly CellPlace[] {
  return entries.flatMap((cells, down) =>
    cells.flatMap((entry, right) => (entry === null ? [] : [{ row: row + down, column: column + right }])),
  );
}
