import type { Block, SheetCells } from '../../shared/freeze';
import { makeValueReader } from '../bulk/read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Users may go on inserting rows and columns. */
const MOST_READS = 3;

export interface ReadSheet extends SheetCells {
  readonly sheet: Sheet;
  /** Raw values, in which a date stays one when it is written back. */
  readonly raw: readonly (readonly unknown[])[];
}

/**
 * All cells of a sheet.
 *
 * @param toValue from {@link makeValueReader}
 * @param like an earlier read whose size is used, since a data range may end where a user is about to type
 */
export function readCells(sheet: Sheet, toValue = makeValueReader(), like?: SheetCells): ReadSheet {
  const [id, name] = [String(sheet.getSheetId()), sheet.getName()];
  const range = (): Range =>
    like ? sheet.getRange(1, 1, like.values.length, like.values[0]!.length) : sheet.getDataRange();
  for (let reads = 1; ; reads += 1) {
    const formulas = range().getFormulas();
    // Read last, because values show where rows are. A row that is inserted in between pushes the last one out of the
    // range.
    const raw = range().getValues() as unknown[][];
    const isWhole = formulas.length === raw.length && formulas[0]?.length === raw[0]?.length;
    if (isWhole || reads === MOST_READS)
      return { id, name, formulas, values: raw.map((line) => line.map(toValue)), raw, sheet };
  }
}

/** The cells of a block. */
export function rangeOf(sheet: Sheet, { row, column, rows, columns }: Block): Range {
  return sheet.getRange(row + 1, column + 1, rows, columns);
}
