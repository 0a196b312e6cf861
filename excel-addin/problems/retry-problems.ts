import { TraceError } from '../../shared/formulas';
import type { SheetCells } from '../../shared/freeze';
import type { PanelMessages } from '../../shared/ports';
import { enterAgain, type KeptFormulas } from './enter-again';
import { excelApi, type ExcelContext } from '../excel-api';
export { toKeptWords } from '../stored/kept-words';
import { findProblemFormulas, readProblemSheets, type ProblemFormula } from './problem-formulas';
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
    const besides = { withLists, withHidden: true };
    for (const sheet of await readProblemSheets(context, besides)) {
      const formulas = findProblemFormulas(sheet, besides);
      if (formulas.length === 0) continue;
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
  const counts = new Map<string, ShownProblem>();
  for (const { sheet, holder, cell } of await inExcel(findShown)) {
    if (holdsMistakes(sheet.name)) continue;
    const sentence = sentenceOf(cell.shown) ?? readTold(sheet.name, holder, cell);
    const place = { sheet: sheet.id, row: cell.row, column: cell.column };
    const [, cells = 0, first = place] = counts.get(sentence) ?? [];
    counts.set(sentence, [sentence, cells + 1, first]);
  }
  return [...counts.values()];
}

/**
 * How many cells show a text that may be outdated: a missing key, although there is one, or a wait that no formula of
 * this page has reported. Excel recalculates errors when it opens a workbook, but not texts. Throws `hostMissing`.
 */
export async function countOutdated(): Promise<number> {
  const shown = await inExcel(findShown);
  return shown.filter(({ sheet, holder, cell }) => {
    const sentence = sentenceOf(cell.shown);
    if (sentence === null) return false;
    const isWaiting = saysThatItWaits(sentence) && !hasToldAt(sheet.name, holder);
    return isWaiting || saysThatKeyIsMissing(sentence);
  }).length;
}

interface ShownCell {
  readonly sheet: SheetCells;
  readonly holder: ProblemFormula;
  readonly cell: ProblemFormula['cells'][number];
}

async function findShown(context: ExcelContext): Promise<readonly ShownCell[]> {
  const besides = { withLists: false, withHidden: false };
  return (await readProblemSheets(context, besides)).flatMap((sheet) =>
    findProblemFormulas(sheet, besides).flatMap((holder) => holder.cells.map((cell) => ({ sheet, holder, cell }))),
  );
}

/** `null`: the cell shows an error, which has no sentence. */
function sentenceOf(shown: unknown): string | null {
  const problem = problemIn(shown, true);
  return problem === null ? null : withoutPrefix(problem);
}

function inExcel<T>(work: (context: ExcelContext) => Promise<T>): Promise<T> {
  const excel = excelApi();
  if (excel === undefined) throw new TraceError('hostMissing', {});
  return excel.run({ delayForCellEdit: true }, work);
}
