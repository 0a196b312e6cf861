import { formulaAt, type Block, type SheetCells } from './sheet-cells';

/** All cells that the table of a formula could fill: blocks below each other, none wider than the one above. */
export type Reach = readonly Block[];

/** @param isFree whether a table may cover a cell; by default it covers no other formula */
export function reachOf(
  sheet: SheetCells,
  { row, column }: Pick<Block, 'row' | 'column'>,
  isFree = (down: number, right: number): boolean => formulaAt(sheet, down, right) === '',
): Reach {
  const steps: { row: number; column: number; rows: number; columns: number }[] = [];
  // A filled cell to the right only limits the width: a narrower table may go on below.
  let columns = Math.max(1, (sheet.values[0]?.length ?? 0) - column);
  for (let down = row; down < sheet.values.length; down += 1) {
    let free = down === row ? 1 : 0;
    while (free < columns && isFree(down, column + free)) free += 1;
    if (free === 0) break;
    const last = steps[steps.length - 1];
    if (last?.columns === free) last.rows += 1;
    else steps.push({ row: down, column, rows: 1, columns: free });
    columns = free;
  }
  return steps;
}
