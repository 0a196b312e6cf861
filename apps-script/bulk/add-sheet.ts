import { callsNothingElse } from '../../shared/panel';
import type { AddedSheet } from '../../shared/ports';
import { STORES_CHECK } from '../formulas/stores-text';
import { ADDED_SHEET, type SentChart, type SentSheetLooks, type SentNewSheet } from '../messages/sheet-messages';
import { trySheet } from '../try-sheet';
import { isTyped, readLike, refuse } from './given';
import { growing, makeRoomFor } from './trace-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NEW_SHEET = { rows: 1_000, columns: 26 } as const;
/** Google allows names of 100 characters; a number may follow. */
const NAME_LENGTH = 90;

/** Adds a sheet after the others, with its charts, and shows it. Its formulas cannot send cells anywhere. */
export function addSheet(given: unknown): AddedSheet {
  const { title, rows, charts, isOnce, looks } = readLike(given, ADDED_SHEET);
  const isHarmless = (cell: (typeof rows)[number][number]): boolean =>
    cell === STORES_CHECK.formula || isTyped(cell) || callsNothingElse(cell);
  if (!rows.flat().every(isHarmless)) refuse();
  const wanted = title.slice(0, NAME_LENGTH) || 'Trace';
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
    const sheet = growing(NEW_SHEET.rows * NEW_SHEET.columns, () => spreadsheet.insertSheet(name, names.length));
    if (rows.length > 0) write(sheet, rows);
    dress(sheet, looks);
    for (const chart of charts) draw(sheet, chart);
    SpreadsheetApp.flush();
    return { sheet: String(sheet.getSheetId()), name, withoutChart: null };
  });
}

function write(sheet: Sheet, rows: SentNewSheet['rows']): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const filled = rows.map((row) => Array.from({ length: width }, (_cell, at) => row[at] ?? ''));
  makeRoomFor(sheet, rows.length, width);
  sheet.getRange(1, 1, rows.length, width).setValues(filled);
}

function dress(sheet: Sheet, { widths, formats, titles, textCells, frozenRows }: SentSheetLooks): void {
  widths.forEach((pixels, at) => pixels > 0 && sheet.setColumnWidth(at + 1, pixels));
  // Formulas may fill rows below those that were written.
  const rows = formats.length > 0 ? sheet.getMaxRows() : 0;
  for (const { column, format } of formats) sheet.getRange(1, column + 1, rows, 1).setNumberFormat(format);
  for (const { row, column } of textCells) sheet.getRange(row + 1, column + 1).setNumberFormat('@');
  for (const { row, columns, numbers, size, fill } of titles) {
    const range = sheet.getRange(row + 1, 1, 1, columns).setFontWeight('bold');
    if (size > 0) range.setFontSize(size);
    if (fill !== '') range.setBackground(fill);
    for (const column of numbers) sheet.getRange(row + 1, column + 1).setHorizontalAlignment('right');
  }
  if (frozenRows > 0) sheet.setFrozenRows(frozenRows);
}

function draw(sheet: Sheet, { title, row, rows, at, width, height }: SentChart): void {
  const chart = sheet
    .newChart()
    .asBarChart()
    .addRange(sheet.getRange(row + 1, 1, rows, 2))
    .setNumHeaders(1)
    .setPosition(at.row + 1, at.column + 1, 0, 0)
    .setOption('title', title)
    .setOption('legend', { position: 'none' })
    .setOption('width', width)
    .setOption('height', height);
  sheet.insertChart(chart.build());
}
