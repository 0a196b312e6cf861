import { type Cell, isDay, PROBLEM_MARK, sentenceInSheets, type Table, TraceError } from '../shared/formulas';

/** A table as a custom function returns it: one cell as a bare value, more as rows. */
export function toSheetsCells(table: Table): unknown {
  const toDate = makeDateReader();
  const cells = table.map((row) => row.map((cell) => toSheetsCell(cell, toDate)));
  const [first] = cells;
  return cells.length === 1 && first?.length === 1 ? first[0] : cells;
}

function toSheetsCell(cell: Cell, toDate: (day: string) => Date): string | number | boolean | Date {
  // A thrown error would lose the whole range and show `#ERROR!`; a text stays in its own cell.
  if (cell instanceof TraceError) return `${PROBLEM_MARK}${sentenceInSheets(cell)}`;
  return typeof cell === 'object' ? (isDay(cell) ? toDate(cell.day) : '') : cell;
}

/**
 * Sheets shows dates in the spreadsheet's time zone, so a day is its midnight there. The time zone is read once, and
 * only where there is a day to show.
 */
function makeDateReader(): (day: string) => Date {
  const dates = new Map<string, Date>();
  let timeZone: string | null = null;
  return (day) => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    timeZone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    const date = Utilities.parseDate(day, timeZone, 'yyyy-MM-dd');
    dates.set(day, date);
    return date;
  };
}
