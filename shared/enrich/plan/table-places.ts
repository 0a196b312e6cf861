import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import type { SheetTable } from '../sheet/tables';

/** Whether a table can take that many more columns without moving anything else. */
export async function hasRoomBeside(
  ports: RunPorts,
  sheet: string,
  table: SheetTable,
  wanted: number,
  others: readonly SheetTable[],
): Promise<boolean> {
  const start = table.column + table.columns;
  const places = Array.from({ length: wanted }, (_column, at) => start + at);
  const isOthers = others.some((other) => other !== table && places.some((place) => holds(other, table, place)));
  if (isOthers || wanted === 0) return false;
  const { columns } = await readColumns(ports, sheet, table.row, table.rows, places);
  return columns.every(
    ({ values, formulas, merged }) => values.every((value) => value === '') && formulas.size === 0 && merged.size === 0,
  );
}

/**
 * The columns of tables beside or above these rows, and the ones next to them: anything written there would join
 * them.
 */
export function columnsOfTables(
  tables: readonly SheetTable[],
  { first, height }: { readonly first: number; readonly height: number },
): readonly number[] {
  return tables
    .filter(({ row, rows }) => row < first + height && row + rows >= first)
    .flatMap(({ column, columns }) => Array.from({ length: columns + 1 }, (_column, at) => column + at));
}

/** With one column of distance. */
function holds({ row, rows, column, columns }: SheetTable, beside: SheetTable, place: number): boolean {
  const isBeside = row < beside.row + beside.rows && beside.row < row + rows;
  return isBeside && place >= column - 1 && place < column + columns;
}
