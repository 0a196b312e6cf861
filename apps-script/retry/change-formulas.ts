import { traitsOf, withSemicolons } from '../../shared/panel';
import { toTraceError, type TraceError } from '../../shared/formulas';
import { findProtectedIn } from '../bulk/protected-cells';
import type { FormulaCell } from './find-problems';
import { trySheet } from '../try-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where formulas were changed, and what kept Google from changing others. */
interface Changed {
  /** With their new formulas. */
  readonly cells: readonly FormulaCell[];
  /** `null`: nothing did. */
  readonly refusal: TraceError | null;
}

/** https://support.google.com/drive/answer/37603 */
const MOST_CHARACTERS = 50_000;

/**
 * Replaces formulas that are still as they were read, and touches no other cell: a formula is in its cell at every
 * moment, wherever this ends, and Ctrl+Z restores it. Google has no conditional write, so each block is compared
 * right before it is written.
 *
 * @param cells as they were read
 * @param change returns the new formula; the same formula: it stays
 */
export function changeFormulas(
  sheet: Sheet,
  cells: readonly FormulaCell[],
  change: (cell: FormulaCell) => string,
): Changed {
  const changed: FormulaCell[] = [];
  let refusal: TraceError | null = null;
  const write = (stretch: Stretch): void => {
    rangeOf(sheet, stretch).setFormulas(stretch.map(({ formula }) => [formula]));
    SpreadsheetApp.flush();
    changed.push(...stretch);
  };
  for (const stretch of toStretches(cells)) {
    for (const same of toStretches(toChanged(sheet, stretch, change))) {
      try {
        trySheet(() => write(same));
      } catch (thrown) {
        refusal ??= toRefusal(thrown);
        // Google refuses a block as a whole if one of its cells is protected.
        const isProtected = findProtectedIn(rangeOf(sheet, same));
        const open = same.filter(({ row, column }) => !isProtected(row, column));
        if (open.length < same.length) for (const some of toStretches(open)) trySheet(() => write(some));
      }
    }
  }
  return { cells: changed, refusal };
}

function toRefusal(thrown: unknown): TraceError {
  const error = toTraceError(thrown);
  if (traitsOf(error).isOfHost !== true) throw thrown;
  return error;
}

/** The cells of a stretch with their new formulas, if their formulas are unchanged. */
function toChanged(sheet: Sheet, stretch: Stretch, change: (cell: FormulaCell) => string): readonly FormulaCell[] {
  const now = rangeOf(sheet, stretch).getFormulas();
  return stretch.flatMap((cell, at) => {
    const formula = change(cell);
    const isSame = withSemicolons(now[at]![0]!) === withSemicolons(cell.formula);
    return isSame && formula !== cell.formula && formula.length <= MOST_CHARACTERS ? [{ ...cell, formula }] : [];
  });
}

/** Consecutive cells of one column, which are written by one call. */
type Stretch = readonly FormulaCell[];

function toStretches(cells: readonly FormulaCell[]): readonly Stretch[] {
  const stretches: FormulaCell[][] = [];
  let above: FormulaCell | null = null;
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    if (above?.column === cell.column && above.row + 1 === cell.row) stretches[stretches.length - 1]!.push(cell);
    else stretches.push([cell]);
    above = cell;
  }
  return stretches;
}

function rangeOf(sheet: Sheet, stretch: Stretch): GoogleAppsScript.Spreadsheet.Range {
  const { row, column } = stretch[0]!;
  return sheet.getRange(row + 1, column + 1, stretch.length, 1);
}
