import { guardedColumns, type Stretch } from '../../../shared/runs';
import type { GridWriting } from '../../../shared/ports';

/** Excel on the web carries 5 MB each way; writes, and the reads before them, stay well below. */
const CELLS_AT_ONCE = 20_000;
/** Each takes at most three bytes. */
const CHARACTERS_AT_ONCE = 1_000_000;
/** Each is at least one range. */
const STRETCHES_AT_ONCE = 300;

interface OpenStretch {
  readonly row: number;
  rows: number;
  readonly at: number;
}

/**
 * Groups stretches to be read and written together: from first to last row they contain no more cells than one call
 * can carry, and a larger stretch is cut.
 */
export function toPortions(writing: GridWriting, stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const mostRows = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, guardedColumns(writing).length)));
  const portions: OpenStretch[][] = [];
  let open: OpenStretch[] = [];
  let characters = 0;
  for (const stretch of stretches) {
    for (let offset = 0; offset < stretch.rows; offset += 1) {
      const [row, at] = [stretch.row + offset, stretch.at + offset];
      const own = charactersOf(writing.cells[at]!);
      const first = open[0]?.row ?? row;
      const isFull =
        row - first >= mostRows ||
        row < first ||
        characters + own > CHARACTERS_AT_ONCE ||
        (offset === 0 && open.length === STRETCHES_AT_ONCE);
      if (isFull || open.length === 0) {
        open = [];
        characters = 0;
        portions.push(open);
      }
      const last = open[open.length - 1];
      if (last !== undefined && offset > 0) last.rows += 1;
      else open.push({ row, rows: 1, at });
      characters += own;
    }
  }
  return portions;
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

function charactersOf(cells: GridWriting['cells'][number]): number {
  return cells.reduce((sum, cell) => {
    if (cell?.kind === 'text') return sum + cell.text.length;
    return cell?.kind === 'before' ? sum + String(cell.value).length : sum;
  }, 0);
}
