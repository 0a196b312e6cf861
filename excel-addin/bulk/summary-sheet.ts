import { isLiteral } from '../../shared/runs';
import type { InsertedSummary, SheetLooks, SummarySheet } from '../../shared/ports';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { toEntry } from './write/cell-entry';
import { enterPiece } from './write/enter-piece';
import { LOOKS } from './looks';
import { NO_CHART } from './no-chart';
import { excelCodeOf, onWorkbook } from './on-workbook';

/** https://support.microsoft.com/office/rename-a-worksheet: at most 31 characters, and none of these. */
const LONGEST_NAME = 31;
const REFUSED_IN_NAME = /[\\/?*[\]:]/g;

/** Adds a sheet after the others, shows it, and draws the chart beside the table, if the program supports charts. */
export function insertSummary({
  title,
  rows,
  chart,
  formulas = [],
  isOnce,
  looks,
}: SummarySheet): Promise<InsertedSummary> {
  return onWorkbook(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const names = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
    if (isOnce === true && names.has(title.toLowerCase())) {
      const known = worksheets.getItem(title);
      known.load('id');
      known.activate();
      await context.sync();
      return { sheet: known.id, name: title, withoutChart: null };
    }
    const name = freeName(title, names);
    worksheets.add(name);
    const width = Math.max(1, ...rows.map((row) => row.length));
    const entries = rows.map((row) => Array.from({ length: width }, (_cell, at) => toCellEntry(row[at] ?? '')));
    await enterPiece(context, name, { row: 0, column: 0, entries });
    const sheet = worksheets.getItem(name);
    // Done first, because the web workbook drops a formula without a value when its cell gets a format.
    if (looks !== undefined) dress(sheet, rows.length, looks);
    for (const [row, column, formula] of formulas) {
      sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
    }
    sheet.load('id');
    sheet.activate();
    await context.sync();
    const withoutChart = chart === null || (await drawChart(context, name, chart)) ? null : NO_CHART;
    return { sheet: sheet.id, name, withoutChart };
  });
}

function dress(sheet: ExcelWorksheet, rows: number, { widths, formats }: SheetLooks): void {
  for (const [column, width] of widths.entries()) {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = LOOKS.widthOf(width);
  }
  for (const { column, format } of formats) {
    sheet.getRangeByIndexes(0, column, rows, 1).numberFormat = Array.from({ length: rows }, () => [format]);
  }
}

function toCellEntry(value: string | number): ReturnType<typeof toEntry> {
  if (typeof value === 'number') return toEntry({ kind: 'number', number: value }, 'General', 0);
  if (value === '') return { value, format: null };
  return toEntry({ kind: 'text', text: value, isLiteral: isLiteral(value) }, 'General', 0);
}

/** Draws a chart of the names in the first column and the numbers in the second. */
async function drawChart(
  context: ExcelContext,
  name: string,
  { title, firstRow, rows }: NonNullable<SummarySheet['chart']>,
): Promise<boolean> {
  try {
    const sheet = context.workbook.worksheets.getItem(name);
    const chart = sheet.charts.add('BarClustered', sheet.getRangeByIndexes(firstRow, 0, rows, 2), 'Columns');
    chart.title.text = title;
    chart.legend.visible = false;
    // The first row is at the top, as in the table.
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.setPosition('E2', `N${Math.max(16, rows + 4)}`);
    await context.sync();
    return true;
  } catch (thrown) {
    // Without a code it is a bug of ours.
    if (excelCodeOf(thrown) === '') throw thrown;
    return false;
  }
}

function freeName(title: string, taken: ReadonlySet<string>): string {
  const plain =
    title
      .replace(REFUSED_IN_NAME, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Summary';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = plain.slice(0, LONGEST_NAME - suffix.length).trim() + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
