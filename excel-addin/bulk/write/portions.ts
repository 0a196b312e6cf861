import { guardedColumns, portionsOf } from '../../../shared/runs';
import type { GridWriting } from '../../../shared/ports';

/** Excel on the web carries 5 MB each way; writes, and the reads before them, stay well below. */
const CELLS_AT_ONCE = 20_000;
/** Each takes at most three bytes. */
const CHARACTERS_AT_ONCE = 1_000_000;
/** Rows that are not below each other are at least one range each. */
const CHARACTERS_OF_RANGE = CHARACTERS_AT_ONCE / 300;

/** Groups the rows of a write that are read and written together, as positions in {@link GridWriting.rows}. */
export function toPortions(writing: GridWriting): readonly (readonly number[])[] {
  const { rows, cells } = writing;
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / guardedColumns(writing).length));
  return portionsOf(rows, { rows: most, span: most, size: CHARACTERS_AT_ONCE }, (at) => {
    const isApart = at > 0 && rows[at - 1] !== rows[at]! - 1;
    return charactersOf(cells[at]!) + (isApart ? CHARACTERS_OF_RANGE : 0);
  });
}

function charactersOf(cells: GridWriting['cells'][number]): number {
  return cells.reduce((sum, cell) => {
    if (cell?.kind === 'text') return sum + cell.text.length;
    return cell?.kind === 'before' ? sum + String(cell.value).length : sum;
  }, 0);
}
