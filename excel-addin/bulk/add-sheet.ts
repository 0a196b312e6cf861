import type { AddedSheet, NewSheet, SheetChart, SheetLooks, SheetPrint } from '../../shared/ports';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { enterRows } from './write/enter-rows';
import { LOOKS } from './looks';
import { NO_CHART } from './no-chart';
import { excelCodeOf, onWorkbook } from './on-workbook';

/** https://support.microsoft.com/office/rename-a-worksheet: at most 31 characters, and none of these. */
const LONGEST_NAME = 31;
const REFUSED_IN_NAME = /[\\/?*[\]:]/g;

/** Adds a sheet after the others, shows it, and draws its charts, if the program supports charts. */
export function addSheet({ title, rows, charts = [], formulas = [], isOnce, looks }: NewSheet): Promise<AddedSheet> {
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
    await enterRows(context, name, { row: 0, rows, width, formats: looks?.formats ?? [] });
    const sheet = worksheets.getItem(name);
    // Done first, because the web workbook drops a formula without a value when its cell gets a format.
    if (looks !== undefined) dress(sheet, rows.length, looks);
    for (const { row, column, below } of toColumns(formulas)) {
      sheet.getRangeByIndexes(row, column, below.length, 1).formulas = below.map((formula) => [formula]);
    }
    sheet.load('id');
    sheet.activate();
    await context.sync();
    const { id } = sheet;
    const { print } = looks ?? {};
    if (print !== undefined) await tryApi(context, () => setPrint(sheet, looks?.frozenRows ?? 0, print));
    const areDrawn = await tryApi(context, () => charts.forEach((chart) => draw(sheet, chart)));
    return { sheet: id, name, withoutChart: areDrawn ? null : NO_CHART };
  });
}

interface FormulaColumn {
  readonly row: number;
  readonly column: number;
  readonly below: string[];
}

/** Formulas below each other are entered in one step. */
function toColumns(formulas: NonNullable<NewSheet['formulas']>): readonly FormulaColumn[] {
  const columns: FormulaColumn[] = [];
  const newest = new Map<number, FormulaColumn>();
  for (const [row, column, formula] of formulas) {
    const above = newest.get(column);
    if (above !== undefined && above.row + above.below.length === row) above.below.push(formula);
    else {
      const next = { row, column, below: [formula] };
      newest.set(column, next);
      columns.push(next);
    }
  }
  return columns;
}

/** @returns `false`: the program lacks this part of Excel's API */
async function tryApi(context: ExcelContext, act: () => void): Promise<boolean> {
  try {
    act();
    await context.sync();
    return true;
  } catch (thrown) {
    // Without a code it is a bug of ours.
    if (excelCodeOf(thrown) === '') throw thrown;
    return false;
  }
}

function dress(
  sheet: ExcelWorksheet,
  rows: number,
  { widths, formats, titles = [], textCells = [], frozenRows = 0 }: SheetLooks,
): void {
  for (const [column, width] of widths.entries()) {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = LOOKS.widthOf(width);
  }
  for (const { column, format } of formats) {
    sheet.getRangeByIndexes(0, column, rows, 1).numberFormat = Array.from({ length: rows }, () => [format]);
  }
  for (const { row, column } of textCells) sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [['@']];
  for (const { row, columns, numbers = [], size, fill } of titles) {
    const { format } = sheet.getRangeByIndexes(row, 0, 1, columns);
    format.font.bold = true;
    if (size !== undefined) format.font.size = size;
    if (fill !== undefined) format.fill.color = fill;
    for (const column of numbers) sheet.getRangeByIndexes(row, column, 1, 1).format.horizontalAlignment = 'Right';
  }
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
}

/**
 * A scale and page breaks, because Excel ignores breaks on pages that are fitted, and may ignore the fitting:
 * https://github.com/OfficeDev/office-js/issues/1860.
 */
function setPrint(sheet: ExcelWorksheet, frozenRows: number, { rows, columns, scale, breaks }: SheetPrint): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Portrait';
  pageLayout.zoom = { scale };
  pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, rows, columns));
  if (frozenRows > 0) pageLayout.setPrintTitleRows(`$1:$${frozenRows}`);
  for (const row of breaks) sheet.horizontalPageBreaks.add(sheet.getRangeByIndexes(row, 0, 1, 1));
}

function draw(sheet: ExcelWorksheet, { title, row, rows, at }: SheetChart): void {
  const chart = sheet.charts.add('BarClustered', sheet.getRangeByIndexes(row, 0, rows, 2), 'Columns');
  chart.title.text = title;
  chart.legend.visible = false;
  chart.dataLabels.showValue = true;
  chart.axes.valueAxis.visible = false;
  chart.axes.valueAxis.majorGridlines.visible = false;
  // The first row is at the top, as in the table.
  chart.axes.categoryAxis.reversePlotOrder = true;
  const corner = (down: number) => sheet.getRangeByIndexes(at.row + down, at.column, 1, 1);
  chart.setPosition(corner(0), corner(at.rows - 1));
}

function freeName(title: string, taken: ReadonlySet<string>): string {
  const plain =
    title
      .replace(REFUSED_IN_NAME, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Trace';
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = plain.slice(0, LONGEST_NAME - suffix.length).trim() + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
