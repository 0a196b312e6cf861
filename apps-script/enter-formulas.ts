import { mayFillBelow } from './bulk/array-cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A formula and its cell; rows and columns count from 0. */
export interface Wanted {
  readonly row: number;
  readonly column: number;
  /** In R1C1 notation. */
  readonly formula: string;
}

type Formulas = readonly (readonly string[])[];

/**
 * Enters formulas into cells that hold a text of their own, but not into formulas or the output of an array.
 *
 * @param wantedAt called for every cell
 * @returns how many were entered
 */
export function enterFormulas(
  sheet: Sheet,
  wantedAt: (value: unknown, row: number, column: number) => Wanted | null,
): number {
  const range = sheet.getDataRange();
  const values = range.getValues() as readonly (readonly unknown[])[];
  const wanted = values.flatMap((cells, row) => cells.flatMap((value, column) => wantedAt(value, row, column) ?? []));
  if (wanted.length === 0) return 0;
  const formulas = range.getFormulas();
  let count = 0;
  for (const { row, column, formula } of wanted) {
    const cell = sheet.getRange(row + 1, column + 1);
    if (formulas[row]![column] !== '') continue;
    if (mayBeFilled(formulas, row, column) && isOfArray(cell)) continue;
    cell.setFormulaR1C1(formula);
    count += 1;
  }
  return count;
}

/** An array is a rectangle that begins at its formula and contains no other one. */
function mayBeFilled(formulas: Formulas, row: number, column: number): boolean {
  // How far to the left none of the rows between has a formula.
  let width = column + 1;
  for (let above = row; above >= 0 && width > 0; above -= 1) {
    for (let left = column; left > column - width; left -= 1) {
      const formula = formulas[above]![left]!;
      if (formula === '') continue;
      if (mayFillBelow(formula)) return true;
      width = column - left;
      break;
    }
  }
  return false;
}

/** Google does not tell. The output of an array stays where its cell is cleared, and nothing of it is lost. */
function isOfArray(cell: GoogleAppsScript.Spreadsheet.Range): boolean {
  cell.setValue('');
  SpreadsheetApp.flush();
  return cell.getValue() !== '';
}
