import type { NotedRow } from '../../shared/bulk/rows/row-record';
import { planLeftRun } from '../../shared/bulk/run/plan-left-run';
import type { RunEnd } from '../../shared/bulk/run/run';
import { listUndo, undoRun, type Undone } from '../../shared/bulk/undo/undo';
import { startRun } from '../../shared/runs';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { NAME, planAll, useCompanies } from './bulk-file';
import { world } from './spreadsheet';

/** An owner's run, in whose journal somebody else has written. */

const SETTINGS = { cap: null, quoted: 0, maxAgeMs: 30 * 86_400_000 };
/** The third column, from its second row on: only the owner may edit it. */
const OWNERS = { row: 2, column: 3, rows: 3, columns: 1 };

/** The sheet of the run. */
export let grid: SheetGrid;

/** A finished run of the owner, with a price list beside it that only the owner may edit. */
export async function enrich(rows: number, cap: number | null = null): Promise<void> {
  grid = useCompanies(world, rows);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, rows, [NAME]);
  await panel.run((ports) => startRun(ports, plan, { ...SETTINGS, cap }));
  grid.put({ row: 1, column: 3 }, 'Price');
  for (let row = 2; row <= 4; row += 1) grid.put({ row, column: 3 }, 'secret');
  grid.layout.protectedAreas.push(OWNERS);
}

/** What somebody who may only edit the file keeps in place of the journal, by the messages of the panel. */
export async function forge(toParts: (head: Record<string, unknown>) => ReadonlyMap<string, string>): Promise<void> {
  world.state.clock.advance(130_000);
  const { ports } = new BulkPanel(world, 'editor').host;
  const parts = await ports.journal.load();
  const head = JSON.parse(parts!.get('head')!) as Record<string, unknown>;
  await ports.journal.save(toParts(head));
}

export function recordOf(index: number, more: Partial<NotedRow>): NotedRow {
  return { index, seen: index + 1, state: { is: 'written', found: 'data' }, cells: [null], answer: null, ...more };
}

export const into = (title: string, column: number): object => ({
  targets: [{ column, title, isNew: false }],
  isMarked: false,
  twins: [
    { before: 0, after: 0 },
    { before: 0, after: 0 },
  ],
});

/** Once the owner has confirmed the list of it. */
export async function undo(): Promise<Undone> {
  const panel = new BulkPanel(world);
  const listed = await panel.run(listUndo);
  return panel.run((ports) => undoRun(ports, listed));
}

/** Once the owner has agreed to the new price, under a limit of their own. */
export async function goOnAnew(cap: number): Promise<RunEnd> {
  const panel = new BulkPanel(world);
  const { plan, run } = await panel.run(planLeftRun);
  return panel.run((ports) => startRun(ports, plan, { ...SETTINGS, cap, replaces: run }));
}

export const codeOf = (thrown: unknown): string | undefined => (thrown as { readonly code?: string }).code;
