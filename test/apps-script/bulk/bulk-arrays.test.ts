import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { openWorld } from '../open-world';

/** Formulas that fill more than their own cell. */

const OVERWRITE = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
const ONLY_EMPTY = { where: 'sameTitles' } as const;
const COUNTRY = { adds: 'company', field: 'country' } as const;

let sandbox: SandboxProcess;
let world: SheetsWorld;
let panel: BulkPanel;
let grid: SheetGrid;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  world = await openWorld(sandbox.origin);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

beforeEach(async () => {
  await sandbox.reset();
  panel = new BulkPanel(world);
  grid = useCompanies(world, 20);
});

afterAll(() => Promise.all([world.stop(), sandbox.stop()]));

/** A formula with what it fills, from that cell on. */
function fill(at: string, formula: string, table: readonly (readonly unknown[])[]): void {
  grid.enter(at, formula);
  const column = at.charCodeAt(0) - 64;
  grid.answer({ row: Number(at.slice(1)), column }, table);
}

const read = async (row: number, rows: number): Promise<readonly number[]> => {
  const effect = { sheet: '7', row, rows, columns: [1], withFormats: false } as const;
  return [...(await panel.host.ports.sheet.read(effect)).columns[0]!.formulas];
};

it.each([
  '=ARRAYFORMULA(IF(C2:C="","",C2:C))',
  '={"a";QUERY(X!A:A,"select A")}',
  '=SORT(FILTER(X!A:A,X!A:A<>""))',
  '=TRACE_COMPANY(A2:A500,"name")',
  '=TRACE_TECH(A2,"name","layout=spill")',
])('cells below %s belong to it, up to the next formula, wherever the read begins', async (formula) => {
  fill('B2', formula, [['x'], ['']]);
  grid.enter('B8', '=A8');
  expect([await read(0, 12), await read(4, 6)]).toEqual([
    [1, 2, 3, 4, 5, 6, 7],
    [0, 1, 2, 3],
  ]);
});

it.each(['=TRACE_COMPANY(A2,"name")', '=VLOOKUP(A2,X!A:B,2,0)', '=A2'])('cells below %s are free', async (formula) => {
  grid.enter('B2', formula);
  expect(await read(0, 5)).toEqual([1]);
});

it('the cells of an array in a column that is to be filled are named, and never written', async () => {
  grid.put({ row: 1, column: 2 }, 'Company');
  const table = Array.from({ length: 20 }, (_row, index) => [index % 2 === 0 ? '' : `by formula ${index}`]);
  fill('B2', '=ARRAYFORMULA(IF(C2:C="","",C2:C))', table);
  const plans = [await planAll(panel, 20, [NAME], ONLY_EMPTY), await planAll(panel, 20, [NAME], OVERWRITE)];
  const ends = [];
  for (const plan of plans) {
    ends.push(await panel.start(plan));
    await panel.keep();
  }
  expect({
    skipped: plans.map(({ skipped }) => skipped.filter(({ reason }) => reason === 'formula').length),
    ends: ends.map(({ is }) => is),
    column: columnOf(grid, 2, 20),
  }).toEqual({ skipped: [20, 20], ends: ['done', 'done'], column: table.flat() });
});

it.each(['#REF!', '#¡REF!', '#ССЫЛКА!'])(
  'an array from the left that a run breaks to %s is whole again, and the run pauses',
  async (blocked) => {
    grid.blocked = blocked;
    for (const [column, title] of ['Company', 'country'].entries()) grid.put({ row: 1, column: column + 2 }, title);
    const table = Array.from({ length: 20 }, (_row, index) => [`company-${index + 1}.example`, `mine ${index}`]);
    for (let row = 2; row <= 21; row += 1) grid.put({ row, column: 1 }, '');
    fill('A2', '=QUERY(X!A:B)', table);
    grid.hold({ row: 2, column: 3 }, '007');
    grid.layout.formats.set('2:3', '0.0');
    const plan = await planAll(panel, 20, [NAME, COUNTRY], OVERWRITE);
    const end = await panel.start(plan);
    const after = [
      columnOf(grid, 1, 20),
      columnOf(grid, 2, 20),
      columnOf(grid, 3, 2),
      grid.layout.formatAt({ row: 2, column: 3 }),
    ];
    const undone = await panel.undo();
    expect({
      is: end.is,
      why: end.why?.code,
      after,
      restored: undone.restored,
      afterUndo: columnOf(grid, 2, 20),
    }).toEqual({
      is: 'paused',
      why: 'cellsOfFormula',
      after: [table.map(([domain]) => domain), table.map(([, own]) => own), ['007', ''], '0.0'],
      restored: 0,
      afterUndo: table.map(([, own]) => own),
    });
  },
);

it.each([
  '=TRACE_TECH(A2,"name","layout=columns;top=3")',
  '=TRACE_COMPANY(A2,"name, city, website")',
  '=IFERROR(SPLIT(X!A2,","))',
  '=CLEAN_NAME(X!A2)',
])('a run that would take room from %s leaves it whole, and pauses', async (formula) => {
  grid.put({ row: 1, column: 2 }, 'Answers');
  grid.put({ row: 1, column: 4 }, 'country');
  fill('B2', formula, [['Stripe', 'React', '']]);
  const plan = await planAll(panel, 20, [COUNTRY], ONLY_EMPTY);
  const end = await panel.start(plan);
  const row = [2, 3, 4].map((column) => grid.value({ row: 2, column }));
  expect({ is: end.is, why: end.why?.code, row }).toEqual({
    is: 'paused',
    why: 'cellsOfFormula',
    row: ['Stripe', 'React', ''],
  });
});

it.each([
  ['fails because of what is written', '=VALUE(B2)', '#VALUE!'],
  ['Google gives up meanwhile', '=TRACE_COMPANY(A2,"name")', '#ERROR!'],
])('a formula that %s is no broken array', async (_what, formula, error) => {
  grid.enter('C1', formula);
  world.state.meanwhile = () => {
    const isFilled = grid.value({ row: 2, column: 2 }) !== '';
    grid.answer({ row: 1, column: 3 }, [[isFilled ? error : 0]]);
  };
  const plan = await planAll(panel, 20, [NAME]);
  const end = await panel.start(plan);
  world.state.meanwhile = null;
  expect({ is: end.is, column: columnOf(grid, 2, 1) }).toEqual({ is: 'done', column: ['Company 1'] });
});

it('beside an input column that is an array, new columns are filled and taken back', async () => {
  for (let row = 2; row <= 21; row += 1) grid.put({ row, column: 1 }, '');
  fill(
    'A2',
    '=UNIQUE(X!A:A)',
    Array.from({ length: 20 }, (_row, index) => [`company-${index + 1}.example`]),
  );
  const plan = await planAll(panel, 20, [NAME]);
  const end = await panel.start(plan);
  const filled = columnOf(grid, 2, 20)[19];
  const undone = await panel.undo();
  expect({
    is: end.is,
    filled,
    undone: [undone.restored, undone.edited, undone.unrestored, undone.isWhole],
    extent: grid.filled(),
    lastInput: grid.value({ row: 21, column: 1 }),
  }).toEqual({
    is: 'done',
    filled: 'Company 20',
    undone: [20, 0, [], true],
    extent: { row: 21, column: 1 },
    lastInput: 'company-20.example',
  });
});
