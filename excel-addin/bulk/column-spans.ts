/** Excel's maximum: https://support.microsoft.com/office/excel-specifications-and-limits. */
export const MOST_COLUMNS = 16_384;

/** Neighboring columns, which keep the number of ranges small: the first column, from 0, and how many. */
export interface ColumnSpan {
  readonly column: number;
  readonly columns: number;
}

/** @param columns in any order */
export function spansOf(columns: readonly number[]): readonly ColumnSpan[] {
  const spans: { column: number; columns: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = spans[spans.length - 1];
    if (last !== undefined && last.column + last.columns === column) last.columns += 1;
    else spans.push({ column, columns: 1 });
  }
  return spans;
}

export function isIn({ column, columns }: ColumnSpan, at: number): boolean {
  return at >= column && at < column + columns;
}
