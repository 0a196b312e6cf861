import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { useSandbox } from '../../fakes/use-sandbox';
import { NAME, planAll, useCompanies } from './bulk-file';
import { openWorld } from '../open-world';

const EMPLOYEES = { adds: 'company', field: 'employee_count' } as const;

const sandbox = useSandbox();
let world: SheetsWorld;

beforeAll(async () => {
  world = await openWorld(sandbox.origin);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});
afterAll(() => world.stop());

function open() {
  const grid = useCompanies(world, 3);
  const header = new Map([
    ['FontWeight', 'bold'],
    ['Background', '#1a73e8'],
    ['HorizontalAlignment', 'center'],
  ]);
  grid.layout.styles.set('1:1', header);
  grid.layout.widths.set(1, 300);
  return { grid, header, panel: new BulkPanel(world) };
}

it('new columns look like the one beside them, with room for answers and separators in counts', async () => {
  const { grid, header, panel } = open();
  const plan = await planAll(panel, 3, [NAME, EMPLOYEES]);
  await panel.start(plan);
  expect([grid.layout.styles.get('1:2'), grid.layout.styles.get('1:3')]).toEqual([header, header]);
  expect([2, 3].map((column) => grid.layout.widths.get(column) ?? 100)).toEqual([150, 100]);
  expect(grid.layout.formatAt({ row: 2, column: 3 })).toBe('#,##0');
});

it('undo leaves nothing of it', async () => {
  const { grid, panel } = open();
  const [styles, before] = [new Map(grid.layout.styles), [2, 3].map((column) => grid.layout.widths.get(column) ?? 100)];
  const plan = await planAll(panel, 3, [NAME, EMPLOYEES]);
  await panel.start(plan);
  await panel.undo();
  expect(grid.layout.styles).toEqual(styles);
  expect([2, 3].map((column) => grid.layout.widths.get(column) ?? 100)).toEqual(before);
  expect([2, 3, 4].map((row) => grid.layout.formatAt({ row, column: 3 }))).toEqual(['General', 'General', 'General']);
});

it('a column whose title was taken out is left alone', async () => {
  const { grid } = open();
  grid.hold({ row: 1, column: 2 }, 'mine');
  const change = { column: 1, title: 'Company', style: ['bold', '', '', '', ''], width: 200 };
  world.callRpc('bulkLooks', [String(grid.id), 0, { columns: [], changes: [change] }]);
  expect([grid.layout.styles.get('1:2'), grid.layout.widths.get(2)]).toEqual([undefined, undefined]);
});
