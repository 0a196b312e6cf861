import { planRun, triage } from '../../../shared/runs';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import type { Plan, PlanRequest } from '../../../shared/enrich/plan/plan';
import { readColumns } from '../../../shared/enrich/sheet/read-columns';
import type { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetsWorld } from '../../fakes/apps-script/world';

export const NAME: Choice = { adds: 'company', field: 'name' };
export const TECHNOLOGIES: Choice = { adds: 'technologies', field: 'name', category: null };

/** A sheet with a title and so many companies of the sandbox in its first column. */
export function useCompanies(world: SheetsWorld, count: number): SheetGrid {
  const grid = new SheetGrid(7, 'Leads');
  grid.put({ row: 1, column: 1 }, 'Domain');
  for (let row = 1; row <= count; row += 1) grid.put({ row: row + 1, column: 1 }, `company-${row}.example`);
  grid.layout.rows = Math.max(1_000, count + 1);
  world.state.metadata.sheetDeleted('7');
  world.state.sheets.splice(0, Infinity, grid);
  world.state.selection = { sheetId: 7, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
  world.state.documentProperties.clear();
  world.state.documentCache.clear();
  return grid;
}

/** The plan for all of the first column, with new columns beside it. */
export async function planAll(
  panel: BulkPanel,
  rows: number,
  choices: readonly Choice[],
  more: Partial<PlanRequest> = {},
): Promise<Plan> {
  const { columns } = await panel.run((ports) => readColumns(ports, '7', 0, rows + 1, [0]));
  const found = triage(
    columns[0]!.values.map((value) => [value]),
    0,
  );
  return panel.run((ports) =>
    planRun(ports, {
      sheet: '7',
      inputColumn: 0,
      headerRow: found.header?.row ?? null,
      rows: found.rows,
      choices,
      where: 'newColumns',
      mode: 'onlyEmpty',
      isOverwriteConfirmed: false,
      withHidden: true,
      ...more,
    }),
  );
}

/** The values of one column, below the titles. */
export function columnOf(grid: SheetGrid, column: number, rows: number): readonly unknown[] {
  return Array.from({ length: rows }, (_row, index) => grid.value({ row: index + 2, column }));
}
