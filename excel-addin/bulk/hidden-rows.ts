import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange } from '../excel-range';
import type { ColumnSpan } from './column-spans';

interface ReadSpan extends ColumnSpan {
  /** Loaded: `rowHidden`, `columnHidden`. */
  readonly range: ExcelRange;
}

/**
 * The offsets of rows that a filter or a user hides. Excel reports directly whether all or none are hidden. For a
 * mixture, a range view has the addresses of the visible cells, in one call however many rows alternate
 * (https://learn.microsoft.com/javascript/api/excel/excel.rangeview). It leaves out hidden columns: if all columns
 * that are read are hidden, no row counts as hidden.
 */
export async function findHidden(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { row, rows }: { readonly row: number; readonly rows: number },
  spans: readonly ReadSpan[],
): Promise<ReadonlySet<number>> {
  const all = Array.from({ length: rows }, (_row, offset) => offset);
  const [first] = spans;
  if (first === undefined || first.range.rowHidden === false) return new Set();
  if (first.range.rowHidden === true) return new Set(all);
  const column = await findVisibleColumn(context, sheet, row, spans);
  if (column === null) return new Set();
  const view = sheet.getRangeByIndexes(row, column, rows, 1).getVisibleView();
  view.load('cellAddresses');
  await context.sync();
  const hidden = new Set(all);
  for (const [address] of view.cellAddresses) hidden.delete(rowOf(address) - row);
  return hidden;
}

async function findVisibleColumn(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  row: number,
  spans: readonly ReadSpan[],
): Promise<number | null> {
  const visible = spans.find(({ range }) => range.columnHidden === false);
  if (visible !== undefined) return visible.column;
  const singles = spans
    .filter(({ range }) => range.columnHidden === null)
    .flatMap(({ column, columns }) => Array.from({ length: columns }, (_column, at) => column + at))
    .map((column) => ({ column, range: sheet.getRangeByIndexes(row, column, 1, 1) }));
  for (const { range } of singles) range.load('columnHidden');
  await context.sync();
  return singles.find(({ range }) => range.columnHidden === false)?.column ?? null;
}

/** The row of an address such as `Leads!A12`, from 0. */
function rowOf(address: string | undefined): number {
  return Number(/\d+$/.exec(address ?? '')?.[0] ?? 0) - 1;
}
