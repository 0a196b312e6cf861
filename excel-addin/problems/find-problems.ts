import { callsTrace, isTraceCall, mayReadLists, problemIn, problemTextsOf } from '../../shared/panel';

/** Matches errors in Excel's language: `#VALUE!`, `#WERT!`, `#¡VALOR!`. */
const ERROR = /^#\S+$/;

type Cells = readonly (readonly unknown[])[];

/** The position of a cell that shows a problem, relative to the first cell that was read. */
interface ProblemPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The cells that show an error that may be Trace's, or the text of a problem: their own formula calls Trace, or they
 * have no formula, and one may have spilled into them. Cells that show what a formula's `if_problem=` puts in place
 * of an error count too; a blank one counts only in the formula's own cell.
 *
 * @param withLists whether to include formulas that may show part of a list
 * @param isHidden whether a Trace formula has reported a problem that its cell may not show, as within IFERROR
 */
export function findProblems(
  formulas: Cells,
  values: Cells,
  withLists = false,
  isHidden: (row: number, column: number) => boolean = () => false,
): readonly ProblemPlace[] {
  const instead = new Set(formulas.flat().flatMap((formula) => problemTextsOf(String(formula))));
  return values.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      const formula = formulas[row]?.[column];
      const isProblem = showsProblem(value, formula) || (instead.size > 0 && mayStand(value, formula, instead));
      const isAsked = isProblem || (withLists && mayReadLists(formula)) || (isHidden(row, column) && mayHide(formula));
      return isAsked ? [{ row, column }] : [];
    }),
  );
}

/** A call by itself shows its problem; functions around it, such as IFERROR or LEN, may hide it. */
function mayHide(formula: unknown): boolean {
  return callsTrace(formula) && !isTraceCall(formula);
}

function showsProblem(value: unknown, formula: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (ERROR.test(value)) return mayBeTrace(formula);
  // Checked first, because most texts lack the prefix, and formulas take longer to parse.
  return problemIn(value, true) !== null && mayBeTrace(formula) && problemIn(value, callsTrace(formula)) !== null;
}

function mayStand(value: unknown, formula: unknown, instead: ReadonlySet<string>): boolean {
  if (callsTrace(formula)) return problemTextsOf(formula).includes(String(value));
  return value !== '' && mayBeTrace(formula) && instead.has(String(value));
}

function mayBeTrace(formula: unknown): boolean {
  return callsTrace(formula) || typeof formula !== 'string' || !formula.startsWith('=');
}
