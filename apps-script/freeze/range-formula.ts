import {
  hasSameInputs,
  joinFormulas,
  RANGE_TEXTS,
  singlesOf,
  splitFormula,
  toReplaceText,
  toSingleFormulas,
  type ReplacePorts,
  type Replacing,
  type SheetCells,
} from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import { withSemicolons } from '../../shared/panel';
import type { ThawTerms } from '../../shared/ports';
import { toRecalculated } from '../../shared/runs';
import { underLock } from '../bulk/under-lock';
import { isYes } from '../is-yes';
import { readPlaceholder } from '../placeholder';
import { agreeToReplace, isPayerNoted } from '../spending-messages';
import { trySheet } from '../try-sheet';
import { readCalls } from '../waiting-cells';
import { isFree } from './in-place';
import { OutFormulas } from './out-formulas';
import { rangeOf, readCells } from './read-cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

type ReplaceTask = ReturnType<typeof splitFormula<ThawTerms>>;

/**
 * Makes one range formula of the column of equal formulas in which a cell is selected, and single formulas of a range
 * formula: each undoes the other. What comes is calculated, so the price of what is not saved comes first, and nothing is
 * done where its answers cannot be had. Returns what it did, in words; `null`: the person did not want it.
 *
 * @param only one of both, where the person has said which
 */
export function turnColumnIntoRange(only?: 'toOneFormula' | 'toFormulas'): string | null {
  const isSplit = only === 'toFormulas';
  const cell = SpreadsheetApp.getActive().getCurrentCell() as Range | null;
  if (cell === null) return isSplit ? RANGE_TEXTS.selectRange : RANGE_TEXTS.select;
  const sheet = cell.getSheet();
  const [row, column] = [cell.getRow() - 1, cell.getColumn() - 1];
  const turn = (task: () => ReplaceTask): string | null => onceAgreed(sheet, row, column, task);
  if (isSplit) return turn(splitFormula);
  const singles = singlesOf({ cells: readCells(sheet), row, column });
  if (singles === null) {
    const undo = only === undefined ? 'choose this again' : 'choose Split into formulas';
    return turn(() => joinFormulas(undo));
  }
  const question = `This is one range formula already.\nTurn it back into ${singles.length.toLocaleString('en-US')} formulas?`;
  return isYes(TITLE, question) ? turn(splitFormula) : null;
}

const TITLE = 'Turn into one range formula';

/** The answer is good for what was read for the question, and nothing else. */
function onceAgreed(sheet: Sheet, row: number, column: number, toTask: () => ReplaceTask): string | null {
  let agreed: ThawTerms | null = null;
  const replace = (): string | ThawTerms => {
    const out = new OutFormulas();
    try {
      return runSync(toTask(), portsOf(sheet, row, column, agreed, out));
    } finally {
      out.end();
    }
  };
  for (;;) {
    const done = underLock(() => trySheet(replace));
    if (typeof done === 'string') return done;
    const price = toReplaceText(done, agreed !== null);
    const text = isPayerNoted() ? price : `${price}\n${RANGE_TEXTS.unnotedPayer}`;
    if (!isYes(TITLE, `${text}\nReplace the formulas now?`)) return null;
    agreed = done;
  }
}

function portsOf(
  sheet: Sheet,
  row: number,
  column: number,
  agreed: ThawTerms | null,
  out: OutFormulas,
): ReplacePorts<ThawTerms> {
  let before: SheetCells;
  let isOut = false;
  return {
    selected: () => ({ cells: (before = readCells(sheet)), row, column }),
    isProtected: (replacing) => !rangeOf(sheet, replacing).canEdit(),
    toAgree({ placed }) {
      const calls = readCalls(
        sheet,
        placed.map(({ formula }) => formula),
      );
      return agreeToReplace(placed, toRecalculated([calls]), agreed);
    },
    reach(cell) {
      isOut = true;
      return out.take(sheet, before, [cell], () => readCells(sheet))[0]!;
    },
    enter(replacing) {
      const area = rangeOf(sheet, replacing);
      return isOut ? enterSingles(area, replacing, before) : enterRange(area, replacing);
    },
  };
}

/** The range formula is out, so that every row but the first is blank now, unless somebody has typed there. */
function enterSingles(area: Range, replacing: Replacing, read: SheetCells): boolean | 'moved' {
  const { row, column, formulas, before } = replacing;
  const now = readCells(area.getSheet());
  if (!hasSameInputs(before[0]!, [read, row], [now, row])) return 'moved';
  if (readPlaceholder(now.values[row]?.[column]) === null || !isFree(now, replacing)) return false;
  area.setFormulas(formulas.map((each) => [each]));
  SpreadsheetApp.flush();
  return true;
}

function enterRange(area: Range, { row, column, rows, formulas, before }: Replacing): boolean {
  const sheet = area.getSheet();
  const [range] = formulas;
  const isAsRead = (now: readonly string[], from: number): boolean =>
    before.every((formula, down) => down < from || now[down] === formula);
  if (!isAsRead(area.getFormulas().flat(), 0)) return false;
  // The range formula first: it has no room yet, so no formula is gone wherever this ends.
  sheet.getRange(row + 1, column + 1).setFormulas([[range!]]);
  SpreadsheetApp.flush();
  // Nothing but what Google collects and sends together comes between the comparing and the writing.
  const now = area.getFormulas().flat();
  if (bare(now[0]!) !== bare(range!) || !isAsRead(now, 1)) {
    putFirstBack(sheet, rows);
    return false;
  }
  sheet.getRange(row + 2, column + 1, rows - 1, 1).setValues(before.slice(1).map(() => ['']));
  SpreadsheetApp.flush();
  return true;
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
