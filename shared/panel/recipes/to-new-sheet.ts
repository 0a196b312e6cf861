import type { MadeSheet } from '../../recipes/made-sheet';
import { TITLE_FILL, type NewSheet, type TitleRow } from '../added-sheet';

const HEADING_POINTS = 14;

/** The sheet of a recipe as hosts add it. */
export function toNewSheet(sheet: MadeSheet): NewSheet {
  const { title, rows, formulas, widths, formats, textCells } = sheet;
  return { title, rows, formulas, looks: { widths, formats, textCells, titles: toTitles(sheet) } };
}

function toTitles({ rows, titleRows, numbers, widths }: MadeSheet): readonly TitleRow[] {
  const last = titleRows[titleRows.length - 1];
  return titleRows.map((row) => {
    if (row === 0) return { row, columns: 1, size: HEADING_POINTS };
    const titles = rows[row] ?? [];
    return {
      row,
      // A formula may fill in further titles.
      columns: row === last ? widths.length : titles.length,
      numbers: titles.flatMap((each, column) => (numbers.includes(String(each)) ? [column] : [])),
      fill: TITLE_FILL,
    };
  });
}
