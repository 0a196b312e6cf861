import { guardedColumns, holderOf, type GuardedCells } from '../../shared/runs';
import type { ColumnRead, GridWriting } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';
import { queuePlaces } from './anchors';
import { queueHolder } from './record';
import { isIn, spansOf } from './column-spans';
import { queueSpan, toColumn } from './read-block';

/** Some rows of a write, which are read and written together. */
export interface PortionWriting extends GridWriting {
  /** Positions in {@link GridWriting.rows}, in the order of the sheet. */
  readonly portion: readonly number[];
  readonly shift: number;
}

/**
 * Reads the guarded cells of a portion and, in the same call, the marks of their columns, so that everything is read
 * at one moment.
 *
 * @returns `null`: a column has moved, so nothing may be written; `elsewhere`: another page holds the record
 */
export async function readGuarded(
  context: ExcelContext,
  writing: PortionWriting,
): Promise<GuardedCells | null | 'elsewhere'> {
  const { portion, guard, shift } = writing;
  const { marks = null } = guard;
  // Asked first, because it takes a call of its own.
  const areInPlace = await queuePlaces(context, writing.sheet, marks);
  const holderNow = guard.holder === undefined ? null : await queueHolder(context);
  const sheet = context.workbook.worksheets.getItem(writing.sheet);
  const row = writing.rows[portion[0]!]!;
  const rows = writing.rows[portion[portion.length - 1]!]! - row + 1;
  // One range for each group of neighboring columns covers all rows: one call, however many gaps there are.
  const spans = spansOf(guardedColumns(writing)).map((span) => ({
    ...span,
    range: queueSpan(sheet, { row, rows }, span, true),
  }));
  await context.sync();
  if (holderNow !== null && holderOf(holderNow().head) !== guard.holder) return 'elsewhere';
  if (!areInPlace()) return null;
  const columns = guardedColumns(writing).map((column): ColumnRead => {
    const span = spans.find((each) => isIn(each, column))!;
    return toColumn(span.range, column - span.column, true, shift);
  });
  return { row, columns };
}
