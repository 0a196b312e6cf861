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
  const write = (stretch: FormulaStretch): void => {
    rangeOf(sheet, stretch).setFormulas(stretch.formulas.map((formula) => [formula]));
    SpreadsheetApp.flush();
    changed.push(...toCells(stretch));
  };
  for (const stretch of toFormulaStretches(cells)) {
    for (const same of toChanged(sheet, stretch, change)) {
      try {
        trySheet(() => write(same));
      } catch (thrown) {
        refusal ??= toRefusal(thrown);
        for (const open of withoutProtected(sheet, same)) trySheet(() => write(open));
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

/** The new formulas of a stretch, if its formulas are unchanged. */
function toChanged(
  sheet: Sheet,
  stretch: FormulaStretch,
  change: (cell: FormulaCell) => string,
): readonly FormulaStretch[] {
  const now = rangeOf(sheet, stretch).getFormulas();
  const wanted = toCells(stretch).flatMap((cell, at) => {
    const formula = change(cell);
    const isSame = withSemicolons(now[at]![0]!) === withSemicolons(cell.formula);
    return isSame && formula !== cell.formula && formula.length <= MOST_CHARACTERS ? [{ ...cell, formula }] : [];
  });
  return toFormulaStretches(wanted);
}

/** Google refuses a block as a whole if one of its cells is protected. Empty if none is. */
function withoutProtected(sheet: Sheet, stretch: FormulaStretch): readonly FormulaStretch[] {
  const isProtected = findProtectedIn(rangeOf(sheet, stretch));
  const open = toCells(stretch).filter(({ row, column }) => !isProtected(row - 1, column - 1));
  return open.length === stretch.formulas.length ? [] : toFormulaStretches(open);
}

function toCells({ row, column, formulas }: FormulaStretch): readonly FormulaCell[] {
  return formulas.map((formula, at) => ({ row: row + at, column, formula }));
}

function rangeOf(sheet: Sheet, { row, column, formulas }: FormulaStretch): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, column, formulas.length, 1);
}

/** Consecutive cells of one column, which are written by one call. */
interface FormulaStretch {
  /** The row of the first cell, from 1. */
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly string[];
}

/**
 * @param cells of one sheet, in any order
 * @internal tests pass cells in every order
 */
export function toFormulaStretches(cells: readonly FormulaCell[]): readonly FormulaStretch[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const stretches: { row: number; column: number; formulas: string[] }[] = [];
  for (const { row, column, formula } of sorted) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.column === column && last.row + last.formulas.length === row) {
      last.formulas.push(formula);
    } else {
      stretches.push({ row, column, formulas: [formula] });
    }
  }
  return stretches;
}
