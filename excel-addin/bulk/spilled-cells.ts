import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange } from '../excel-range';
import type { ColumnSpan } from './column-spans';

interface ReadSpan extends ColumnSpan {
  /** Loaded: `hasSpill`. */
  readonly range: ExcelRange;
}

interface Piece {
  readonly column: number;
  readonly row: number;
  readonly rows: number;
}

/** A mixture is cut into this many parts: four rounds decide each of 50,000 cells. */
const CUTS = 16;
const OBJECTS_PER_SYNC = 1_000;

/**
 * The cells that a formula has spilled into, by column and offset: writing there would turn the whole table into
 * `#SPILL!`. Excel reports whether all or none of a range is spilled into, so mixtures are cut until that is known.
 */
export async function findSpilled(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { row, rows }: { readonly row: number; readonly rows: number },
  spans: readonly ReadSpan[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const found = new Map<number, number[]>();
  let unknown = spans
    .filter(({ range }) => range.hasSpill !== false)
    .flatMap(({ column, columns }) => Array.from({ length: columns }, (_column, at) => column + at))
    .map((column): Piece => ({ column, row, rows }));
  while (unknown.length > 0) {
    const next: Piece[] = [];
    for (let start = 0; start < unknown.length; start += OBJECTS_PER_SYNC) {
      const asked = unknown.slice(start, start + OBJECTS_PER_SYNC).map((piece) => {
        const range = sheet.getRangeByIndexes(piece.row, piece.column, piece.rows, 1);
        range.load('hasSpill');
        return { piece, range };
      });
      await context.sync();
      for (const { piece, range } of asked) {
        if (range.hasSpill === null && piece.rows > 1) next.push(...cut(piece));
        else if (range.hasSpill === true) note(found, piece, row);
      }
    }
    unknown = next;
  }
  return found;
}

function cut({ column, row, rows }: Piece): readonly Piece[] {
  const size = Math.max(1, Math.ceil(rows / CUTS));
  const pieces: Piece[] = [];
  for (let start = 0; start < rows; start += size) {
    pieces.push({ column, row: row + start, rows: Math.min(size, rows - start) });
  }
  return pieces;
}

function note(found: Map<number, number[]>, { column, row, rows }: Piece, firstRow: number): void {
  const offsets = found.get(column) ?? [];
  for (let at = 0; at < rows; at += 1) offsets.push(row - firstRow + at);
  found.set(column, offsets);
}
