import type { SheetsWorld } from '../fakes/apps-script/world';
import { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { readA1 } from '../fakes/apps-script/a1';

export const PROBLEM = '#TRACE: Trace could not be reached. Check your connection, then try again.';

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

/** The properties of retries that are not done. */
export function retriesUnderWay(world: SheetsWorld): readonly string[] {
  const stored = world.state.documentProperties.read();
  const done = stored['TRACE_RETRIED'] ?? '[]';
  return Object.keys(stored).filter((name) => name.startsWith('TRACE_RETRY_') && !done.includes(name.slice(12, 20)));
}
