import { guardedColumns, type Stretch } from '../../../shared/runs';
import type { GridWriting } from '../../../shared/ports';

/** Excel on the web carries 5 MB each way; writes, and the reads before them, stay well below. */
const CELLS_AT_ONCE = 20_000;
const BYTES_AT_ONCE = 2_000_000;
/** The size of a cell besides its characters: its type and format. */
const BYTES_OF_CELL = 48;
/** Each is at least one range. */
const STRETCHES_AT_ONCE = 300;

/**
 * Groups stretches to be read and written together: from first to last row they contain no more cells than one call
 * can carry, and a larger stretch is cut.
 */
export function toPortions(writing: GridWriting, stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const mostRows = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, guardedColumns(writing).length)));
  const portions: Stretch[][] = [];
  let open: Stretch[] = [];
  let bytes = 0;
  for (const stretch of stretches.flatMap((each) => cut(writing, each, mostRows))) {
    const length = lengthOf(writing, stretch);
    const first = open[0] ?? stretch;
    const covered = stretch.row + stretch.rows - first.row;
    const isFull =
      covered > mostRows ||
      stretch.row < first.row ||
      open.length === STRETCHES_AT_ONCE ||
      bytes + length > BYTES_AT_ONCE;
    if (isFull && open.length > 0) {
      portions.push(open);
      open = [];
      bytes = 0;
    }
    open.push(stretch);
    bytes += length;
  }
  if (open.length > 0) portions.push(open);
  return portions;
}

function cut(writing: GridWriting, { row, rows, at }: Stretch, mostRows: number): readonly Stretch[] {
  const stretches: { row: number; rows: number; at: number }[] = [];
  let bytes = 0;
  for (let offset = 0; offset < rows; offset += 1) {
    const length = lengthOf(writing, { row, rows: 1, at: at + offset });
    const last = stretches[stretches.length - 1];
    if (last === undefined || last.rows === mostRows || bytes + length > BYTES_AT_ONCE) {
      stretches.push({ row: row + offset, rows: 1, at: at + offset });
      bytes = length;
    } else {
      last.rows += 1;
      bytes += length;
    }
  }
  return stretches;
}

/** Splits in halves what was too much to read at once; `null`: it is one row. */
export function halvesOf(portion: readonly Stretch[]): readonly (readonly Stretch[])[] | null {
  const half = Math.ceil(portion.length / 2);
  if (portion.length > 1) return [portion.slice(0, half), portion.slice(half)];
  const { row, rows, at } = portion[0]!;
  const upper = Math.ceil(rows / 2);
  if (rows === 1) return null;
  return [[{ row, rows: upper, at }], [{ row: row + upper, rows: rows - upper, at: at + upper }]];
}

/** The approximate number of bytes written. */
function lengthOf({ cells }: GridWriting, { at, rows }: Stretch): number {
  let length = 0;
  for (const row of cells.slice(at, at + rows)) {
    for (const cell of row) {
      if (cell?.kind === 'text') length += bytesOf(cell.text);
      if (cell?.kind === 'before') length += bytesOf(String(cell.value));
      length += BYTES_OF_CELL;
    }
  }
  return length;
}

/** In UTF-8, where most Asian characters take three bytes. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}
