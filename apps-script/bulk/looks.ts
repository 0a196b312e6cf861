import { LOOKS_ASKED, type SentLooks } from '../messages/cell-messages';
import { trySheet } from '../try-sheet';
import { readLike } from './given';
import { findGridSheet } from '../grid-sheets';

/** In the order of the words of a style; `null` resets each. */
const PROPERTIES = ['FontWeight', 'FontColor', 'Background', 'HorizontalAlignment', 'VerticalAlignment'];

type Styled = Readonly<Record<string, (word?: string | null) => string>>;

/**
 * Changes the style and width of columns that still have the expected title, then reads those of the requested
 * columns.
 */
export function changeLooks(id: unknown, row: unknown, asked: unknown): readonly SentLooks[] {
  const line = readLike(row, 0) + 1;
  const { columns, changes } = readLike(asked, LOOKS_ASKED);
  const sheet = findGridSheet(id);
  return trySheet(() => {
    const cellAt = (column: number): GoogleAppsScript.Spreadsheet.Range => sheet!.getRange(line, column + 1);
    for (const { column, title, style, width } of changes) {
      const cell = cellAt(column);
      if (cell.getValue() !== title) continue;
      PROPERTIES.forEach(
        (property, at) => style[at] === '' || (cell as unknown as Styled)[`set${property}`]!(style[at]),
      );
      if (width) sheet!.setColumnWidth(column + 1, width);
    }
    return columns.map((column) => {
      const cell = cellAt(column) as unknown as Styled;
      return [PROPERTIES.map((property) => cell[`get${property}`]!()), sheet!.getColumnWidth(column + 1)];
    });
  });
}
