import { callsTrace } from '../shared/index';

/** Errors come in Excel's language: `#VALUE!`, `#WERT!`, `#¡VALOR!`. */
const ERROR = /^#\S+$/;

type Cells = readonly (readonly unknown[])[];

/** A cell in which a problem stands, counted from the first of those that were read. */
export interface ProblemCell {
  readonly row: number;
  readonly column: number;
}

/**
 * The cells that show an error which may be Trace's: their own formula calls it, or they have none, and then a table may
 * have spilled into them.
 */
export function findProblems(formulas: Cells, values: Cells): readonly ProblemCell[] {
  return values.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const isProblem = typeof value === 'string' && ERROR.test(value) && mayBeTrace(formulas[row]?.[column]);
      return isProblem ? [{ row, column }] : [];
    }),
  );
}

function mayBeTrace(formula: unknown): boolean {
  return callsTrace(formula) || typeof formula !== 'string' || !formula.startsWith('=');
}
