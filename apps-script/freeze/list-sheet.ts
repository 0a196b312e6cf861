import { LIST_NAME, LIST_TITLES, LIST_WIDTHS, nextListName, type Lines } from '../../shared/freeze';
import { asTyped, stretchesOf } from '../../shared/runs';
import { growing, PIXELS_PER_POINT } from '../bulk/trace-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const WIDTH = LIST_TITLES.length;
const NEW_SHEET_CELLS = 26_000;

/** The lines below the titles, as texts; `null`: there is no list. */
export function readList(): Lines | null {
  const sheet = findList();
  return sheet === null ? null : readLines(sheet);
}

export function appendList(lines: Lines): void {
  const sheet = findList() ?? addList();
  const first = sheet.getLastRow() + 1;
  const missing = first + lines.length - 1 - sheet.getMaxRows();
  if (missing > 0) growing(missing * WIDTH, () => sheet.insertRowsAfter(sheet.getMaxRows(), missing));
  sheet.getRange(first, 1, lines.length, WIDTH).setValues(lines.map((line) => line.map(asTyped)));
  SpreadsheetApp.flush();
}

export function clearLines(lines: Lines): void {
  const sheet = findList();
  if (sheet === null) return;
  const cleared = new Set(lines.map((line) => line.join('\n')));
  const rows = readLines(sheet).flatMap((line, at) => (cleared.has(line.join('\n')) ? [at + 2] : []));
  for (const { row, rows: count } of stretchesOf(rows)) {
    sheet.getRange(row, 1, count, WIDTH).setValues(Array.from({ length: count }, () => LIST_TITLES.map(() => '')));
  }
  SpreadsheetApp.flush();
}

export function removeList(): void {
  const sheet = findList();
  if (sheet !== null) SpreadsheetApp.getActive().deleteSheet(sheet);
}

function readLines(sheet: Sheet): Lines {
  const rows = sheet.getLastRow() - 1;
  const values = rows < 1 ? [] : sheet.getRange(2, 1, rows, WIDTH).getValues();
  return values.map((line) => line.map(String));
}

/**
 * Users may have another sheet of that name, and may protect ours. A protected sheet is never ours: otherwise an
 * editor could give the owner's sheet this name and these titles to have it deleted.
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

/** Google switches to a new sheet, so the previous one is shown again. */
function addList(): Sheet {
  const spreadsheet = SpreadsheetApp.getActive();
  const shown = spreadsheet.getActiveSheet();
  const name = nextListName(spreadsheet.getSheets().map((sheet) => sheet.getName()));
  const sheet = growing(NEW_SHEET_CELLS, () => spreadsheet.insertSheet(name, spreadsheet.getSheets().length));
  sheet.getRange(1, 1, 1, WIDTH).setValues([[...LIST_TITLES]]);
  for (const [at, width] of LIST_WIDTHS.entries()) {
    sheet.getRange(1, at + 1).setFontWeight('bold');
    sheet.setColumnWidth(at + 1, Math.round(width * PIXELS_PER_POINT));
  }
  shown.activate();
  return sheet;
}
