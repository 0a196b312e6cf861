import { readGridSheets } from './grid-sheets';
import { readPlaceholder } from './placeholder';
import { readJournal, removeJournal } from './retry-journal';
import { trySheet } from './try-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Longer than Google lets a script run: whatever began earlier has ended. */
const NO_LONGER_RUNNING_AFTER_MS = 10 * 60_000;

/**
 * Puts formulas back that a retry has taken out and that it could not enter again, wherever their placeholders are now.
 * A cell that has been given something else since is left alone. Costs one call where there is nothing to do.
 *
 * @returns how many. Throws `sheetRefused`; the journal is kept then
 */
export function restoreFormulas(): number {
  const entries = readJournal();
  if (entries.length === 0) return 0;
  const formulas = new Map(entries.map((entry) => [entry.retry, entry.formulas]));
  const formulaFor = (value: unknown): string => {
    const awaited = readPlaceholder(value);
    return (awaited && formulas.get(awaited.retry)?.[awaited.index]) ?? '';
  };
  const restored = trySheet(() => {
    const count = readGridSheets().reduce((sum, sheet) => sum + restoreIn(sheet, formulaFor), 0);
    SpreadsheetApp.flush();
    return count;
  });
  // What another person's retry takes out just now may not be in its cells yet.
  const endedBeforeMs = Date.now() - NO_LONGER_RUNNING_AFTER_MS;
  for (const entry of entries) if (entry.startedAtMs < endedBeforeMs) removeJournal(entry);
  return restored;
}

function restoreIn(sheet: Sheet, formulaFor: (value: unknown) => string): number {
  let restored = 0;
  const values = sheet.getDataRange().getValues() as readonly (readonly unknown[])[];
  values.forEach((cells, rowIndex) => {
    cells.forEach((value, columnIndex) => {
      const formula = formulaFor(value);
      if (formula === '') return;
      sheet.getRange(rowIndex + 1, columnIndex + 1).setFormulaR1C1(formula);
      restored += 1;
    });
  });
  return restored;
}
