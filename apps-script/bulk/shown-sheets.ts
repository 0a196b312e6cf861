import { TraceError } from '../../shared/formulas';
import type { Selection } from '../../shared/ports';
import { trySheet } from '../try-sheet';
import { readLike } from './given';
import { findGridSheet } from '../grid-sheets';

/**
 * The first selected area, cut to the used range. A single cell selects the column of domains in its sheet, wherever
 * it is. `object`: no cell is selected, as on a chart's sheet.
 */
export function readSelection(): Selection | 'object' {
  const ranges = SpreadsheetApp.getActive().getActiveRangeList()?.getRanges() ?? [];
  const [range] = ranges;
  if (range === undefined) return 'object';
  const sheet = range.getSheet();
  const [row, column] = [range.getRow() - 1, range.getColumn() - 1];
  const [numRows, numColumns] = [range.getNumRows(), range.getNumColumns()];
  const isCell = numRows === 1 && numColumns === 1 && ranges.length === 1;
  return {
    sheet: String(sheet.getSheetId()),
    sheetName: sheet.getName(),
    row,
    rows: isCell ? 1 : Math.max(0, Math.min(numRows, sheet.getLastRow() - row)),
    column,
    columns: isCell ? 1 : Math.max(0, Math.min(numColumns, sheet.getLastColumn() - column)),
    ...(ranges.length > 1 ? { areas: ranges.length } : {}),
  };
}

export function showCells(id: unknown, given: unknown): null {
  const places = readLike(given, ['']);
  const sheet = findGridSheet(id);
  if (sheet === null) throw new TraceError('sheetGone', {});
  trySheet(() => sheet.getRangeList([...places]).activate());
  return null;
}
