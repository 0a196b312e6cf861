import type { CellEntry } from './cell-entry';

/** A rectangle of cells; `null`: left alone. Row and column count from 0. */
export interface Piece {
  readonly row: number;
  readonly column: number;
  readonly entries: readonly (readonly (CellEntry | null)[])[];
}

/** Row and column count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The cells to write. */
export function filledCells({ row, column, entries }: Piece): readonly CellPlace[] {
  return entries.flatMap((cells, down) =>
    cells.flatMap((entry, right) => (entry === null ? [] : [{ row: row + down, column: column + right }])),
  );
}

/** The rest of a piece without some rows of the sheet. */
export function withoutRows({ row, column, entries }: Piece, rows: ReadonlySet<number>): readonly Piece[] {
  const chunks: { row: number; column: number; entries: Piece['entries'][number][] }[] = [];
  for (const [down, cells] of entries.entries()) {
    const last = chunks[chunks.length - 1];
    if (rows.has(row + down)) continue;
    if (last !== undefined && last.row + last.entries.length === row + down) last.entries.push(cells);
    else chunks.push({ row: row + down, column, entries: [cells] });
  }
  return chunks.filter(isFilled);
}

/** Splits many pieces, or one, in halves; `null`: a single cell. */
export function inHalves(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const half = Math.ceil(pieces.length / 2);
  if (pieces.length > 1) return [pieces.slice(0, half), pieces.slice(half)];
  return halvesOf(pieces[0]!)?.map((piece) => [piece]) ?? null;
}

/** Splits by rows, and a single row by columns. */
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

/**
 * The rest of a piece without some of its cells. Consecutive rows with the same remaining cells stay together.
 *
 * @param isOut by row and column of the piece
 */
export function cutOut({ row, column, entries }: Piece, isOut: readonly (readonly boolean[])[]): readonly Piece[] {
  const done: Piece[] = [];
  let growing: Growing[] = [];
  for (const [down, cells] of entries.entries()) {
    const spans = remainingSpans(cells, isOut[down] ?? []);
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

/** Neighboring cells of a row that remain, at least one of which will be written. */
function remainingSpans(cells: Piece['entries'][number], isOut: readonly boolean[]): readonly Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < cells.length; start += 1) {
    if (isOut[start] === true) continue;
    let end = start;
    while (end < cells.length && isOut[end] !== true) end += 1;
    if (cells.slice(start, end).some((entry) => entry !== null)) spans.push({ start, end });
    start = end;
  }
  return spans;
}
