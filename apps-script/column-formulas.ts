import { callsTrace } from '../shared/panel';
import {
  asMade,
  findCalls,
  readMost,
  withValues,
  type MostCalls,
  type WrittenCalls,
  type WrittenFormula,
} from '../shared/runs';
import { makeCellReader, READS_FOR_MS } from './cell-reader';
import { isProblem } from './find-problems';
import type { ColumnFormulas } from '../shared/ports';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells of a column beyond this number wait for the next run. */
const MOST_FORMULAS = 10_000;

/** A cell with the formula and the value that it has. */
interface ShownFormula {
  readonly formula: string;
  readonly value: unknown;
}

/** Formulas without an answer, and whether others show one. */
interface Unanswered {
  readonly written: readonly WrittenCalls[];
  readonly isAll: boolean;
}

/**
 * The Trace formulas in the column of the one that is calculated that have no answer yet, with the values of their
 * arguments: Google runs each on its own (https://developers.google.com/apps-script/guides/sheets/functions), so the
 * first one asks for all. They are the formulas directly above and below it without a gap or, where Google does not say
 * which cell is calculated, those of the whole sheet.
 */
export function readColumnFormulas(): ColumnFormulas {
  const untilMs = Date.now() + READS_FOR_MS;
  try {
    const cell = SpreadsheetApp.getActiveRange();
    const sheet = cell?.getSheet() ?? SpreadsheetApp.getActiveSheet();
    const around = cell === null ? null : callsAround(sheet, cell.getRow(), cell.getColumn());
    const { written, isAll } = around ?? callsOfSheet(sheet);
    const formulas = readValues(sheet, written.slice(0, MOST_FORMULAS), untilMs);
    return { formulas, isWhole: isAll && Date.now() <= untilMs };
  } catch {
    // The sheet is only read to save requests: if that fails, the formula itself still gets its answer.
    return { formulas: [], isWhole: false };
  }
}

/**
 * The calls of a sheet's formulas, with the values of their arguments. They are listed whether or not they were answered:
 * the formulas show that themselves.
 */
export function readKnownFormulas(sheet: Sheet, formulas: readonly string[]): readonly WrittenFormula[] {
  return readValues(sheet, findCalls(formulas).map(asMade));
}

/** Every call that a sheet's formulas may make. */
export function readMostCalls(sheet: Sheet, formulas: readonly string[]): MostCalls {
  const written = findCalls(formulas);
  return readMost(written, makeCellReader(sheet, written, Infinity));
}

function callsOfSheet(sheet: Sheet): Unanswered {
  return unanswered(readShown(sheet.getDataRange()));
}

/** Those below come first. `null`: the cell has no formula of ours, so it is not the one being calculated. */
function callsAround(sheet: Sheet, row: number, column: number): Unanswered | null {
  const cells = readShown(sheet.getRange(1, column, Math.max(row, sheet.getLastRow()), 1));
  const own = cells[row - 1]?.formula ?? '';
  if (!callsTrace(own)) return null;
  const parts = [cells.slice(row), cells.slice(0, row - 1).reverse()].flatMap((part) => {
    const gap = part.findIndex(({ formula }) => formula === '');
    return part.slice(0, gap < 0 ? part.length : gap);
  });
  return unanswered([{ formula: own, value: '' }, ...parts]);
}

function readShown(range: GoogleAppsScript.Spreadsheet.Range): readonly ShownFormula[] {
  const values = range.getValues().flat() as readonly unknown[];
  return range
    .getFormulas()
    .flat()
    .map((formula, index) => ({ formula, value: values[index] }));
}

/**
 * Google does not document how a cell reads while it is calculated. If it is loading, blank or an error, it has no answer.
 * If it shows its last answer, it has left its call for whoever fetches. A cell that is not calculated shows its answer
 * too, and must not pay for it again.
 */
function unanswered(cells: readonly ShownFormula[]): Unanswered {
  const own = cells.filter(({ formula }) => callsTrace(formula));
  const open = own.filter(({ formula, value }) => value === '' || isProblem(value, true, formula));
  return { written: findCalls(open.map(({ formula }) => formula)), isAll: open.length === own.length };
}

function readValues(sheet: Sheet, written: readonly WrittenCalls[], untilMs = Infinity): readonly WrittenFormula[] {
  return withValues(written, makeCellReader(sheet, written, untilMs));
}
