import type { CellEntry } from './cell-entry';

/** A rectangle of cells; `null`: left alone. */
export interface Piece {
  readonly row: number;
  readonly column: number;
  readonly entries: readonly (readonly (CellEntry | null)[])[];
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The cells to write. */
export function placesOf({ row, column, entries }: Piece): readonly CellPlace[] {
  return entries.flatMap((cells, down) =>
    cells.flatMap((entry, right) => (entry === null ? [] : [{ row: row + down, column: column + right }])),
  );
}

/** What remains of a piece without some rows of the sheet. */
export function withoutRows({ row, column, entries }: Piece, rows: ReadonlySet<number>): readonly Piece[] {
  const parts: { row: number; column: number; entries: Piece['entries'][number][] }[] = [];
  for (const [down, cells] of entries.entries()) {
    const last = parts[parts.length - 1];
    if (rows.has(row + down)) continue;
    if (last !== undefined && last.row + last.entries.length === row + down) last.entries.push(cells);
    else parts.push({ row: row + down, column, entries: [cells] });
  }
  return parts.filter(isFilled);
}

/** Halves of many pieces, or of one; `null`: a single cell. */
export function partsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const half = Math.ceil(pieces.length / 2);
  if (pieces.length > 1) return [pieces.slice(0, half), pieces.slice(half)];
  return halvesOf(pieces[0]!)?.map((piece) => [piece]) ?? null;
}

/** By rows, and a single row by columns. */
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
