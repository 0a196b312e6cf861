import { count, endPause, forgetRefusals, traitsOf } from '../shared/panel';
import { readPayerId, runSync, toTraceError, type TraceError } from '../shared/formulas';
import type { PanelMessages } from '../shared/ports';
import { readStoredAccount } from './account';
import { DocumentStore } from './document-store';
import { findProblems, isProblem, type FormulaCell, type IsProblem } from './find-problems';
import { readGridSheets } from './grid-sheets';
import { CACHE } from './host';
import { restoreFormulas } from './restore-formulas';
import { retryBlock, type Entered } from './retry-block';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Outcome = PanelMessages['retryProblems']['value'];

/** Few enough that a block is out of its cells only for a moment. */
const CELLS_PER_BLOCK = 200;
/** Google runs 30 functions of one user at once (https://developers.google.com/apps-script/guides/services/quotas). */
const CELLS_PER_RETRY = 1_000;
/** Leaves time to answer the waiting sidebar. */
const NO_BLOCK_AFTER_MS = 20_000;

/**
 * Enters the Trace formulas again that show a problem, in their own cell or in a cell of their table, and touches no
 * other cell. Sheets recalculates a function only when its formula is edited
 * (https://developers.google.com/apps-script/guides/sheets/functions), so each is taken out for a moment.
 *
 * @param matches which problems; all by default
 * @returns how many were entered, and how many are left for another time. Throws `sheetRefused` once all others were
 * entered
 */
export function retryProblems(matches: IsProblem = isProblem): Outcome {
  const startMs = Date.now();
  endPauses();
  const refusals: TraceError[] = [];
  const attempt = (enter: () => Entered): Entered => {
    try {
      return enter();
    } catch (thrown) {
      const error = toTraceError(thrown);
      if (traitsOf(error).isOfHost !== true) throw thrown;
      // All others are entered before a person hears of it.
      refusals.push(error);
      return [0, 0];
    }
  };
  // Searched first: what is restored now is only being calculated, and is no problem.
  const found = readGridSheets().map((sheet) => [sheet, findIn(sheet, matches)] as const);
  let [cells] = attempt(() => [restoreFormulas(), 0]);
  let [left, refreshed] = [0, 0];
  const retries: string[] = [];
  for (const [sheet, problems] of found) {
    for (const block of inBlocks(problems)) {
      const isInTime = Date.now() - startMs < NO_BLOCK_AFTER_MS && cells + block.length <= CELLS_PER_RETRY;
      const [entered, kept] = isInTime ? attempt(() => retryBlock(sheet, block, matches, retries)) : [0, 0];
      cells += entered;
      refreshed += kept;
      left += block.length - entered;
    }
  }
  const [refusal] = refusals;
  if (refusal !== undefined) throw refusal;
  return { cells, left, ...(refreshed === 0 ? {} : { kept: toRefreshedText(refreshed) }) };
}

function toRefreshedText(formulas: number): string {
  return count(
    formulas,
    'formula now has an extra argument, "refresh=…", so that Google calculates it again.',
    'formulas now have an extra argument, "refresh=…", so that Google calculates them again.',
  );
}

/** The cells that show a problem, by what they show. */
export function countProblems(): PanelMessages['problems']['value'] {
  const counts = new Map<string, number>();
  const count: IsProblem = (value, isOwn, formula) => {
    const shown = String(value);
    if (isProblem(value, isOwn, formula)) counts.set(shown, (counts.get(shown) ?? 0) + 1);
    return false;
  };
  for (const sheet of readGridSheets()) findIn(sheet, count);
  return [...counts];
}

/** Everything that keeps cells from asking again, for the owner too where an editor of the spreadsheet retries. */
export function endPauses(): void {
  const payerId = readPayerId(new DocumentStore()) ?? readStoredAccount()?.id;
  if (payerId !== undefined) runSync(endPause(payerId), CACHE);
  runSync(forgetRefusals(), CACHE);
}

function findIn(sheet: Sheet, matches: IsProblem): readonly FormulaCell[] {
  const range = sheet.getDataRange();
  const formulas = range.getFormulas();
  return formulas.every((row) => row.every((formula) => formula === ''))
    ? []
    : findProblems(formulas, range.getValues(), matches);
}

function* inBlocks(cells: readonly FormulaCell[]): Generator<readonly FormulaCell[]> {
  for (let start = 0; start < cells.length; start += CELLS_PER_BLOCK) yield cells.slice(start, start + CELLS_PER_BLOCK);
}
