import {
  findEqualFormulas,
  hasSameInputs,
  RANGE_TEXTS,
  toRangeText,
  toReplaceText,
  toSingleFormulas,
  toSinglesText,
} from '../../shared/freeze';
import { withSemicolons } from '../../shared/panel';
import type { ThawTerms } from '../../shared/ports';
import { toRecalculated } from '../../shared/runs';
import { underLock } from '../bulk/hold';
import { findProtected } from '../bulk/protected-cells';
import { isYes } from '../is-yes';
import { readPlaceholder } from '../placeholder';
import { agreeToReplace, isPayerNoted } from '../spending-messages';
import { trySheet } from '../try-sheet';
import { readCalls } from '../waiting-cells';
import { isFree } from './in-place';
import { OutFormulas } from './out-formulas';
import { readCells } from './read-cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Does it, or returns what the person has to agree to first. */
type Replace = (agreed: ThawTerms | null) => string | ThawTerms;

/**
 * Makes one range formula of the column of equal formulas in which a cell is selected, and single formulas of a range
 * formula: each undoes the other. What comes is calculated, so the price of what is not saved comes first, and nothing is
 * done where its answers cannot be had. Returns what it did, in words; `null`: the person did not want it.
 *
 * @param only one of both, where the person has said which
 */
export function turnColumnIntoRange(only?: 'toOneFormula' | 'toFormulas'): string | null {
  const isSplit = only === 'toFormulas';
  const select = isSplit ? RANGE_TEXTS.selectRange : RANGE_TEXTS.select;
  const cell = SpreadsheetApp.getActive().getCurrentCell() as GoogleAppsScript.Spreadsheet.Range | null;
  if (cell === null) return select;
  const sheet = cell.getSheet();
  const [row, column] = [cell.getRow() - 1, cell.getColumn() - 1];
  const before = readCells(sheet);
  const formula = before.formulas[row]?.[column] ?? '';
  const single = toSingleFormulas(formula, row, before.values.length - row);
  if (single === null) {
    const undo = only === undefined ? 'choose this again' : 'choose Split into formulas';
    return isSplit ? select : onceAgreed((agreed) => toRange(sheet, row, column, undo, agreed));
  }
  const question = `This is one range formula already.\nTurn it back into ${single.length.toLocaleString('en-US')} formulas?`;
  return isSplit || isYes(TITLE, question) ? onceAgreed((agreed) => toSingle(sheet, row, column, agreed)) : null;
}

const TITLE = 'Turn into one range formula';

/** The answer is good for what was read for the question, and nothing else. */
function onceAgreed(replace: Replace): string | null {
  let agreed: ThawTerms | null = null;
  for (;;) {
    const done = underLock(() => trySheet(() => replace(agreed)));
    if (typeof done === 'string') return done;
    const price = toReplaceText(done, agreed !== null);
    const text = isPayerNoted() ? price : `${price}\n${RANGE_TEXTS.unnotedPayer}`;
    if (!isYes(TITLE, `${text}\nReplace the formulas now?`)) return null;
    agreed = done;
  }
}

/** @param formulas of a column, from a row on */
function askFirst(
  sheet: Sheet,
  row: number,
  column: number,
  formulas: readonly string[],
  agreed: ThawTerms | null,
): ThawTerms | string | null {
  const id = String(sheet.getSheetId());
  const placed = formulas.map((formula, down) => ({ sheet: id, row: row + down, column, formula }));
  return agreeToReplace(placed, toRecalculated([readCalls(sheet, formulas)]), agreed);
}

function toRange(
  sheet: Sheet,
  row: number,
  column: number,
  undo: string,
  agreed: ThawTerms | null,
): string | ThawTerms {
  const find = (): ReturnType<typeof findEqualFormulas> => {
    const formulas = sheet.getDataRange().getFormulas();
    return findEqualFormulas((of) => formulas[of]?.[column] ?? '', row);
  };
  const priced = find();
  if (priced === null) return RANGE_TEXTS.select;
  const asked = askFirst(sheet, priced.row, column, [priced.range], agreed);
  if (asked !== null) return asked;
  const isProtected = findProtected(sheet);
  const found = find();
  if (found === null || found.range !== priced.range || found.row !== priced.row) return RANGE_TEXTS.others;
  const { row: first, formulas: all, range } = found;
  const rows = all.length;
  if (all.some((_formula, down) => isProtected(first + down, column))) return RANGE_TEXTS.protected;
  // The range formula first: it has no room yet, so no formula is gone wherever this ends.
  sheet.getRange(first + 1, column + 1).setFormulas([[range]]);
  SpreadsheetApp.flush();
  // Nothing but what Google collects and sends together comes between the comparing and the writing.
  const [own, ...rest] = sheet
    .getRange(first + 1, column + 1, rows, 1)
    .getFormulas()
    .flat();
  if (bare(own!) !== bare(range) || rest.some((formula, down) => formula !== all[down + 1])) {
    putFirstBack(sheet, rows);
    return RANGE_TEXTS.others;
  }
  sheet.getRange(first + 2, column + 1, rows - 1, 1).setValues(all.slice(1).map(() => ['']));
  SpreadsheetApp.flush();
  return toRangeText(found, column, undo);
}

/** The range formula has grown or moved where somebody has inserted rows or columns: the formulas below it tell it. */
function putFirstBack(sheet: Sheet, rows: number): void {
  const held = sheet.getDataRange().getFormulas();
  held.forEach((line, row) =>
    line.forEach((formula, column) => {
      const single = toSingleFormulas(formula, row, rows) ?? [];
      const isIt = single.some((each, down) => down > 0 && bare(each) === bare(held[row + down]?.[column] ?? ''));
      if (isIt) sheet.getRange(row + 1, column + 1).setFormulas([[single[0]!]]);
    }),
  );
}

/** Google may write separators and names in its own way. */
function bare(formula: string): string {
  return withSemicolons(formula).replace(/\s/g, '').toUpperCase();
}

function toSingle(sheet: Sheet, row: number, column: number, agreed: ThawTerms | null): string | ThawTerms {
  const before = readCells(sheet);
  const formula = before.formulas[row]?.[column] ?? '';
  const held = before.values.length - row;
  const single = toSingleFormulas(formula, row, held)?.slice(0, held) ?? [];
  if (single.length === 0) return RANGE_TEXTS.select;
  if (isAnyProtected(sheet, row, column, single.length)) return RANGE_TEXTS.protected;
  const asked = askFirst(sheet, row, column, single, agreed);
  if (asked !== null) return asked;
  const out = new OutFormulas();
  try {
    const [block] = out.take(sheet, before, [{ row, column, formula }], () => readCells(sheet));
    if (typeof block === 'string') return RANGE_TEXTS.moved;
    // Whatever is in these rows and not of the formula is somebody's own.
    const isOwn = single.some((_single, down) => {
      const isFilled = down > 0 && (before.values[row + down]?.[column] ?? '') !== '';
      return isFilled && (block === null || block === undefined || down >= block.rows);
    });
    if (isOwn || block === null) return RANGE_TEXTS.others;
    // Its formula is out, so that every row but the first is blank now, unless somebody has typed there.
    const filled = sheet.getRange(row + 1, column + 1, single.length, 1);
    const now = readCells(sheet);
    if (!hasSameInputs(formula, [before, row], [now, row])) return RANGE_TEXTS.moved;
    const isBlank = isFree(now, { row, column, rows: single.length, columns: 1 });
    if (readPlaceholder(now.values[row]?.[column]) === null || !isBlank) return RANGE_TEXTS.others;
    filled.setFormulas(single.map((each) => [each]));
    SpreadsheetApp.flush();
    return toSinglesText(single.length);
  } finally {
    out.end();
  }
}

function isAnyProtected(sheet: Sheet, row: number, column: number, rows: number): boolean {
  const isProtected = findProtected(sheet);
  return Array.from({ length: rows }, (_row, down) => isProtected(row + down, column)).some((is) => is);
}
