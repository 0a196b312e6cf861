import type { RowsBelowTitles } from '../../shared/ports';
import { excelCodeOf, inOneUndoStep } from './on-workbook';
import { findTitledSheet } from './titled-sheet';
import { enterRows } from './write/enter-rows';

/** Inserts whole rows, so that what users have written beside earlier ones stays there. */
export function insertBelowTitles({ title, titles, rows, formats }: RowsBelowTitles): Promise<string | null> {
  /** The sheet that has them already, if Excel lets the work begin again. */
  let insertedIn = '';
  return inOneUndoStep(async (context) => {
    const sheet = await findTitledSheet(context, title, titles);
    if (sheet === null) return null;
    if (rows.length > 0 && insertedIn !== sheet.id) {
      const below = sheet.getRangeByIndexes(1, 0, rows.length, 1).getEntireRow();
      // Excel gives new rows the looks of the titles.
      below.insert('Down').clear('Formats');
      // On its own: a refused write may be repeated, and would then replace earlier rows.
      await context.sync();
      insertedIn = sheet.id;
    }
    if (rows.length > 0) {
      await enterRows(context, sheet.id, { row: 1, rows, width: titles.length, formats });
    }
    try {
      sheet.activate();
      await context.sync();
    } catch (thrown) {
      // A hidden sheet cannot be shown, and has its rows already. Without a code it is a bug of ours.
      if (excelCodeOf(thrown) === '') throw thrown;
    }
    return sheet.name;
  });
}
