import type { SheetsWorld } from '../../fakes/apps-script/world';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { readA1 } from '../../fakes/apps-script/sheet/a1';

export const PROBLEM =
  '#TRACE: Trace could not be reached. Check your connection, then choose Retry problems on a computer.';

/** What a person sees in the cells of a sheet: what was entered, and what it shows where that is something else. */
export type Entered = Readonly<Record<string, unknown | readonly [formula: string, shows: unknown]>>;

/** Puts one sheet in the place of all others. */
export function useSheet(world: SheetsWorld, cells: Entered): SheetGrid {
  const grid = makeSheet(0, cells);
  world.state.sheets.splice(0, Infinity, grid);
  return grid;
}

export function makeSheet(id: number, cells: Entered): SheetGrid {
  const grid = new SheetGrid(id, `Sheet${id + 1}`);
  for (const [at, entered] of Object.entries(cells)) {
    if (!Array.isArray(entered)) {
      grid.enter(at, entered);
      continue;
    }
    grid.enter(at, entered[0]);
    grid.answer(readA1(at), [[entered[1]]]);
  }
  return grid;
}

/** `=TRACE_COMPANY(A2,"name")` and so on, each beside a domain and showing a problem. */
export function problemColumn(rows: number): Entered {
  const cells: Record<string, unknown> = { A1: 'Domain', B1: 'Name' };
  for (let row = 2; row < rows + 2; row += 1) {
    cells[`A${row}`] = `company-${row - 1}.example`;
    cells[`B${row}`] = [`=TRACE_COMPANY(A${row},"name")`, PROBLEM];
  }
  return cells;
}

/** The formulas of a sheet without what a retry adds: `true` beside those that had it. */
export function withoutAdded(grid: SheetGrid): readonly [formulas: Record<string, string>, changed: readonly string[]] {
  const all = Object.entries(grid.formulas());
  const bare = all.map(([at, formula]) => [at, formula.replace(/[,;]+"refresh=[0-9a-f]{8}"(?=\))/g, '')] as const);
  return [Object.fromEntries(bare), bare.filter(([, formula], index) => formula !== all[index]![1]).map(([at]) => at)];
}

/** What a retry says, besides its counts, where it has changed formulas. */
export const KEPT = 'Each has an extra argument, "refresh=…", until you next open the Trace panel.';
