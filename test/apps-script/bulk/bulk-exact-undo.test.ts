import type { Plan } from '../../../shared/enrich/plan/plan';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { useOneSpreadsheet, world } from '../spreadsheet';

/** An undo brings a cell back as it was, or the run leaves it alone. */

const OVERWRITE = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;

let grid: SheetGrid;
let panel: BulkPanel;

useOneSpreadsheet();

/** A table whose second column will be overwritten. @param held its values, below its title */
function table(held: readonly unknown[]): void {
  grid = useCompanies(world, held.length);
  grid.put({ row: 1, column: 2 }, 'Company');
  for (const [at, value] of held.entries()) grid.hold({ row: at + 2, column: 2 }, value);
  panel = new BulkPanel(world);
}

async function overwrite(rows: number): Promise<void> {
  const plan = await planAll(panel, rows, [NAME], OVERWRITE);
  await panel.start(plan);
}

it('the content of a text cell is restored, and the cell keeps its text format', async () => {
  const held = [12, true, 'text', '=1+1', '+49 30', "'quoted", '007'];
  table(held);
  for (let row = 2; row < 9; row += 1) grid.layout.formats.set(`${row}:2`, '@');
  await overwrite(7);
  expect(columnOf(grid, 2, 7)).toEqual([1, 2, 3, 4, 5, 6, 7].map((row) => `Company ${row}`));
  await panel.undo();
  expect(columnOf(grid, 2, 7)).toEqual([12, true, 'text', '=1+1', '+49 30', "'quoted", '007']);
  expect([2, 3, 4, 5, 6, 7, 8].map((row) => grid.layout.formatAt({ row, column: 2 }))).toEqual(Array(7).fill('@'));
});

const EMPLOYEES = { adds: 'company', field: 'employee_count' } as const;

/** Blank cells for counts, all of them for texts but the second. */
async function countEmployees(): Promise<Plan> {
  table(Array(6).fill(''));
  grid.put({ row: 1, column: 2 }, 'Employees');
  for (let row = 2; row < 8; row += 1) grid.layout.formats.set(`${row}:2`, row === 3 ? 'General' : '@');
  return planAll(panel, 6, [EMPLOYEES], { where: 'sameTitles' });
}

/** Sorts the rows before one of the calls that change cells. @returns how many such calls there were up to then */
function sortBefore(call: number): () => number {
  let seen = 0;
  panel.before = (message) => {
    const isNow = message === 'bulkWrite' && seen < call;
    world.state.meanwhile = isNow
      ? (calls) => {
          if (!/Range\.set|flush/.test(calls[calls.length - 1]!)) return;
          seen += 1;
          if (seen === call) grid.reorder([1, 7, 6, 5, 4, 3, 2]);
        }
      : null;
  };
  return () => {
    world.state.meanwhile = null;
    return seen;
  };
}

it('if rows are sorted while Google writes, the page pauses, and undo clears or reports each cell', async () => {
  const ends: unknown[] = [];
  for (let call = 1; ; call += 1) {
    const plan = await countEmployees();
    const seen = sortBefore(call);
    const { is, why } = await panel.start(plan);
    if (seen() < call) break;
    const { unrestored, edited } = await panel.undo();
    const still = columnOf(grid, 2, 6).flatMap((value, at) => (value === '' ? [] : [at + 1]));
    const told = unrestored.filter((cell) => cell.why === 'besideAnother').map(({ row }) => row);
    const untold = still.filter((row) => !told.includes(row));
    ends.push([is, why?.code, untold.length === edited, told.every((row) => still.includes(row))]);
  }
  expect(ends.length).toBeGreaterThan(2);
  expect(ends).toEqual(
    ends.map((end) =>
      (end as unknown[])[0] === 'done' ? ['done', undefined, true, true] : ['paused', 'rowsMoving', true, true],
    ),
  );
  expect(ends.filter((end) => (end as unknown[])[0] === 'paused').length).toBeGreaterThan(0);
});

it('a cell that Google refuses keeps its format', async () => {
  const plan = await countEmployees();
  grid.layout.rejecting.add('4:2');
  const { is } = await panel.start(plan);
  const { isWhole } = await panel.undo();
  const formats = [2, 3, 4, 5, 6, 7].map((row) => grid.layout.formatAt({ row, column: 2 }));
  expect({ is, isWhole, formats }).toEqual({
    is: 'done',
    isWhole: true,
    formats: ['@', 'General', '@', '@', '@', '@'],
  });
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
    await panel.start(plan);
    expect(columnOf(grid, 2, 3)).toEqual(['Acme (renewal)', 'Beta', 'Company 3']);
    expect(grid.layout.rich.has('2:2')).toBe(true);
  });

  it('is left alone also where it was formatted after the plan', async () => {
    table(['Acme (renewal)', 'Beta']);
    const plan = await planAll(panel, 2, [NAME], OVERWRITE);
    grid.layout.rich.set('2:2', { runs: ['Acme ', '(renewal)'], link: null });
    await panel.start(plan);
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
