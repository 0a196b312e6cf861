import { TraceError } from '../../shared/formulas';
import type { PanelMessages } from '../../shared/ports';
import { enterAgain, type KeptFormulas } from './enter-again';
import { excelApi, type ExcelContext, type ExcelWorksheet } from '../excel-api';
export { toKeptWords } from '../stored/kept-words';
import { findProblemCells, type ProblemCell } from './problem-cells';
import { holdsMistakes, problemIn, saysThatItWaits, saysThatKeyIsMissing, withoutPrefix } from '../../shared/panel';
import { hasToldAt, readTold } from './told-problems';

type ShownProblem = PanelMessages['problems']['value'][number];

/** The result of a retry. */
interface Retried {
  /** Formulas that were entered again. */
  readonly cells: number;
  /** Formulas that Excel did not accept, by sheet and reason. */
  readonly kept: readonly KeptFormulas[];
}

/**
 * Enters the Trace formulas again that show a problem, in their own cell or in a cell of their table, or that hide
 * one, and touches no other cell: existing answers stay, and cost nothing. Throws `hostMissing` without Excel.
 *
 * @param withLists whether to also enter formulas that may show part of a list; complete lists are simply shown again
 */
export async function retryProblems(withLists = false): Promise<Retried> {
  return inExcel(async (context) => {
    let cells = 0;
    const kept: KeptFormulas[] = [];
    for (const [sheet, formulas] of bySheet(await findProblemCells(context, { withLists, withHidden: true }))) {
      const entered = await enterAgain(context, sheet, formulas);
      cells += entered.cells;
      kept.push(...entered.kept);
    }
    return { cells, kept };
  });
}

/**
 * The cells that show a problem of a Trace formula, by its sentence; `''`: unknown. Throws `hostMissing` without
 * Excel.
 */
export async function countProblems(): Promise<readonly ShownProblem[]> {
  return inExcel(async (context) => {
    const counts = new Map<string, ShownProblem>();
    for (const { cell, holder } of await findProblemCells(context, { withLists: false, withHidden: false })) {
      if (holdsMistakes(cell.sheet.name)) continue;
      const sentence = sentenceOf(cell) ?? readTold(holder.sheet.name, holder, cell);
      const place = { sheet: cell.sheet.id, row: cell.row, column: cell.column };
      const [, cells = 0, first = place] = counts.get(sentence) ?? [];
      counts.set(sentence, [sentence, cells + 1, first]);
    }
    return [...counts.values()];
  });
}

/**
 * How many cells show a text that may be outdated: a missing key, although there is one, or a wait that no formula of
 * this page has reported. Excel recalculates errors when it opens a workbook, but not texts. Throws `hostMissing`.
 */
export async function countOutdated(): Promise<number> {
  return inExcel(async (context) => {
    const found = await findProblemCells(context, { withLists: false, withHidden: false });
    return found.filter(({ cell, holder }) => {
      const sentence = sentenceOf(cell);
      if (sentence === null) return false;
      const isWaiting = saysThatItWaits(sentence) && !hasToldAt(holder.sheet.name, holder);
      return isWaiting || saysThatKeyIsMissing(sentence);
    }).length;
  });
}

/** `null`: the cell shows an error, which has no sentence. */
function sentenceOf({ shown }: ProblemCell): string | null {
  const problem = problemIn(shown, true);
  return problem === null ? null : withoutPrefix(problem);
}

function inExcel<T>(work: (context: ExcelContext) => Promise<T>): Promise<T> {
  const excel = excelApi();
  if (excel === undefined) throw new TraceError('hostMissing', {});
  return excel.run({ delayForCellEdit: true }, work);
}

/** The cells of the formulas, once each: a formula entered inside another one's table would break that table. */
function bySheet(
  found: Awaited<ReturnType<typeof findProblemCells>>,
): ReadonlyMap<ExcelWorksheet, readonly ProblemCell[]> {
  const sheets = new Map<ExcelWorksheet, Map<string, ProblemCell>>();
  for (const { holder } of found) {
    const ofSheet = sheets.get(holder.sheet) ?? new Map<string, ProblemCell>();
    sheets.set(holder.sheet, ofSheet.set(`${holder.row}:${holder.column}`, holder));
  }
  return new Map([...sheets].map(([sheet, cells]) => [sheet, [...cells.values()]]));
}
