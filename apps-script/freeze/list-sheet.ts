import { LIST_NAME, LIST_TITLES } from '../../shared/freeze';
import { growing } from '../bulk/trace-sheet';
import { asTyped } from '../typed-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Lines = readonly (readonly string[])[];

const WIDTH = LIST_TITLES.length;
const NEW_SHEET_CELLS = 26_000;

/** The lines below the titles, as texts; `null`: there is no list. */
export function readList(): Lines | null {
  const sheet = findList();
  if (sheet === null) return null;
  const rows = sheet.getLastRow() - 1;
  return rows < 1
    ? []
    : sheet
        .getRange(2, 1, rows, WIDTH)
        .getValues()
        .map((line) => line.map(String));
}

export function appendList(lines: Lines): void {
  const sheet = findList() ?? addList();
  write(sheet, sheet.getLastRow() + 1, lines);
}

/** The new lines first, and then the rest is cleared: no formula is ever listed nowhere. */
export function replaceList(lines: Lines): void {
  const sheet = findList() ?? addList();
  const last = sheet.getLastRow();
  write(sheet, 2, lines);
  const left = last - 1 - lines.length;
  const blanks = Array.from({ length: Math.max(0, left) }, () => LIST_TITLES.map(() => ''));
  write(sheet, 2 + lines.length, blanks);
}

export function removeList(): void {
  const sheet = findList();
  if (sheet !== null) SpreadsheetApp.getActive().deleteSheet(sheet);
}

function write(sheet: Sheet, first: number, lines: Lines): void {
  if (lines.length === 0) return;
  const missing = first + lines.length - 1 - sheet.getMaxRows();
  if (missing > 0) growing(missing * WIDTH, () => sheet.insertRowsAfter(sheet.getMaxRows(), missing));
  sheet.getRange(first, 1, lines.length, WIDTH).setValues(lines.map((line) => line.map(asTyped)));
  SpreadsheetApp.flush();
}

/**
 * People may have another sheet of that name, and may protect ours. A protected one is not ours: otherwise an editor could
 * give the owner's sheet this name and these titles to have it deleted.
 */
function findList(): Sheet | null {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const isOurs = (sheet: Sheet): boolean =>
    sheet.getName().startsWith(LIST_NAME) &&
    sheet.getMaxColumns() >= WIDTH &&
    sheet.getRange(1, 1, 1, WIDTH).getValues()[0]!.join() === LIST_TITLES.join() &&
    [RANGE, SHEET].every((type) => sheet.getProtections(type).length === 0);
  return SpreadsheetApp.getActive().getSheets().find(isOurs) ?? null;
}

/** Google shows a new sheet, so the previous one is shown again. */
function addList(): Sheet {
  const spreadsheet = SpreadsheetApp.getActive();
  const shown = spreadsheet.getActiveSheet();
  const names = spreadsheet.getSheets().map((sheet) => sheet.getName());
  let name = LIST_NAME;
  for (let number = 2; names.includes(name); number += 1) name = `${LIST_NAME} ${number}`;
  const sheet = growing(NEW_SHEET_CELLS, () => spreadsheet.insertSheet(name, names.length));
  sheet.getRange(1, 1, 1, WIDTH).setValues([[...LIST_TITLES]]);
  shown.activate();
  return sheet;
}
