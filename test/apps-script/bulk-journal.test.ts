import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

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

const codeOf = (asked: PromiseLike<unknown>): PromiseLike<unknown> =>
  asked.then(
    () => 'done',
    (thrown: { code?: string }) => thrown.code,
  );

it('where Google refuses its properties, that is the reason, and the journal is as it was', async () => {
  const { ports } = panel.host;
  await ports.journal.load();
  await ports.journal.save(new Map([['head', '{"a":1}']]));
  world.state.documentProperties.fault = 'Service invoked too many times for one day: properties.';
  const refused = await codeOf(Promise.resolve(ports.journal.save(new Map([['head', '{"a":2}']]))));
  world.state.documentProperties.fault = null;
  const loaded = await new BulkPanel(world).host.ports.journal.load();
  expect({ refused, loaded }).toEqual({ refused: 'storeQuota', loaded: new Map([['head', '{"a":1}']]) });
});

it('texts of any language and length come back from the journal as they were', async () => {
  const { ports } = panel.host;
  await ports.journal.load();
  const parts = new Map([
    ['head', JSON.stringify({ title: '会社 🏢 é' })],
    ['block.0', JSON.stringify('🏢'.repeat(30_000))],
    ['rows.0', JSON.stringify('1'.repeat(100_000))],
  ]);
  await ports.journal.save(parts);
  const loaded = await new BulkPanel(world).host.ports.journal.load();
  const read = [...loaded!].map(([name, text]) => [name, JSON.parse(text) as unknown]);
  expect(read).toEqual([...parts].map(([name, text]) => [name, JSON.parse(text) as unknown]));
});

const LONG = new Map([
  ['head', JSON.stringify('head')],
  ['rows.0', JSON.stringify('0'.repeat(60_000))],
  ['rows.1', JSON.stringify('1'.repeat(60_000))],
]);
const keptTexts = (): SheetGrid => world.state.sheets.find(({ name }) => name === '_trace')!;

it.each([
  ['sorted', (trace: SheetGrid) => trace.reorder([1, 4, 5, 2, 3]), ['rows.0', 'rows.1']],
  ['sorted within a part', (trace: SheetGrid) => trace.reorder([1, 3, 2, 4, 5]), ['rows.0']],
  [
    'edited in one letter',
    (trace: SheetGrid) => {
      const place = { row: 4, column: 1 };
      trace.hold(place, String(trace.value(place)).replace(/1$/, '2'));
    },
    ['rows.1'],
  ],
  ['cut', (trace: SheetGrid) => trace.hold({ row: 5, column: 1 }, ''), ['rows.1']],
])('a journal whose sheet was %s is damaged in those parts, and in no other', async (_name, act, damaged) => {
  const { ports } = panel.host;
  await ports.journal.load();
  await ports.journal.save(LONG);
  act(keptTexts());
  const loaded = await new BulkPanel(world).host.ports.journal.load();
  const expected = [...LONG].map(([name, text]) => [name, damaged.includes(name) ? '' : text]);
  expect([...loaded!]).toEqual(expected);
});

it('a piece of an earlier saving in the place of a newer one is damaged', async () => {
  const { ports } = panel.host;
  await ports.journal.load();
  await ports.journal.save(LONG);
  const old = keptTexts().value({ row: 2, column: 1 });
  await ports.journal.save(new Map([['rows.0', JSON.stringify('2'.repeat(60_000))]]));
  keptTexts().hold({ row: 6, column: 1 }, old);
  const loaded = await new BulkPanel(world).host.ports.journal.load();
  expect({ damaged: loaded!.get('rows.0'), whole: loaded!.get('rows.1') }).toEqual({
    damaged: '',
    whole: LONG.get('rows.1'),
  });
});

it("people's own sheet of that name is left alone", async () => {
  const own = new SheetGrid(9, '_trace');
  own.hold({ row: 1, column: 1 }, 'mine');
  own.layout.isHidden = true;
  world.state.sheets.push(own);
  const { ports } = panel.host;
  await ports.journal.load();
  await ports.journal.save(new Map([['rows.0', JSON.stringify('x'.repeat(60_000))]]));
  const names = world.state.sheets.map(({ name }) => name);
  await ports.journal.remove();
  expect({ names, namesAfterRemoval: world.state.sheets.map(({ name }) => name), own: own.filled() }).toEqual({
    names: ['Leads', '_trace', '_trace 2'],
    namesAfterRemoval: ['Leads', '_trace'],
    own: { row: 1, column: 1 },
  });
});
