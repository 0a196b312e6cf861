import { startRun } from '../../shared/runs';
import { undoRun } from '../../shared/bulk/undo/undo';
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

it('what a cell for texts held comes back as it was, and the cell stays one for texts', async () => {
  const held = [12, true, 'text', '=1+1', '+49 30', "'quoted", '007'];
  table(held);
  for (let row = 2; row < 9; row += 1) grid.layout.formats.set(`${row}:2`, '@');
  await overwrite(7);
  expect(columnOf(grid, 2, 7)).toEqual([1, 2, 3, 4, 5, 6, 7].map((row) => `Company ${row}`));
  await panel.run(undoRun);
  expect(columnOf(grid, 2, 7)).toEqual([12, true, 'text', '=1+1', '+49 30', "'quoted", '007']);
  expect([2, 3, 4, 5, 6, 7, 8].map((row) => grid.layout.formatAt({ row, column: 2 }))).toEqual(Array(7).fill('@'));
});

/** @param open is told whenever the cells are new */
async function countEmployees(open: () => void): Promise<readonly unknown[]> {
  const rows = 6;
  table(Array(rows).fill(''));
  grid.put({ row: 1, column: 2 }, 'Employees');
  for (let row = 2; row < rows + 2; row += 1) grid.layout.formats.set(`${row}:2`, row === 3 ? 'General' : '@');
  const plan = await planAll(panel, rows, [{ adds: 'company', field: 'employee_count' }], { where: 'sameTitles' });
  open();
  const { is } = await panel.run((ports) => startRun(ports, plan, SETTINGS));
  world.state.meanwhile = null;
  const { isLeft } = await panel.run(undoRun);
  const formats = Array.from({ length: rows }, (_row, at) => {
    return `${String(grid.value({ row: at + 2, column: 1 }))} ${grid.layout.formatAt({ row: at + 2, column: 2 })}`;
  });
  return [is, isLeft, columnOf(grid, 2, rows), formats.sort()];
}

const EMPLOYEES_UNDONE = [
  ...['done', false, Array(6).fill('')],
  [1, 2, 3, 4, 5, 6].map((row) => `company-${row}.example ${row === 2 ? 'General' : '@'}`),
];

it('formats come back as they were where rows were sorted while Google was sent formats and values', async () => {
  const failed: unknown[] = [];
  let most = 1;
  for (let at = 1; at <= most; at += 1) {
    const undone = await countEmployees(() => {
      let seen = 0;
      panel.before = (message) => {
        const isNow = message === 'bulkWrite' && seen < at;
        world.state.meanwhile = isNow
          ? (calls) => {
              if (!/Range\.set|flush/.test(calls[calls.length - 1]!)) return;
              seen += 1;
              most = Math.max(most, seen);
              if (seen === at) grid.reorder([1, 7, 6, 5, 4, 3, 2]);
            }
          : null;
      };
    });
    if (JSON.stringify(undone) !== JSON.stringify(EMPLOYEES_UNDONE)) failed.push([at, undone]);
  }
  expect({ failed, hasManySteps: most > 2 }).toEqual({ failed: [], hasManySteps: true });
});

it('a cell that Google refuses keeps its format', async () => {
  const [is, isLeft, , formats] = await countEmployees(() => void grid.layout.rejecting.add('4:2'));
  expect({ is, isLeft, formats }).toEqual({ is: 'done', isLeft: false, formats: EMPLOYEES_UNDONE[3] });
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
