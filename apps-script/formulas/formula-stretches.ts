import type { FormulaCell } from '../retry/find-problems';

/** Consecutive cells of one column, which are written by one call. */
export interface FormulaStretch {
  /** The row of the first cell, from 1. */
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly string[];
}

/** @param cells of one sheet, in any order */
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
