import { callsTrace, mayReadLists, problemTextsOf } from '../shared/panel';

/** Errors come in Excel's language: `#VALUE!`, `#WERT!`, `#¡VALOR!`. */
const ERROR = /^#\S+$/;

type Cells = readonly (readonly unknown[])[];

/** Where a cell shows a problem, counted from the first cell that was read. */
interface ProblemPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The cells that show an error which may be Trace's: their own formula calls it, or they have none, and then a table may
 * have spilled into them. Cells that show what a formula's `if_problem=` puts in place of an error count too; a blank one
 * counts only in the formula's own cell.
 *
 * @param withLists whether formulas that may show a part of a list are among them
 * @param isHidden whether a formula of Trace has told a problem that its cell does not show, as within IFERROR
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
      const isProblem = isError(value) ? mayBeTrace(formula) : instead.size > 0 && mayStand(value, formula, instead);
      const isAsked = isProblem || (withLists && mayReadLists(formula)) || (mayHide(formula) && isHidden(row, column));
      return isAsked ? [{ row, column }] : [];
    }),
  );
}

/** A formula without one of these shows its error. */
const HIDING = /\bIF(?:ERROR|NA)\(|\bIS(?:ERROR|ERR|NA)\(/i;

function mayHide(formula: unknown): boolean {
  return callsTrace(formula) && HIDING.test(String(formula));
}

function isError(value: unknown): boolean {
  return typeof value === 'string' && ERROR.test(value);
}

function mayStand(value: unknown, formula: unknown, instead: ReadonlySet<string>): boolean {
  if (callsTrace(formula)) return problemTextsOf(formula).includes(String(value));
  return value !== '' && mayBeTrace(formula) && instead.has(String(value));
}

function mayBeTrace(formula: unknown): boolean {
  return callsTrace(formula) || typeof formula !== 'string' || !formula.startsWith('=');
}
