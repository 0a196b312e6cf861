import { endPause, forgetRefusals, holdsMistakes } from '../../shared/panel';
import { readPayerId, runSync, type TraceError } from '../../shared/formulas';
import type { PanelMessages } from '../../shared/ports';
import { readStoredAccount } from '../stored/account';
import { DocumentStore } from '../stored/document-store';
import { findProblems, isProblem, type FormulaCell, type IsProblem } from './find-problems';
import { readGridSheets } from '../grid-sheets';
import { CACHE } from '../formulas/host';
import { changeFormulas } from './change-formulas';
import { withoutRefresh, withRefresh } from './refresh-argument';
import { removeRefresh } from './remove-refresh';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Outcome = PanelMessages['retryProblems']['value'];

/** Few enough that little time passes between reading cells and checking the clock. */
const CELLS_PER_BLOCK = 200;
/** Google runs 30 functions of one user at once (https://developers.google.com/apps-script/guides/services/quotas). */
const CELLS_PER_RETRY = 1_000;
/** Leaves time to answer the waiting sidebar. */
const NO_BLOCK_AFTER_MS = 20_000;

/**
 * Recalculates the Trace formulas that show a problem, in their own cell or in a cell of their table, and touches no
 * other cell. Sheets recalculates a function only when its arguments change
 * (https://developers.google.com/apps-script/guides/sheets/functions), so each gets an extra one, which {@link
 * removeRefresh} removes once it has its answer.
 *
 * @param matches which problems; all by default
 * @returns how many are recalculated, and how many are left for another time. Throws `sheetRefused` once all others
 * were changed
 */
export function retryProblems(matches: IsProblem = isProblem): Outcome {
  const startMs = Date.now();
  endPauses();
  // Searched first, because formulas that are recalculated without their argument are not problems.
  const found = readGridSheets().map((sheet) => [sheet, findIn(sheet, matches)] as const);
  removeRefresh();
  const token = Utilities.getUuid().replace(/-/g, '').slice(0, 8);
  const change = ({ formula }: FormulaCell): string => withRefresh(withoutRefresh(formula), token);
  let [cells, left] = [0, 0];
  const refusals: TraceError[] = [];
  for (const [sheet, problems] of found) {
    for (const block of inBlocks(problems)) {
      const isInTime = Date.now() - startMs < NO_BLOCK_AFTER_MS && cells + block.length <= CELLS_PER_RETRY;
      const changed = isInTime ? changeFormulas(sheet, block, change) : { cells: [], refusal: null };
      cells += changed.cells.length;
      left += block.length - changed.cells.length;
      if (changed.refusal !== null) refusals.push(changed.refusal);
    }
  }
  // All others are recalculated before the user learns of it.
  const [refusal] = refusals;
  if (refusal !== undefined) throw refusal;
  return { cells, left, ...(cells === 0 ? {} : { kept: KEPT }) };
}

const KEPT = 'Each has an extra argument, "refresh=…", until you next open the Trace panel.';

/** The cells that show a problem, by what they show. */
export function countProblems(): PanelMessages['problems']['value'] {
  const counts = new Map<string, PanelMessages['problems']['value'][number]>();
  for (const sheet of readGridSheets()) {
    if (holdsMistakes(sheet.getName())) continue;
    const count: IsProblem = (value, isOwn, formula, place) => {
      const shown = String(value);
      if (!isProblem(value, isOwn, formula)) return false;
      const [, cells = 0, first = { sheet: String(sheet.getSheetId()), ...place }] = counts.get(shown) ?? [];
      counts.set(shown, [shown, cells + 1, first]);
      return false;
    };
    findIn(sheet, count);
  }
  return [...counts.values()];
}

/**
 * Ends everything that keeps cells from asking again. If an editor of the spreadsheet retries, this covers the
 * owner's pauses too.
 */
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
