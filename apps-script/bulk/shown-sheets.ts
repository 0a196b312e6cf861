import { TraceError } from '../../shared/formulas';
import { callsNothingElse } from '../../shared/panel';
import type { InsertedSummary, Selection, SheetInfo } from '../../shared/ports';
import type { SentSummary } from '../messages/bulk-messages';
import { STORES_CHECK } from '../formulas/stores-text';
import { trySheet } from '../try-sheet';
import { inUserStore } from '../stored/try-store';
import { isTypedCell, readLike, refuse } from './given';
import { findGridSheet } from '../grid-sheets';
import { toInfo } from './sheet-info';
import { growing } from './trace-sheet';

const PRESETS = 'TRACE_PRESETS';
const SUMMARY = {
  title: '',
  rows: [[true]],
  chart: { '?': { title: '', firstRow: 0, rows: 0 } },
  looks: { '?': { widths: [0], formats: [{ column: 0, format: '' }] } },
} as const;
/** Google allows names of 100 characters; a number may follow. */
const NAME_LENGTH = 90;

/**
 * The first selected area, cut to the used range. A single cell selects the column of domains in its sheet, wherever
 * it is. `object`: no cell is selected, as on a chart's sheet.
 */
export function readSelection(): Selection | 'object' {
  const ranges = SpreadsheetApp.getActive().getActiveRangeList()?.getRanges() ?? [];
  const [range] = ranges;
  if (range === undefined) return 'object';
  const sheet = range.getSheet();
  const [row, column] = [range.getRow() - 1, range.getColumn() - 1];
  const [numRows, numColumns] = [range.getNumRows(), range.getNumColumns()];
  const isCell = numRows === 1 && numColumns === 1 && ranges.length === 1;
  return {
    sheet: String(sheet.getSheetId()),
    sheetName: sheet.getName(),
    row,
    rows: isCell ? 1 : Math.max(0, Math.min(numRows, sheet.getLastRow() - row)),
    column,
    columns: isCell ? 1 : Math.max(0, Math.min(numColumns, sheet.getLastColumn() - column)),
    ...(ranges.length > 1 ? { areas: ranges.length } : {}),
  };
}

export function showCells(id: unknown, given: unknown): null {
  const places = readLike<readonly string[]>(given, ['']);
  const sheet = findGridSheet(id);
  if (sheet === null) throw new TraceError('sheetGone', {});
  trySheet(() => sheet.getRangeList([...places]).activate());
  return null;
}

/**
 * Adds empty columns at the end of a sheet that has fewer, and returns its size. Throws `sheetFull`, `sheetGone` or
 * `sheetRefused`.
 */
export function makeRoom(id: unknown, columns: unknown): SheetInfo {
  const wanted = readLike<number>(columns, 0);
  const sheet = findGridSheet(id);
  if (sheet === null) throw new TraceError('sheetGone', {});
  trySheet(() => {
    const has = sheet.getMaxColumns();
    if (wanted <= has) return;
    growing((wanted - has) * sheet.getMaxRows(), () => {
      sheet.insertColumnsAfter(has, wanted - has);
      // Google gives new columns the formats of their neighbor.
      sheet
        .getRange(1, has + 1, sheet.getMaxRows(), wanted - has)
        .clearFormat()
        .clearDataValidations();
      SpreadsheetApp.flush();
    });
  });
  return toInfo(sheet);
}

/**
 * Adds a sheet after the others, with a bar chart of two columns if wanted, and shows it. Its formulas cannot send
 * cells anywhere.
 */
export function insertSummary(given: unknown): InsertedSummary {
  const { title, rows, chart, isOnce, looks } = readLike<SentSummary>(given, SUMMARY);
  const isHarmless = (cell: (typeof rows)[number][number]): boolean =>
    cell === STORES_CHECK.formula || isTypedCell([cell, '']) || callsNothingElse(cell);
  if (!rows.flat().every(isHarmless)) refuse();
  const wanted = title.slice(0, NAME_LENGTH) || 'Trace';
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  return trySheet(() => {
    const spreadsheet = SpreadsheetApp.getActive();
    const sheets = spreadsheet.getSheets();
    const names = sheets.map((sheet) => sheet.getName().toLowerCase());
    const known = sheets[names.indexOf(wanted.toLowerCase())];
    let name = wanted;
    if (known !== undefined && isOnce === true) {
      known.activate();
      return { sheet: String(known.getSheetId()), name, withoutChart: null };
    }
    for (let number = 2; names.includes(name.toLowerCase()); number += 1) name = `${wanted} ${number}`;
    const sheet = growing(26_000, () => spreadsheet.insertSheet(name, names.length));
    rows.forEach((row, at) => sheet.getRange(at + 1, 1, 1, row.length).setValues([[...row]]));
    looks?.widths.forEach((pixels, at) => pixels > 0 && sheet.setColumnWidth(at + 1, pixels));
    looks?.formats.forEach(({ column, format }) =>
      sheet.getRange(1, column + 1, rows.length, 1).setNumberFormat(format),
    );
    if (chart !== null) {
      sheet.insertChart(
        sheet
          .newChart()
          .asBarChart()
          .setTitle(chart.title)
          .addRange(sheet.getRange(chart.firstRow + 1, 1, chart.rows, 2))
          .setPosition(2, width + 2, 0, 0)
          .build(),
      );
    }
    SpreadsheetApp.flush();
    return { sheet: String(sheet.getSheetId()), name, withoutChart: null };
  });
}

/** @param text to save; `null`: only returns the saved text */
export function keepPresets(text: unknown): string {
  const kept = readLike<string | null>(text, { '?': '' });
  return inUserStore((properties) => {
    if (kept !== null) properties.setProperty(PRESETS, kept);
    return kept ?? properties.getProperty(PRESETS) ?? '';
  });
}
