import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

let grid: SheetGrid;
let panel: BulkPanel;

useUnconnectedSpreadsheet();

beforeEach(() => {
  grid = new SheetGrid(7, 'Leads');
  for (let row = 1; row <= 20; row += 1) grid.hold({ row, column: 1 }, `company-${row}.example`);
  world.state.sheets.splice(0, Infinity, grid);
  world.state.documentProperties.clear();
  world.state.documentProperties.fault = null;
  world.state.documentCache.clear();
  panel = new BulkPanel(world);
});

const select = (...areas: readonly (readonly [number, number, number, number])[]): void => {
  world.state.selection = {
    sheetId: 7,
    areas: areas.map(([row, column, rows, columns]) => ({ row, column, rows, columns })),
  };
};
const codeOf = (asked: PromiseLike<unknown>): PromiseLike<unknown> =>
  asked.then(
    () => 'done',
    (thrown: { code?: string }) => thrown.code,
  );

it('a selection of several cells is cut to what is in use; of several areas it is the first', async () => {
  select([1, 1, 1_000, 1], [5, 1, 2, 1]);
  const column = await panel.host.selection();
  select([900, 1, 5, 5]);
  const beyond = await panel.host.selection();
  select([900, 9, 1, 1]);
  const cell = await panel.host.selection();
  expect({ column, beyond, cell }).toEqual({
    column: { sheet: '7', sheetName: 'Leads', row: 0, rows: 20, column: 0, columns: 1, areas: 2 },
    beyond: { sheet: '7', sheetName: 'Leads', row: 899, rows: 0, column: 0, columns: 1 },
    cell: { sheet: '7', sheetName: 'Leads', row: 899, rows: 1, column: 8, columns: 1 },
  });
});

it('on the sheet of a chart no cell is selected', async () => {
  grid.type = 'OBJECT';
  expect(await panel.host.selection()).toBe('object');
});

it('cells are shown, the first of them as the active one, which is the last for Google', async () => {
  await panel.host.showCells('7', 2, [11, 12, 15]);
  expect(world.state.selection).toEqual({
    sheetId: 7,
    areas: [
      { row: 16, column: 3, rows: 1, columns: 1 },
      { row: 12, column: 3, rows: 2, columns: 1 },
    ],
  });
});

it('a summary is a sheet of its own behind the others, with texts as texts and a bar chart as large as its cells', async () => {
  const summary = {
    title: 'leads',
    rows: [
      ['Technology', 'Companies'],
      ['=React', 12],
      ['1/2', 3],
    ],
    charts: [{ title: 'Most common', row: 0, rows: 3, at: { row: 1, column: 4, rows: 10 } }],
    looks: { widths: [30, 12, 14, 2, 36], formats: [] },
  };
  const inserted = await panel.host.addSheet(summary);
  const [, sheet] = world.state.sheets;
  expect({
    inserted,
    formulaLike: sheet?.value({ row: 2, column: 1 }),
    dateLike: sheet?.value({ row: 3, column: 1 }),
    count: sheet?.value({ row: 2, column: 2 }),
    charts: sheet?.layout.charts,
    isSelected: world.state.selection.sheetId === sheet?.id,
  }).toEqual({
    inserted: { sheet: String(sheet?.id), name: 'leads 2', withoutChart: null },
    formulaLike: '=React',
    dateLike: '1/2',
    count: 12,
    charts: [
      {
        is: 'bar',
        area: { row: 1, column: 1, rows: 3, columns: 2 },
        headers: 1,
        corner: { row: 2, column: 5 },
        options: { title: 'Most common', legend: { position: 'none' }, width: 262, height: 210 },
      },
    ],
    isSelected: true,
  });
});

it('a sheet has bold titles, larger, with a fill or above numbers, rows that stay in view, and cells that stay text', async () => {
  await panel.host.addSheet({
    title: 'Overview',
    rows: [['Overview'], ['Technology', 'Companies'], ['React', 12]],
    looks: {
      ...{ widths: [30], formats: [], frozenRows: 2, textCells: [{ row: 2, column: 0 }] },
      titles: [
        { row: 0, columns: 1, size: 14 },
        { row: 1, columns: 2, numbers: [1], fill: '#e8f0ee' },
      ],
    },
  });
  const { layout } = world.state.sheets[1]!;
  const { styles, frozenRows } = layout;
  expect(layout.formatAt({ row: 3, column: 1 })).toBe('@');
  expect([[...styles].map(([at, style]) => [at, Object.fromEntries(style)]), frozenRows]).toEqual([
    [
      ['1:1', { FontWeight: 'bold', FontSize: '14' }],
      ['2:1', { FontWeight: 'bold', Background: '#e8f0ee' }],
      ['2:2', { FontWeight: 'bold', Background: '#e8f0ee', HorizontalAlignment: 'right' }],
    ],
    2,
  ]);
});

it('a sheet of more rows than Google gives a new one has them all, and short rows are filled with blanks', async () => {
  const rows = Array.from({ length: 1_500 }, (_row, at) => (at === 0 ? ['Name', 'Companies'] : [`Name ${at}`]));
  await panel.host.addSheet({ title: 'Long', rows });
  const long = world.state.sheets[1]!;
  expect([long.value({ row: 1, column: 2 }), long.value({ row: 1_500, column: 1 }), long.layout.rows]).toEqual([
    ...['Companies', 'Name 1499', 1_500],
  ]);
});

it("presets are the user's own; too long ones are refused with a sentence", async () => {
  const { host } = panel;
  const none = await host.readPresets();
  await host.writePresets('[1]');
  const others = await new BulkPanel(world, 'editor').host.readPresets();
  const refused = await codeOf(host.writePresets('é'.repeat(4_600)));
  expect({ none, own: await host.readPresets(), others, refused }).toEqual({
    none: '',
    own: '[1]',
    others: '',
    refused: 'actionMalformed',
  });
});

it('answers are counted and cleared; what was paid for stays', async () => {
  const { host } = panel;
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const { id } = (await host.ports.client.account())!;
  const entries = new Map([
    [`trace1|${id}|company|a.example`, '["a.example",1]'],
    [`trace1|${id}|!route|companies.batch`, '1'],
    // A practice company.
    ['trace1||company|b.example', '["b.example",1]'],
  ]);
  await host.ports.client.cachePut({ entries, keepForSeconds: 600 });
  const before = await host.cacheSize();
  for (const name of ['TRACE_SHOWN_0', 'TRACE_PAID_0']) world.state.documentProperties.write(name, 'x');
  await host.clearCache();
  const keys = entries.keys();
  const found = await host.ports.client.cacheGet({ keys: [...keys] });
  expect({
    before,
    after: await host.cacheSize(),
    found: found.size,
    kept: Object.keys(world.state.documentProperties.read()),
  }).toEqual({
    before: { answers: 1, characters: 16 },
    after: { answers: 0, characters: 0 },
    found: 0,
    kept: ['TRACE_PAID_0'],
  });
});

it('removing Trace leaves the cells, but no data, not even of versions before the record', async () => {
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const { documentProperties, userProperties, documentCache } = world.state;
  const head = JSON.stringify({ holder: 'holder1', run: 'run1' });
  userProperties.owner.remove('TRACE_PRESETS_0');
  await panel.host.ports.record.make([[head], ['planted']], head);
  await panel.host.ports.own.replace('run1', null, 'x'.repeat(20_000));
  await panel.host.ports.own.replace('run2', null, 'of another file');
  for (const name of ['TRACE_RUN', 'TRACE_RUN_0', 'TRACE_LEASE']) documentProperties.write(name, 'x');
  userProperties.owner.write('TRACE_RUNS', '[]');
  for (const [id, name, note] of [
    [8, '_trace', 'Trace saves enrichments here so that you can resume or undo them. It deletes the sheet afterwards.'],
    [
      9,
      '_trace frozen',
      'Trace keeps frozen formulas here, so that Thaw can bring them back. Without this sheet it cannot.',
    ],
  ] as const) {
    const old = new SheetGrid(id, name);
    old.hold({ row: 1, column: 1 }, note);
    world.state.sheets.push(old);
  }
  await panel.host.removeTrace();
  expect({
    sheets: world.state.sheets.map(({ name }) => name),
    documentProperties: documentProperties.read(),
    user: userProperties.owner.names(),
    cached: documentCache.size,
    extent: grid.filled(),
  }).toEqual({
    sheets: ['Leads'],
    documentProperties: {},
    user: ['TRACE_SPENDING_run2_0'],
    cached: 0,
    extent: { row: 20, column: 1 },
  });
});

const READ = { row: 0, rows: 1, columns: [0], withFormats: false, withRich: false, withHidden: false };
const WRITING = {
  sheet: '7',
  rows: [1],
  columns: [1],
  cells: [[['x', '']]],
  guard: {
    input: null,
    before: [['']],
    formats: null,
    marks: null,
    beside: null,
    holder: null,
  },
};
const KEEPING = { account: '', charged: [], entries: [], keepForSeconds: 0 };

it.each([
  ['bulkSheet', ['7', { ...READ, row: -1 }]],
  ['bulkSheet', ['7', { ...READ, rows: 1e9 }]],
  ['bulkSheet', ['7', { ...READ, columns: 'A' }]],
  ['bulkSheet', ['7', 'A1']],
  ['bulkWrite', [null]],
  ['bulkWrite', [{ ...WRITING, rows: [1, 2] }]],
  ['bulkWrite', [{ ...WRITING, cells: [[[{}, '']]] }]],
  ['bulkWrite', [{ ...WRITING, cells: [[]] }]],
  ['bulkWrite', [{ ...WRITING, save: { head: 'x', rows: [[1]] } }]],
  ['bulkWrite', [{ ...WRITING, guard: { ...WRITING.guard, holder: 1 } }]],
  ['bulkRecord', [{ what: 'make', rows: [[1]] }]],
  ['bulkRecord', [{ what: 'append', holder: null, head: '', rows: [] }]],
  ['bulkRecord', [{ what: 'delete' }]],
  ['bulkRecord', [{ what: 'constructor' }]],
  ['bulkRecord', [null]],
  ['bulkOwn', ['']],
  ['bulkOwnReplace', ['run1', '', 1]],
  ['bulkKeep', [undefined]],
  ['bulkKeep', [{ ...KEEPING, entries: [[1]] }]],
  ['bulkKeep', [{ ...KEEPING, charged: 'a' }]],
  ['bulkRecall', [{ length: 3 }]],
  ['bulkShow', ['7', [1.5]]],
  ['bulkAddSheet', [{ title: 'x', rows: [[{}]], chart: null }]],
  ['bulkText', ['presets', {}]],
  ['bulkText', ['API_KEY', null]],
  ['bulkText', ['constructor', null]],
])('%s of %j is refused, and changes nothing', (message, args) => {
  const before = JSON.stringify([
    world.state.documentProperties.read(),
    world.state.sheets.map((sheet) => sheet.copy()),
  ]);
  const answer = world.callRpc(message, args);
  expect({
    answer,
    state: JSON.stringify([world.state.documentProperties.read(), world.state.sheets.map((sheet) => sheet.copy())]),
  }).toEqual({ answer: expect.objectContaining({ ok: false, code: 'actionMalformed' }), state: before });
});

it('none of the messages can be typed in a cell', () => {
  const messages = ['bulkKeep', 'bulkForget', 'bulkPaid', 'bulkRecord', 'bulkOwnReplace'];
  const shown = messages.map((message) => world.typeFormula('rpc', [message, []]).cells[0]?.[0]);
  expect(shown).toEqual(messages.map(() => '#ERROR!'));
});
