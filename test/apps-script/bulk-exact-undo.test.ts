import { startRun, undoRun } from '../../shared/runs';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { useOneSpreadsheet, world } from './spreadsheet';

/** An undo brings a cell back as it was, or the run leaves it alone. */

const OVERWRITE = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
const SETTINGS = { cap: null, quoted: 0, maxAgeMs: 30 * 86_400_000 };

let grid: SheetGrid;
let panel: BulkPanel;

useOneSpreadsheet();

/** A table whose second column is to be written over. @param held what stands in it, below its title */
function table(held: readonly unknown[]): void {
  grid = useCompanies(world, held.length);
  grid.put({ row: 1, column: 2 }, 'Company');
  for (const [at, value] of held.entries()) grid.hold({ row: at + 2, column: 2 }, value);
  panel = new BulkPanel(world);
}

async function overwrite(rows: number): Promise<void> {
  const plan = await planAll(panel, rows, [NAME], OVERWRITE);
  await panel.run((ports) => startRun(ports, plan, SETTINGS));
}

it('a number in a cell for texts comes back as a number, and the cell stays one for texts', async () => {
  table([12, true, 'text']);
  for (const row of [2, 3, 4]) grid.layout.formats.set(`${row}:2`, '@');
  await overwrite(3);
  expect(columnOf(grid, 2, 3)).toEqual(['Company 1', 'Company 2', 'Company 3']);
  await panel.run(undoRun);
  expect(columnOf(grid, 2, 3)).toEqual([12, true, 'text']);
  expect([2, 3, 4].map((row) => grid.layout.formatAt({ row, column: 2 }))).toEqual(['@', '@', '@']);
});

describe('a text of which parts are formatted or linked', () => {
  it('is not written over, and the plan says so', async () => {
    table(['Acme (renewal)', 'Beta', 'Gamma']);
    grid.layout.rich.set('2:2', { runs: ['Acme ', '(renewal)'], link: null });
    grid.layout.rich.set('3:2', { runs: ['Beta'], link: 'https://crm.example/beta' });
    const plan = await planAll(panel, 3, [NAME], OVERWRITE);
    expect(plan.skipped).toEqual([
      { row: 1, column: 1, reason: 'richText' },
      { row: 2, column: 1, reason: 'richText' },
    ]);
    await panel.run((ports) => startRun(ports, plan, SETTINGS));
    expect(columnOf(grid, 2, 3)).toEqual(['Acme (renewal)', 'Beta', 'Company 3']);
    expect(grid.layout.rich.has('2:2')).toBe(true);
  });

  it('is left alone also where it was formatted after the plan', async () => {
    table(['Acme (renewal)', 'Beta']);
    const plan = await planAll(panel, 2, [NAME], OVERWRITE);
    grid.layout.rich.set('2:2', { runs: ['Acme ', '(renewal)'], link: null });
    await panel.run((ports) => startRun(ports, plan, SETTINGS));
    expect(columnOf(grid, 2, 2)).toEqual(['Acme (renewal)', 'Company 2']);
  });

  it('is not what Google itself has made a link of', async () => {
    table(['stripe.com', 'me@beta.example', 7]);
    grid.layout.rich.set('2:2', { runs: ['stripe.com'], link: 'http://stripe.com' });
    grid.layout.rich.set('3:2', { runs: ['me@beta.example'], link: 'mailto:me@beta.example' });
    await overwrite(3);
    expect(columnOf(grid, 2, 3)).toEqual(['Company 1', 'Company 2', 'Company 3']);
  });
});
