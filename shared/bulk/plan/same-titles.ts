import type { GridValue } from '../sheet/cell-values';

/** How many other columns of the sheet have had the title of a column when the run was planned, on either side of it. */
export interface Twins {
  readonly before: number;
  readonly after: number;
}

/** @param row the row of titles, as it is with those of the run */
export function twinsOf(row: readonly GridValue[], column: number, title: string): Twins {
  const columns = columnsOf(row, title);
  return {
    before: columns.filter((each) => each < column).length,
    after: columns.filter((each) => each > column).length,
  };
}

/**
 * @returns the columns with the title, none where fewer are left than there were: the one that is gone may be the run's;
 * and which of them is meant, `null` where that does not follow from their order
 */
export function resolveTitle(
  row: readonly GridValue[],
  title: string,
  { before, after }: Twins,
): { readonly columns: readonly number[]; readonly column: number | null } {
  const columns = columnsOf(row, title);
  const count = before + 1 + after;
  if (columns.length < count) return { columns: [], column: null };
  return { columns, column: columns.length === count ? columns[before]! : null };
}

function columnsOf(row: readonly GridValue[], title: string): readonly number[] {
  return row.flatMap((value, column) => (String(value) === title ? [column] : []));
}
