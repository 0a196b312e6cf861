import type { GridCell as Cell, WriteResult } from '../../shared/ports';
import { startRun, undoRun } from '../../shared/runs';
import { API_ORIGIN } from '../fakes/apps-script/host';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { grid, panel, useBulkSheet, world, writeFromB2 } from './bulk-sheet';

/** Columns of Google's tables that have a type, in B to D; E has none. */

const SETTINGS = { maxAgeMs: 30 * 86_400_000, cap: null, quoted: 0 };

useBulkSheet();

beforeEach(() => {
  for (const column of [2, 3, 4]) grid.layout.typedColumns.add(column);
});

const write = (line: readonly Cell[]): Promise<WriteResult> => writeFromB2([line, line]);

const shown = (): unknown => [2, 3, 4, 5].map((column) => grid.value({ row: 3, column }));

it('a number whose format the column keeps is written all the same', async () => {
  for (const row of [2, 3]) grid.layout.formats.set(`${row}:3`, 'yyyy-mm-dd');
  const { refused } = await write([
    { kind: 'text', text: 'Stripe', isLiteral: false },
    { kind: 'number', number: 8_500 },
    { kind: 'boolean', boolean: true },
  ]);
  expect([shown(), refused]).toEqual([['Stripe', 8_500, true, ''], []]);
  expect(grid.layout.formatAt({ row: 3, column: 3 })).toBe('yyyy-mm-dd');
});

it('a date is a text in a column that would not show it as one, and the column is told', async () => {
  const date: Cell = { kind: 'date', day: '2026-06-01' };
  for (const row of [2, 3]) grid.layout.formats.set(`${row}:3`, 'dd.mm.yyyy');
  const { refused, instead } = await write([date, date, { kind: 'number', number: 3 }, date]);
  expect([shown(), refused]).toEqual([['2026-06-01', 46_174, 3, 46_174], []]);
  const cell = { kind: 'text', text: '2026-06-01', isLiteral: true };
  expect(instead).toEqual([0, 1].map((at) => ({ at, column: 1, cell })));
  expect(grid.layout.formatAt({ row: 3, column: 5 })).toBe('yyyy-mm-dd');
});

it('a cell that takes neither is refused, and no other one is lost', async () => {
  const date: Cell = { kind: 'date', day: '2026-06-01' };
  grid.layout.rejecting.add('3:2');
  const { refused, instead } = await write([date, { kind: 'number', number: 3 }]);
  expect([grid.value({ row: 2, column: 2 }), shown()]).toEqual(['2026-06-01', ['', 3, '', '']]);
  expect([refused.map(({ at, column }) => [at, column]), instead?.map(({ at }) => at)]).toEqual([[[1, 1]], [0]]);
});

describe('a run with dates', () => {
  let sandbox: SandboxProcess;

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    world.state.network.origins[API_ORIGIN] = sandbox.origin;
    world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  });
  afterAll(() => sandbox.stop());

  it('into a typed column says so, goes on where it was, and is taken back whole', async () => {
    const leads = useCompanies(world, 3);
    leads.layout.typedColumns.add(2);
    const plan = await planAll(panel, 3, [{ adds: 'company', field: 'last_crawled_at' }, NAME]);
    const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
    const filled = columnOf(leads, 2, 3);
    const undone = await panel.run(undoRun);
    expect([end.is, filled, panel.events.filter(({ is }) => is === 'asText')]).toEqual([
      'done',
      Array(3).fill(expect.stringMatching(/^\d{4}-\d\d-\d\d$/)),
      [{ is: 'asText', column: 1 }],
    ]);
    expect([undone.restored, undone.edited, columnOf(leads, 2, 3)]).toEqual([6, [], ['', '', '']]);
  });
});
