const TRACE_FORMULA = /^=.*\bTRACE_[A-Z_]+\s*\(/i;
const PROBLEM = /^#(N\/A|VALUE!|BUSY!|NAME\?|CONNECT!)$/;

type Cells = readonly (readonly unknown[])[];

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Where Trace formulas stand that show a problem, or below which their table shows one. */
export function findProblems(formulas: Cells, values: Cells): readonly CellPosition[] {
  const found: CellPosition[] = [];
  formulas.forEach((cells, row) => {
    cells.forEach((formula, column) => {
      if (typeof formula !== 'string' || !TRACE_FORMULA.test(formula)) return;
      if (showsProblem(formulas, values, row, column)) found.push({ row, column });
    });
  });
  return found;
}

/** A table reaches down to the next blank cell or other formula; the formula itself stands in its first cell. */
function showsProblem(formulas: Cells, values: Cells, row: number, column: number): boolean {
  const own = formulas[row]?.[column];
  for (let below = row; below < values.length; below += 1) {
    const value = values[below]?.[column];
    const formula = formulas[below]?.[column];
    const isOther = below > row && typeof formula === 'string' && formula.startsWith('=') && formula !== own;
    if (isOther || (below > row && (value === '' || value === null || value === undefined))) return false;
    if (typeof value === 'string' && PROBLEM.test(value)) return true;
  }
  return false;
}
