import { toTraceError, TraceError } from '../../shared/formulas';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { partByLock } from './locked-cells';
import { codeOf, isOfWorkbook, toRefusal } from './on-workbook';
import { partsOf, placesOf, type CellPlace, type Piece } from './piece';

export interface RefusedCell extends CellPlace {
  readonly error: TraceError;
}

/**
 * Compares once more, right before refused pieces are tried again.
 * @returns what may still be written
 */
export type LookAgain = (pieces: readonly Piece[]) => Promise<readonly Piece[]>;

/** After so many refusals, refused pieces are not cut any further: few cells are left in them. */
const MOST_REFUSALS = 200;
/** If so many cells are refused, the cause may be the workbook. */
const MANY_CELLS = 20;

/**
 * Writes pieces in one call. Where Excel refuses, everything but the locked cells of a protected sheet is written in a
 * second call. Pieces refused for another reason, such as cells of a PivotTable, are cut in halves until those cells
 * are found. Throws where Excel refuses everything.
 *
 * @returns the cells that Excel refused to write
 */
export async function writePieces(
  context: ExcelContext,
  sheet: string,
  pieces: readonly Piece[],
  isProtected: boolean,
  lookAgain: LookAgain,
): Promise<readonly RefusedCell[]> {
  if (pieces.length === 0) return [];
  const thrown = await tryPieces(context, sheet, pieces);
  if (thrown === null) return [];
  if (!isProtected) return findRefused(context, sheet, { pieces, thrown }, lookAgain);
  const { open: unlocked, locked } = await partByLock(context, sheet, pieces);
  const refused = locked.map((place) => ({ ...place, error: new TraceError('cellsProtected', {}) }));
  const open = unlocked.length === 0 ? [] : await lookAgain(unlocked);
  const again = open.length === 0 ? null : await tryPieces(context, sheet, open);
  if (again === null) return refused;
  return [...refused, ...(await findRefused(context, sheet, { pieces: open, thrown: again }, lookAgain))];
}

interface Refusal {
  readonly pieces: readonly Piece[];
  readonly thrown: Error;
}

/** Larger parts first, so that as much as possible is written however many cells are refused. */
async function findRefused(
  context: ExcelContext,
  sheet: string,
  first: Refusal,
  lookAgain: LookAgain,
): Promise<readonly RefusedCell[]> {
  const queue = [first];
  const refused: RefusedCell[] = [];
  let taken: Piece | null = null;
  for (const { pieces, thrown } of queue) {
    if (isOfWorkbook(thrown)) throw thrown;
    const mayCut = queue.length < MOST_REFUSALS || /PayloadSize/.test(codeOf(thrown));
    const parts = mayCut ? partsOf(pieces) : null;
    if (parts === null) {
      const error = toTraceError(toRefusal(thrown));
      refused.push(...pieces.flatMap(placesOf).map((place) => ({ ...place, error })));
    }
    for (const cut of parts ?? []) {
      const part = await lookAgain(cut);
      if (part.length === 0) continue;
      const refusal = await tryPieces(context, sheet, part);
      if (refusal === null) taken ??= toUntouched(part[0]!);
      else queue.push({ pieces: part, thrown: refusal });
    }
  }
  if (refused.length <= MANY_CELLS) return refused;
  const thrown = taken === null ? first.thrown : await tryPieces(context, sheet, [taken]);
  if (thrown !== null) throw thrown;
  return refused;
}

/** `null`: they are written. A refused call may have written some cells, which are written again. */
async function tryPieces(context: ExcelContext, id: string, pieces: readonly Piece[]): Promise<Error | null> {
  try {
    const sheet = context.workbook.worksheets.getItem(id);
    for (const piece of pieces) queuePiece(sheet, piece);
    await context.sync();
    return null;
  } catch (thrown) {
    if (codeOf(thrown) === '') throw thrown;
    return thrown as Error;
  }
}

/** Formats first: they decide how Excel interprets entries. */
export function queuePiece(sheet: ExcelWorksheet, { row, column, entries }: Piece): void {
  const range = sheet.getRangeByIndexes(row, column, entries.length, entries[0]!.length);
  const formats = entries.map((cells) => cells.map((entry) => entry?.format ?? null));
  if (formats.some((cells) => cells.some((format) => format !== null))) range.numberFormat = formats;
  range.values = entries.map((cells) => cells.map((entry) => (entry === null ? null : entry.value)));
  const shown = entries.map((cells) => cells.map((entry) => entry?.shownAs ?? null));
  if (shown.some((cells) => cells.some((format) => format !== null))) range.numberFormat = shown;
}

/** Its first cell, in a writing that changes nothing: a person may have edited it by now. */
function toUntouched({ row, column }: Piece): Piece {
  return { row, column, entries: [[null]] };
}
