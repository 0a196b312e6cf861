import { joinBlocks } from '../../shared/runs';
import type { ColumnRead, GridBlock, GridReading, GridValue, RunMarks } from '../../shared/ports';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange, ExcelRangeAreas } from '../excel-range';
import { readInChunks } from '../problems/halved-reads';
import { queuePlaces } from './anchors';
import { isIn, MOST_COLUMNS, spansOf, type ColumnSpan } from './column-spans';
import { readDateShift } from '../functions/date-shift';
import { fromCell } from './date-system';
import { findHidden } from './hidden-rows';
import { findRich } from './write/rich-cells';
import { findSpilled } from './spilled-cells';

/** Few enough for the 5 MB that Excel on the web carries, unless texts are long: then smaller parts are read. */
const CELLS_AT_ONCE = 20_000;

type Area = Omit<GridReading, 'withHidden' | 'marks'> & { readonly marks: RunMarks | null };

/** The values of cells, and which cells cannot be written. */
export async function readBlock(context: ExcelContext, reading: GridReading): Promise<GridBlock> {
  const area: Area = { marks: null, ...reading };
  const shift = await readDateShift(context);
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, area.columns.length)));
  const chunks: GridBlock[] = [];
  // Also if there are more merged cells than Excel reports.
  await readInChunks(area.rows, most, async (start, rows) => {
    chunks.push(await readChunk(context, { ...area, row: area.row + start, rows }, shift));
  });
  return joinBlocks(area.columns.length, chunks);
}

interface QueuedSpan extends ColumnSpan {
  readonly range: ExcelRange;
  readonly merged: ExcelRangeAreas;
}

async function readChunk(context: ExcelContext, area: Area, shift: number): Promise<GridBlock> {
  // Asked first, because it takes a call of its own.
  const areInPlace = await queuePlaces(context, area.sheet, area.marks);
  const sheet = context.workbook.worksheets.getItem(area.sheet);
  const spans = spansOf(area.columns.filter((column) => column < MOST_COLUMNS)).map((span): QueuedSpan => {
    const range = queueSpan(sheet, area, span, area.withFormats || shift !== 0);
    range.load('rowHidden,columnHidden,hasSpill');
    const merged = range.getMergedAreasOrNullObject();
    merged.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
    return { ...span, range, merged };
  });
  await context.sync();
  const spilled = await findSpilled(context, sheet, area, spans);
  const hidden = await findHidden(context, sheet, area, spans);
  const columns = area.columns.map((column): ColumnRead => {
    const span = spans.find((each) => isIn(each, column));
    if (span === undefined) return readNothing(area);
    const read = toColumn(span.range, column - span.column, area.withFormats, shift);
    const ownSpill = spilled.get(column) ?? [];
    return { ...read, formulas: new Set([...read.formulas, ...ownSpill]), merged: toMerged(span.merged, area, column) };
  });
  const rich = area.withRich === true ? await findRich(context, sheet, area, columns) : null;
  const told = rich === null ? columns : columns.map((column, at) => ({ ...column, rich: rich[at]! }));
  const isOfOneCall = rich === null && spans.every(({ range }) => range.hasSpill === false);
  if (isOfOneCall || area.marks === null) return { columns: told, hidden, isInPlace: areInPlace() };
  // What took further calls may belong to other columns than the values.
  const areStillInPlace = await queuePlaces(context, area.sheet, area.marks);
  await context.sync();
  return { columns: told, hidden, isInPlace: areInPlace() && areStillInPlace() };
}

/** Requests the values of a range, available after the next sync. */
export function queueSpan(
  sheet: ExcelWorksheet,
  { row, rows }: { readonly row: number; readonly rows: number },
  { column, columns }: ColumnSpan,
  withFormats: boolean,
): ExcelRange {
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  range.load(withFormats ? 'values,formulas,numberFormat' : 'values,formulas');
  return range;
}

/** @param at the column within the range */
export function toColumn(range: ExcelRange, at: number, withFormats: boolean, shift: number): ColumnRead {
  const { values, formulas } = range;
  const formats = withFormats || shift !== 0 ? range.numberFormat.map((cells) => String(cells[at])) : null;
  const found = new Set<number>();
  for (let offset = 0; offset < values.length; offset += 1) {
    if (isFormula(formulas[offset]?.[at], values[offset]?.[at])) found.add(offset);
  }
  return {
    values: values.map((cells, offset) => fromCell(toValue(cells[at]), formats?.[offset], shift)),
    formulas: found,
    merged: new Set(),
    formats: withFormats ? formats : null,
  };
}

/**
 * Excel reports a text that begins with `=` as a formula (https://github.com/OfficeDev/office-js/issues/6687), but no
 * formula's value is its own text.
 */
export function isFormula(formula: unknown, value: unknown): formula is string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

export function toValue(value: unknown): GridValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? '' : String(value);
}

function toMerged(merged: ExcelRangeAreas, { row, rows }: Area, column: number): ReadonlySet<number> {
  const offsets = new Set<number>();
  if (merged.isNullObject) return offsets;
  for (const { rowIndex, columnIndex, rowCount, columnCount } of merged.areas.items) {
    if (!isIn({ column: columnIndex, columns: columnCount }, column)) continue;
    const end = Math.min(row + rows, rowIndex + rowCount);
    for (let at = Math.max(row, rowIndex); at < end; at += 1) offsets.add(at - row);
  }
  return offsets;
}

function readNothing({ rows, withFormats }: Area): ColumnRead {
  const values = Array.from({ length: rows }, () => '');
  return { values, formulas: new Set(), merged: new Set(), formats: withFormats ? values : null };
}
