/** Neighboring columns, so that few ranges are read and written: the first one, from 0, and their number. */
export interface ColumnRun {
  readonly column: number;
  readonly columns: number;
}

/** @param columns in any order */
export function runsOf(columns: readonly number[]): readonly ColumnRun[] {
  const runs: { column: number; columns: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.columns === column) last.columns += 1;
    else runs.push({ column, columns: 1 });
  }
  return runs;
}

export function isIn({ column, columns }: ColumnRun, at: number): boolean {
  return at >= column && at < column + columns;
}
