import type { ToFreeze } from './plan-freeze';
import { formulaAt, type Block, type SheetCells } from './sheet-cells';

/**
 * Formulas in as few groups as it takes that no two of a group could have filled the same cell: what is blank while a group
 * is out then belongs to one of them alone. Sooner groups have more.
 */
export function inGroupsApart(sheet: SheetCells, cells: readonly ToFreeze[]): readonly (readonly ToFreeze[])[] {
  const groups: ToFreeze[][] = [];
  // Those further up that may reach down here, with their groups.
  let reaching: (readonly [reach: Block, group: number])[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const reach = reachOf(sheet, cell);
    reaching = reaching.filter(([{ row, rows }]) => row + rows > cell.row);
    const taken = new Set(reaching.flatMap(([other, group]) => (overlap(other, reach) ? [group] : [])));
    const free = groups.findIndex((_group, at) => !taken.has(at));
    const group = free < 0 ? groups.push([]) - 1 : free;
    groups[group]!.push(cell);
    reaching.push([reach, group]);
  }
  return groups;
}

/** The cells that the table of a formula may fill at most: a table covers no other formula. */
export function reachOf(sheet: SheetCells, { row, column }: Pick<ToFreeze, 'row' | 'column'>): Block {
  const lastColumn = (sheet.values[0]?.length ?? 0) - 1;
  let columns = 1;
  while (column + columns <= lastColumn && formulaAt(sheet, row, column + columns) === '') columns += 1;
  const isFree = (down: number): boolean => {
    for (let each = column; each < column + columns; each += 1) if (formulaAt(sheet, down, each) !== '') return false;
    return true;
  };
  let rows = 1;
  while (row + rows < sheet.values.length && isFree(row + rows)) rows += 1;
  return { row, column, rows, columns };
}

export function overlap(one: Block, other: Block): boolean {
  const areApart =
    one.row + one.rows <= other.row ||
    other.row + other.rows <= one.row ||
    one.column + one.columns <= other.column ||
    other.column + other.columns <= one.column;
  return !areApart;
}
