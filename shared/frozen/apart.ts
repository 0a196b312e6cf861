import type { ToFreeze } from './plan-freeze';
import { canMeet, reachOf, type Reach } from './reach';
import type { SheetCells } from './sheet-cells';

/**
 * Splits formulas into few groups. No two formulas of a group could have filled the same cell, so a cell that is blank
 * while a group is out belongs to exactly one formula. The first groups are the largest.
 */
export function inGroupsApart(sheet: SheetCells, cells: readonly ToFreeze[]): readonly (readonly ToFreeze[])[] {
  const groups: ToFreeze[][] = [];
  // Formulas further up that may reach this row, with their groups.
  let reaching: (readonly [reach: Reach, group: number])[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const reach = reachOf(sheet, cell);
    reaching = reaching.filter(([other]) => endOf(other) > cell.row);
    const taken = new Set(reaching.flatMap(([other, group]) => (canMeet(other, reach) ? [group] : [])));
    const free = groups.findIndex((_group, at) => !taken.has(at));
    const group = free < 0 ? groups.push([]) - 1 : free;
    groups[group]!.push(cell);
    reaching.push([reach, group]);
  }
  return groups;
}

function endOf(reach: Reach): number {
  const last = reach[reach.length - 1];
  return last === undefined ? 0 : last.row + last.rows;
}
