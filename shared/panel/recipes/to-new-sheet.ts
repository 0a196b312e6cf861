import type { MadeSheet } from '../../recipes/made-sheet';
import type { NewSheet } from '../added-sheet';

const HEADING_POINTS = 14;

/** The sheet of a recipe as hosts add it. */
export function toNewSheet({ title, rows, formulas, widths, formats, titleRows }: MadeSheet): NewSheet {
  const titles = titleRows.map((row) => ({
    row,
    columns: widths.length,
    ...(row === 0 ? { size: HEADING_POINTS } : {}),
  }));
  return { title, rows, formulas, looks: { widths, formats, titles } };
}
