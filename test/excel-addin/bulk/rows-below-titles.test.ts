import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

const TITLES = ['Checked on', 'Company'];
const check = (day: string, company: string) => ({
  title: 'What changed',
  titles: TITLES,
  rows: [[{ day }, company]],
  formats: [],
});

let world: BulkWorld;
beforeEach(() => {
  world = new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), 'http://127.0.0.1:9');
});
afterEach(() => BulkWorld.close());

const added = () => world.workbook.sheets[1]!;
const addSheet = (title = 'What changed') =>
  world.host.addSheet({
    title,
    rows: [TITLES, [{ day: '2026-05-01' }, 'a.example']],
    looks: { widths: [], formats: [], titles: [{ row: 0, columns: 2 }] },
  });

it('rows go below the titles, and what users wrote beside earlier rows stays beside them', async () => {
  await addSheet();
  added().put(1, 2, { shown: 'my note' });
  const name = await world.host.insertBelowTitles(check('2026-06-01', '=b.example'));
  const isBold = [0, 1, 2].map((row) => added().readLooks(row, 0).isBold);
  expect({ name, cells: added().values(3), isBold }).toEqual({
    name: 'What changed',
    cells: [
      ['Checked on', 'Company', ''],
      [46_174, '=b.example', ''],
      [46_143, 'a.example', 'my note'],
    ],
    isBold: [true, false, false],
  });
  expect(world.workbook.sheets).toHaveLength(2);
});

it.each([
  ['no sheet has that name', () => Promise.resolve()],
  ['a sheet of that name has other titles', () => addSheet().then(() => added().put(0, 1, { shown: 'Account' }))],
  ['a sheet with these titles has another name', () => addSheet('Changes')],
])('nothing is written where %s', async (_why, prepare) => {
  await prepare();
  const before = world.workbook.sheets.map((sheet) => sheet.values(3));
  expect(await world.host.insertBelowTitles(check('2026-06-01', 'b.example'))).toBeNull();
  expect(world.workbook.sheets.map((sheet) => sheet.values(3))).toEqual(before);
});

it('a protected sheet refuses the rows, and keeps what it has', async () => {
  await addSheet();
  added().protect([]);
  await expect(world.host.insertBelowTitles(check('2026-06-01', 'b.example'))).rejects.toMatchObject({
    code: 'cellsProtected',
  });
  expect(added().values(2)).toEqual([TITLES, [46_143, 'a.example']]);
});

it.each([
  ['the usual date system', 1_463, 46_143],
  ['the date system of 1904', 1, 44_681],
])('days and numbers are dates and numbers in their format, in %s', async (_system, serialOf1904, serial) => {
  world.workbook.serialOf1904 = serialOf1904;
  const formats = [{ column: 1, format: '#,##0' }];
  const row = [{ day: '2026-05-01' }, 1_200];
  await world.host.addSheet({ title: 'What changed', rows: [TITLES, row], looks: { widths: [], formats } });
  await world.host.insertBelowTitles({ title: 'What changed', titles: TITLES, rows: [row], formats });
  const area = { row: 1, column: 0, rowCount: 2, columnCount: 2 };
  expect([added().readValues(area), added().readFormats(area)]).toEqual([
    [
      [serial, 1_200],
      [serial, 1_200],
    ],
    [
      ['yyyy-mm-dd', '#,##0'],
      ['yyyy-mm-dd', '#,##0'],
    ],
  ]);
});
