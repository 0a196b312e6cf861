import { callsTrace, isLoading, problemIn, problemTextsOf } from '../../shared/panel';

/** A cell with a formula. Rows and columns count from 0. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

type Rows<T> = readonly (readonly T[])[];

/** Whether a value in a formula's table is a problem. `isOwn`: it is in the formula's own cell. */
export type IsProblem = (
  value: unknown,
  isOwn: boolean,
  formula: string,
  /** Rows and columns count from 0. */
  place: { readonly row: number; readonly column: number },
) => boolean;

/**
 * What Sheets shows if a function failed or is not loaded: `#ERROR!`, `#NAME?`, `#REF!` and `#N/A`, in the language
 * of the spreadsheet, such as `#FEHLER!` and `#NV`.
 */
const HOST_ERROR = /^#[¡¿]?[\p{Lu}\d/]+[!?]?$/u;

/**
 * The Trace formulas of a sheet that show a problem, each once: in their own cell, or in a cell of their table that
 * has no formula of its own.
 *
 * @param formulas `''` if a cell has none
 * @param values of the same cells
 * @param matches which problems to find; all by default
 */
export function findProblems(
  formulas: Rows<string>,
  values: Rows<unknown>,
  matches: IsProblem = isProblem,
): readonly FormulaCell[] {
  const found = new Set<FormulaCell>();
  let above: readonly (FormulaCell | null)[] = [];
  formulas.forEach((texts, rowIndex) => {
    const holders = findSources(texts, rowIndex, above);
    holders.forEach((holder, columnIndex) => {
      const isOwn = texts[columnIndex] !== '';
      if (
        holder !== null &&
        matches(values[rowIndex]?.[columnIndex], isOwn, holder.formula, { row: rowIndex, column: columnIndex })
      )
        found.add(holder);
    });
    above = holders;
  });
  return [...found];
}

/**
 * For each cell of a row, the Trace formula that is there, or whose table may reach there, since Google does not
 * report it. A table is a rectangle that starts at its formula and contains no other one; the nearest formula above
 * counts, or else the nearest to the left.
 */
function findSources(
  texts: readonly string[],
  row: number,
  above: readonly (FormulaCell | null)[],
): readonly (FormulaCell | null)[] {
  let left: FormulaCell | null = null;
  let leftColumn = -1;
  return texts.map((formula, column) => {
    if (formula !== '') {
      leftColumn = column;
      return (left = callsTrace(formula) ? { row, column, formula } : null);
    }
    if (left !== null) return left;
    const fromAbove = above[column] ?? null;
    return fromAbove !== null && fromAbove.column > leftColumn ? fromAbove : null;
  });
}

/**
 * Whether a value may replace a problem because of the formula's `if_problem=`. A blank counts only in the formula's
 * own cell, since cells beside a table are blank too.
 */
export function standsForProblem(value: unknown, isOwn: boolean, formula: string): boolean {
  return (value !== '' || isOwn) && problemTextsOf(formula).includes(String(value));
}

export function isProblem(value: unknown, isOwn: boolean, formula: string): boolean {
  if (standsForProblem(value, isOwn, formula)) return true;
  if (typeof value !== 'string') return false;
  return problemIn(value, isOwn) !== null || (isOwn && (HOST_ERROR.test(value) || isLoading(value)));
}
