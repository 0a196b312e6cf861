import { checkSheet, guardedColumns, holderOf, type Stretch } from '../../shared/runs';
import type { ColumnRead, GridWriting } from '../../shared/ports';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { queuePlaces } from './anchors';
import { queueHolder } from './record';
import { isIn, spansOf } from './column-spans';
import { fromCell } from './date-system';
import { MOST_COLUMNS, queueSpan, toColumn, toValue } from './read-block';

/** Stretches of a write that are read and written together. */
export interface PortionWriting extends GridWriting {
  readonly portion: readonly Stretch[];
  readonly shift: number;
}

/** The cells that a guard is compared with. */
export interface Guarded {
  /** The first row of the columns, from 0. */
  readonly row: number;
  /** The cells of `guardedColumns`. */
  readonly columns: readonly ColumnRead[];
}

/**
 * Reads the guarded cells of a portion and, in the same call, the marks and titles of their columns, so that
 * everything is read at one moment.
 *
 * @returns `null`: a column has moved, or the sheet has another length, so nothing may be written; `elsewhere`:
 * another page holds the record
 */
export async function readGuarded(
  context: ExcelContext,
  writing: PortionWriting,
): Promise<Guarded | null | 'elsewhere'> {
  const { portion, guard, shift } = writing;
  const { marks = null } = guard;
  // Asked first, because it takes a call of its own.
  const areInPlace = await queuePlaces(context, writing.sheet, marks);
  const holderNow = guard.holder === undefined ? null : await queueHolder(context);
  const sheet = context.workbook.worksheets.getItem(writing.sheet);
  const row = portion[0]!.row;
  const rows = Math.max(...portion.map((stretch) => stretch.row + stretch.rows)) - row;
  // One range for each group of neighboring columns covers all stretches: one call, however many there are.
  const spans = spansOf(guardedColumns(writing)).map((span) => ({
    ...span,
    range: queueSpan(sheet, { row, rows }, span, true),
  }));
  const used = guard.sheetRows === null ? null : sheet.getUsedRangeOrNullObject(true);
  used?.load('rowIndex,rowCount');
  const titleAt = queueTitles(sheet, writing);
  await context.sync();
  const sheetRows = used === null || used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  if (holderNow !== null && holderOf(holderNow().head) !== guard.holder) return 'elsewhere';
  if (!areInPlace() || !checkSheet(writing, sheetRows, titleAt)) return null;
  const columns = guardedColumns(writing).map((column): ColumnRead => {
    const span = spans.find((each) => isIn(each, column))!;
    return toColumn(span.range, column - span.column, true, shift);
  });
  return { row, columns };
}

/** @returns reads a title after the next sync */
function queueTitles(sheet: ExcelWorksheet, { guard: { header }, shift }: PortionWriting): (column: number) => unknown {
  if (header === null || header.titles.size === 0) return () => undefined;
  const columns = [...header.titles.keys()].filter((column) => column < MOST_COLUMNS);
  const first = Math.min(...columns);
  const range: ExcelRange = sheet.getRangeByIndexes(header.row, first, 1, Math.max(...columns) - first + 1);
  range.load(shift === 0 ? 'values' : 'values,numberFormat');
  return (column) => {
    const at = column - first;
    const format = shift === 0 ? undefined : String(range.numberFormat[0]?.[at]);
    return fromCell(toValue(range.values[0]?.[at]), format, shift);
  };
}
