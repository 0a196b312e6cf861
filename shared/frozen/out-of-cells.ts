import { inGroupsApart } from './apart';
import { knownBlock } from './known-block';
import type { ToFreeze } from './plan-freeze';
import { canMeet, reachOf, type Reach } from './reach';
import type { SheetCells } from './sheet-cells';
import { inStages } from './stages';

/** For hosts that take formulas out of their cells to find what they fill. */
export const OUT_OF_CELLS = {
  knownBlock,
  /** Which formulas are out of their cells together. */
  inGroups: (sheet: SheetCells, cells: readonly ToFreeze[]): readonly (readonly ToFreeze[])[] =>
    inStages(sheet, cells).flatMap((stage) => inGroupsApart(sheet, stage)),
  /** Where formulas stay that are not frozen. */
  stuckOf(sheet: SheetCells, cells: readonly ToFreeze[], done: readonly ToFreeze[]): readonly Reach[] {
    const areIn = new Set(done.map(({ row, column }) => `${row} ${column}`));
    return cells.filter(({ row, column }) => !areIn.has(`${row} ${column}`)).map((cell) => reachOf(sheet, cell));
  },
  /** The formulas with tables that cannot meet these. */
  awayFrom(stuck: readonly Reach[], sheet: SheetCells, cells: readonly ToFreeze[]): readonly ToFreeze[] {
    if (stuck.length === 0) return cells;
    return cells.filter((cell) => {
      const reach = reachOf(sheet, cell);
      return !stuck.some((one) => canMeet(one, reach));
    });
  },
};

export type OutOfCells = typeof OUT_OF_CELLS;
