import type { Locator } from 'playwright-core';
import { useSheet } from '../../apps-script/retry/problem-sheet';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import type { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { open } from '../sidebar/open-sidebar';

/** A user's changes of spending limits in the sidebar, and what waits for them. */

export const section = ({ frame }: SheetTab): Locator => frame.getByRole('region', { name: 'Spending' });
export const waiting = ({ frame }: SheetTab): Locator => frame.getByRole('region', { name: 'Waiting cells' });
/** In the settings. */
export async function says(tab: SheetTab, text: string): Promise<void> {
  await open(tab, 'Settings');
  await section(tab).getByText(text, { exact: true }).waitFor();
}

/** Beside what waits. */
export async function waits(tab: SheetTab, text: string): Promise<void> {
  await open(tab, 'Activity');
  await waiting(tab).getByText(text, { exact: true }).waitFor();
}

export const radio = (tab: SheetTab, name: string): Locator => section(tab).getByRole('radio', { name });
export const ownerField = (tab: SheetTab): Locator =>
  section(tab).getByRole('textbox', { name: /^In all files I own/ });
export const fetchButton = (tab: SheetTab): Locator => waiting(tab).getByRole('button', { name: /^Fetch/ });

/** The user turns to the sidebar, or back to it. */
export const turnTo = ({ frame }: SheetTab): Promise<void> =>
  frame.evaluate('void window.dispatchEvent(new Event("focus"))');

export async function limitOwn(tab: SheetTab, typed: string): Promise<void> {
  await ownerField(tab).fill(typed);
  await ownerField(tab).press('Enter');
}

/** Formulas beside their domains, which are calculated at once. */
export function typeColumn(world: SheetsWorld, rows: number): SheetGrid {
  const cells: Record<string, unknown> = {};
  for (let row = 1; row <= rows; row += 1) {
    cells[`A${row}`] = `company-${row}.example`;
    cells[`B${row}`] = `=TRACE_COMPANY(A${row},"name")`;
  }
  const grid = useSheet(world, cells);
  world.calculate();
  return grid;
}

export const column = (grid: SheetGrid, rows: number): unknown[] =>
  Array.from({ length: rows }, (_row, index) => grid.value({ row: index + 1, column: 2 }));
