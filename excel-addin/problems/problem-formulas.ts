import { formulaAt, placesOf, valueAt, type CellContent, type SheetCells } from '../../shared/freeze';
import { callsTrace } from '../../shared/panel';
import type { ExcelContext } from '../excel-api';
import { readSheets } from '../freeze/read-cells';
import { findProblems } from './find-problems';
import { hasToldAt } from './told-problems';

/** Row and column count from 0. */
interface ProblemCell {
  readonly row: number;
  readonly column: number;
  readonly shown: CellContent;
}

/** A Trace formula that shows or hides a problem. Row and column count from 0. */
export interface ProblemFormula {
  readonly row: number;
  readonly column: number;
  /** How many rows it fills. */
  readonly rows: number;
  readonly formula: string;
  /** Those of the cells that it fills for which it was found. */
  readonly cells: readonly ProblemCell[];
  /** The same formula is in a cell beside it, so that both may have been entered as one (Ctrl+Shift+Enter). */
  readonly mayBeArray: boolean;
}

/** Which formulas to find besides those that show a problem. */
interface Besides {
  /** Formulas that may show part of a list. */
  readonly withLists: boolean;
  /**
   * Formulas that have reported a problem that their cell does not show: IFERROR shows the user's own value instead.
   */
  readonly withHidden: boolean;
}

/** All sheets, with the cells that formulas fill only where a sheet has a formula to find. */
export function readProblemSheets(context: ExcelContext, besides: Besides): Promise<readonly Required<SheetCells>[]> {
  return readSheets(context, (sheet) => problemsOf(sheet, besides).length > 0);
}

/** The Trace formulas of a sheet that show a problem, in their own cell or in one that they have spilled into. */
export function findProblemFormulas(sheet: Required<SheetCells>, besides: Besides): readonly ProblemFormula[] {
  const problems = problemsOf(sheet, besides);
  const found = new Set(problems.map(({ row, column }) => `${row} ${column}`));
  return sheet.formulas.flatMap((line, row) =>
    line.flatMap((formula, column) => {
      if (!callsTrace(formula)) return [];
      const block = sheet.extents.get(`${row} ${column}`) ?? { row, column, rows: 1, columns: 1 };
      const cells = placesOf(block)
        .filter((place) => found.has(place.join(' ')))
        .map(([down, right]) => ({ row: down, column: right, shown: valueAt(sheet, down, right) }));
      if (cells.length === 0) return [];
      const beside = [
        formulaAt(sheet, row - 1, column),
        formulaAt(sheet, row + 1, column),
        formulaAt(sheet, row, column - 1),
        formulaAt(sheet, row, column + 1),
      ];
      return [{ row, column, rows: block.rows, formula, cells, mayBeArray: beside.includes(formula) }];
    }),
  );
}

function problemsOf({ name, formulas, values }: SheetCells, { withLists, withHidden }: Besides) {
  const isHidden = (row: number, column: number): boolean => withHidden && hasToldAt(name, { row, column });
  return findProblems(formulas, values, withLists, isHidden);
}
