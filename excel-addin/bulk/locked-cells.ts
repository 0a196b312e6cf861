import type { ExcelContext } from '../excel-api';
import { placesOf, type CellPlace, type Piece } from './piece';

/** What remains of pieces without their locked cells. */
export interface Unlocked {
  readonly open: readonly Piece[];
  /** Those among the cells to write. */
  readonly locked: readonly CellPlace[];
}

/**
 * Reads whether cells are locked, all at once; it only matters in a protected sheet. Cells that some people may edit
 * still count as locked.
 */
export async function partByLock(context: ExcelContext, id: string, pieces: readonly Piece[]): Promise<Unlocked> {
  const sheet = context.workbook.worksheets.getItem(id);
  const asked = pieces.map(({ row, column, entries }) =>
    sheet
      .getRangeByIndexes(row, column, entries.length, entries[0]!.length)
      .getCellProperties({ format: { protection: true } }),
  );
  await context.sync();
  const open: Piece[] = [];
  const locked: CellPlace[] = [];
  for (const [index, piece] of pieces.entries()) {
    const isLocked = asked[index]!.value.map((cells) => cells.map(({ format }) => format?.protection?.locked === true));
    open.push(...cutOut(piece, isLocked));
    for (const place of placesOf(piece)) {
      if (isLocked[place.row - piece.row]?.[place.column - piece.column] === true) locked.push(place);
    }
  }
  return { open, locked };
}

/** Consecutive rows with the same unlocked cells stay together. */
function cutOut({ row, column, entries }: Piece, isLocked: readonly (readonly boolean[])[]): readonly Piece[] {
  const done: Piece[] = [];
  let growing: Growing[] = [];
  for (const [down, cells] of entries.entries()) {
    const spans = spansOf(cells, isLocked[down] ?? []);
    const goesOn = spans.length === growing.length && spans.every((span, at) => isSame(span, growing[at]!.span));
    if (!goesOn) {
      done.push(...growing.map(({ piece }) => piece));
      growing = spans.map((span) => ({ span, piece: { row: row + down, column: column + span.start, entries: [] } }));
    }
    for (const { span, piece } of growing) piece.entries.push(cells.slice(span.start, span.end));
  }
  return [...done, ...growing.map(({ piece }) => piece)];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Growing {
  readonly span: Span;
  readonly piece: Piece & { readonly entries: Piece['entries'][number][] };
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Neighboring unlocked cells of a row, at least one of which is to be written. */
function spansOf(cells: Piece['entries'][number], isLocked: readonly boolean[]): readonly Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < cells.length; start += 1) {
    if (isLocked[start] === true) continue;
    let end = start;
    while (end < cells.length && isLocked[end] !== true) end += 1;
    if (cells.slice(start, end).some((entry) => entry !== null)) spans.push({ start, end });
    start = end;
  }
  return spans;
}
