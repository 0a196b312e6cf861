import { toOverviewSheet } from '../../../shared/panel/enrich/overview/overview-sheet';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

const SHEET = {
  title: 'Technologies: [all]',
  rows: [
    ['Technology', 'Companies'],
    ['=React', 3],
    ['Vue', 2],
  ],
  charts: [{ title: 'Most common', row: 0, rows: 3, at: { row: 1, column: 4, rows: 10 } }],
};

let world: BulkWorld;
beforeEach(() => {
  world = new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), 'http://127.0.0.1:9');
});
afterEach(() => BulkWorld.close());

/** @param change is told each new sheet */
function addingSheets(change: (sheet: FakeSheet) => void): void {
  const add = world.workbook.addSheet.bind(world.workbook);
  world.workbook.addSheet = (name) => {
    const sheet = add(name);
    change(sheet);
    return sheet;
  };
}

it('is a sheet behind the others, whose texts stay texts', async () => {
  const inserted = await world.host.addSheet(SHEET);
  const [, sheet] = world.workbook.sheets;
  expect(inserted).toEqual({
    sheet: sheet?.id,
    name: 'Technologies   all',
    withoutChart: null,
  });
  expect(sheet?.rows.map((row) => row.map(({ shown, formula }) => [shown, formula]))).toEqual([
    [
      ['Technology', undefined],
      ['Companies', undefined],
    ],
    [
      ['=React', undefined],
      [3, undefined],
    ],
    [
      ['Vue', undefined],
      [2, undefined],
    ],
  ]);
});

it('has bar charts, each with its first name at the top and without a legend', async () => {
  await world.host.addSheet(SHEET);
  expect(world.workbook.sheets[1]?.charts).toEqual([
    {
      title: 'Most common',
      source: { row: 0, column: 0, rowCount: 3, columnCount: 2 },
      covers: { row: 1, column: 4, rowCount: 10, columnCount: 1 },
      ...{ hasLegend: false, hasLabels: true, hasValueAxis: false, hasGridlines: false, isFromTop: true },
    },
  ]);
});

it('says that there is no chart where the program draws none', async () => {
  addingSheets((sheet) => (sheet.addChart = undefined));
  expect((await world.host.addSheet(SHEET)).withoutChart).toBe(
    "This workbook can't draw charts. Save them as a picture instead.",
  );
});

const LOOKS = {
  ...{ widths: [30, 12], formats: [{ column: 1, format: '0%' }], frozenRows: 2 },
  textCells: [{ row: 2, column: 0 }],
  titles: [
    { row: 0, columns: 1, size: 14 },
    { row: 1, columns: 2, numbers: [1], fill: '#e8f0ee' },
  ],
  print: { rows: 3, columns: 5, scale: 90, breaks: [2] },
};

it('has bold titles, larger, with a fill or above numbers, rows that stay in view, and cells that stay text', async () => {
  await world.host.addSheet({ ...SHEET, looks: LOOKS });
  const [, sheet] = world.workbook.sheets;
  const looks = [
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 0],
  ].map(([row, column]) => sheet!.readLooks(row!, column!));
  expect([
    looks.map(({ isBold, size, fill, horizontal }) => [isBold, size, fill, horizontal]),
    sheet?.frozenRows,
    sheet?.formats.get('2:0'),
  ]).toEqual([
    [
      [true, 14, '', 'General'],
      [true, 11, '#e8f0ee', 'General'],
      [true, 11, '#e8f0ee', 'Right'],
      [false, 11, '', 'General'],
    ],
    2,
    '@',
  ]);
});

it('prints on upright pages that begin where they should, with the frozen rows on each', async () => {
  await world.host.addSheet({ ...SHEET, looks: LOOKS });
  expect(world.workbook.sheets[1]?.print).toEqual([
    { isUpright: true },
    { scale: 90 },
    { area: { row: 0, column: 0, rowCount: 3, columnCount: 5 } },
    { titleRows: [1, 2] },
    { breakAt: 2 },
  ]);
});

it('is complete, with its charts, where the program does not print', async () => {
  addingSheets((sheet) => (sheet.setPrint = undefined));
  const inserted = await world.host.addSheet({ ...SHEET, looks: LOOKS });
  expect([inserted.withoutChart, world.workbook.sheets[1]?.charts.length]).toEqual([null, 1]);
});

it('shows an Overview with ranges of employees as texts, shares in percent, and each chart beside its table', async () => {
  const overview = {
    ...{ companies: 2, withData: 2, withoutData: 0, notTracked: 0, unsaved: 0 },
    tables: [
      { is: 'technologies', of: 2, rows: [{ name: 'React', companies: 2 }] },
      { is: 'employees', of: 2, rows: [{ name: '11-50', companies: 1 }] },
    ],
  } as const;
  const source = { sheetName: 'Leads', columnTitle: 'Website', column: 0, enrichedMs: 0, credits: 2, unconfirmed: 0 };
  await world.host.addSheet(toOverviewSheet(overview, source));
  const [, sheet] = world.workbook.sheets;
  expect(sheet?.rows[17]?.slice(0, 3).map(({ shown }) => shown)).toEqual(['11-50', 1, 0.5]);
  expect(sheet?.readFormats({ row: 17, column: 1, rowCount: 1, columnCount: 2 })).toEqual([['#,##0', '0%']]);
  expect(sheet?.charts.map(({ title, source: { row }, covers }) => [title, row, covers])).toEqual([
    ['Top technologies', 7, { row: 7, column: 4, rowCount: 8, columnCount: 1 }],
    ['Employees', 16, { row: 16, column: 4, rowCount: 8, columnCount: 1 }],
  ]);
});

it('has another name where its own is taken, in whatever capitals, and none that Excel refuses', async () => {
  const long = 'x'.repeat(40);
  const names: string[] = [];
  for (const title of ['LEADS', 'Leads', long, long]) {
    names.push((await world.host.addSheet({ ...SHEET, title })).name);
  }
  expect(names).toEqual(['LEADS (2)', 'Leads (3)', 'x'.repeat(31), `${'x'.repeat(27)} (2)`]);
});
