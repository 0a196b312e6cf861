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
import { makeReader, READS_FOR_MS } from './cell-reader';
import type { ColumnFormulas } from '../shared/ports';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells of a column beyond this number wait for the next run. */
const MOST_FORMULAS = 10_000;

/**
 * The Trace formulas in the column of the one that is calculated, with the values of their arguments: Google runs each
 * on its own (https://developers.google.com/apps-script/guides/sheets/functions), so the first one asks for all. They
 * are the formulas directly above and below it without a gap or, where Google does not say which cell is calculated,
 * those of the whole sheet.
 */
export function readColumnFormulas(): ColumnFormulas {
  const untilMs = Date.now() + READS_FOR_MS;
  try {
    const cell = SpreadsheetApp.getActiveRange();
    const sheet = cell?.getSheet() ?? SpreadsheetApp.getActiveSheet();
    const around = cell === null ? null : callsAround(sheet, cell.getRow(), cell.getColumn());
    const formulas = readValues(sheet, (around ?? callsOfSheet(sheet)).slice(0, MOST_FORMULAS), untilMs);
    return { formulas, isWhole: Date.now() <= untilMs };
  } catch {
    // The sheet is only read to save requests: if that fails, the formula itself still gets its answer.
    return { formulas: [], isWhole: false };
  }
}

/**
 * The calls of a sheet's formulas, with the values of their arguments. The formulas say themselves what came of a call, or
 * have said so.
 */
export function readKnownFormulas(sheet: Sheet, formulas: readonly string[]): readonly WrittenFormula[] {
  return readValues(sheet, findCalls(formulas).map(asMade));
}

/** Every call that a sheet's formulas may make. */
export function readMostCalls(sheet: Sheet, formulas: readonly string[]): MostCalls {
  const written = findCalls(formulas);
  return readMost(written, makeReader(sheet, written, Infinity));
}

function callsOfSheet(sheet: Sheet): readonly WrittenCalls[] {
  return findCalls(sheet.getDataRange().getFormulas().flat());
}

/** Those below come first. `null`: the cell has no formula of ours, so it is not the one being calculated. */
function callsAround(sheet: Sheet, row: number, column: number): readonly WrittenCalls[] | null {
  const rows = sheet.getRange(1, column, Math.max(row, sheet.getLastRow()), 1).getFormulas();
  const formulas = rows.map(([formula = '']) => formula);
  const own = formulas[row - 1] ?? '';
  if (!callsTrace(own)) return null;
  const [below, above] = [formulas.slice(row), formulas.slice(0, row - 1).reverse()].map((part) => {
    const gap = part.indexOf('');
    return part.slice(0, gap < 0 ? part.length : gap);
  });
  return findCalls([own, ...(below ?? []), ...(above ?? [])]);
}

function readValues(sheet: Sheet, written: readonly WrittenCalls[], untilMs = Infinity): readonly WrittenFormula[] {
  return withValues(written, makeReader(sheet, written, untilMs));
}
