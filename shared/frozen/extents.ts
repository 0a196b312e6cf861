import { formulaAt, valueAt, type Block, type SheetCells } from './sheet-cells';

/**
 * The cells that formulas fill, for hosts that do not tell: those that are blank while the formulas are out.
 *
 * @param before with the formulas
 * @param after without them
 * @param cells where the formulas were
 * @returns `null` where two of them could have filled a cell
 */
export function findExtents(
  before: SheetCells,
  after: SheetCells,
  cells: readonly Pick<Block, 'row' | 'column'>[],
): readonly (Block | null)[] {
  const hasGone = (row: number, column: number): boolean =>
    formulaAt(before, row, column) === '' && valueAt(before, row, column) !== '' && valueAt(after, row, column) === '';
  /** A table neither covers a formula nor what stays. */
  const isFree = (row: number, column: number): boolean =>
    formulaAt(before, row, column) === '' && (valueAt(before, row, column) === '' || hasGone(row, column));
  const lastRow = before.values.length - 1;
  const lastColumn = (before.values[0]?.length ?? 0) - 1;
  const claims = new Map<string, number>();
  const blocks = cells.map(({ row, column }, at): Block => {
    let right = column;
    while (right < lastColumn && isFree(row, right + 1)) right += 1;
    const isRowFree = (down: number): boolean => {
      for (let each = column; each <= right; each += 1) if (!isFree(down, each)) return false;
      return true;
    };
    let [rows, columns] = [1, 1];
    for (let down = row; down <= lastRow && (down === row || isRowFree(down)); down += 1) {
      for (let each = column; each <= right; each += 1) {
        if (!hasGone(down, each)) continue;
        [rows, columns] = [down - row + 1, Math.max(columns, each - column + 1)];
        const cell = `${down} ${each}`;
        claims.set(cell, claims.has(cell) ? -1 : at);
      }
    }
    return { row, column, rows, columns };
  });
  return blocks.map((block) => {
    for (let down = block.row; down < block.row + block.rows; down += 1) {
      for (let each = block.column; each < block.column + block.columns; each += 1) {
        if (claims.get(`${down} ${each}`) === -1) return null;
      }
    }
    return block;
  });
}
