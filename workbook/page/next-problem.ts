import type { CellAddress } from '../functions/invocations';

/** Where a cell is in the order of reading: sheet by sheet, row by row. */
type Order = readonly [sheet: number, row: number, column: number];

/**
 * The problem after the active cell; after the last one, the first again; `undefined`: there is no problem.
 *
 * @param sheets the ids of the sheets in the order of their tabs
 */
export function nextProblem(
  problems: readonly CellAddress[],
  active: Omit<CellAddress, 'unitId'> | null,
  sheets: readonly string[],
): CellAddress | undefined {
  const orderOf = ({ sheetId, row, column }: Omit<CellAddress, 'unitId'>): Order => [
    sheets.indexOf(sheetId),
    row,
    column,
  ];
  const sorted = [...problems].sort((one, other) => compare(orderOf(one), orderOf(other)));
  const here = active === null ? null : orderOf(active);
  return sorted.find((each) => here !== null && compare(orderOf(each), here) > 0) ?? sorted[0];
}

function compare(one: Order, other: Order): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
