import { FORMULA_PAYLOADS } from '../../fakes/formula-payloads';
import { panel, useBulkSheet, world } from './bulk-sheet';

useBulkSheet();

const TITLES = ['Checked on', 'Company'];
const check = (day: string, company: string) => ({
  title: 'What changed',
  titles: TITLES,
  rows: [[{ day }, company]],
  formats: [],
});
const added = () => world.state.sheets[1]!;
const addSheet = (title = 'What changed') =>
  panel.host.addSheet({ title, rows: [TITLES, [{ day: '2026-05-01' }, 'a.example']] });
const cells = (rows: number) =>
  Array.from({ length: rows }, (_row, down) =>
    [1, 2, 3].map((column) => added().value({ row: down + 1, column }) as unknown),
  );

it('rows go below the titles, and what users wrote beside earlier rows stays beside them', async () => {
  await addSheet();
  added().put({ row: 2, column: 3 }, 'my note');
  const name = await panel.host.insertBelowTitles(check('2026-06-01', 'b.example'));
  expect({ name, cells: cells(3), sheets: world.state.sheets.length }).toEqual({
    name: 'What changed',
    cells: [
      ['Checked on', 'Company', ''],
      [46_174, 'b.example', ''],
      [46_143, 'a.example', 'my note'],
    ],
    sheets: 2,
  });
});

it.each(FORMULA_PAYLOADS)('%j stays text', async (payload) => {
  await addSheet();
  await panel.host.insertBelowTitles(check('2026-06-01', payload));
  expect({ cell: cells(2)[1]![1], formulas: added().formulas() }).toEqual({ cell: payload, formulas: {} });
});

it.each([
  ['no sheet has that name', () => Promise.resolve()],
  ['a sheet of that name has other titles', () => addSheet().then(() => added().put({ row: 1, column: 2 }, 'Account'))],
  ['a sheet with these titles has another name', () => addSheet('Changes')],
])('nothing is written where %s', async (_why, prepare) => {
  await prepare();
  expect(await panel.host.insertBelowTitles(check('2026-06-01', 'b.example'))).toBeNull();
  expect(world.state.sheets.map((sheet) => sheet.value({ row: 3, column: 1 }))).not.toContain(46_174);
});

it('days and numbers are dates and numbers in their format, in a new sheet and below the titles', async () => {
  const formats = [{ column: 1, format: '#,##0' }];
  const row = [{ day: '2026-05-01' }, 1_200];
  await panel.host.addSheet({ title: 'What changed', rows: [TITLES, row], looks: { widths: [], formats } });
  await panel.host.insertBelowTitles({ title: 'What changed', titles: TITLES, rows: [row, row], formats });
  const grid = added();
  const read = [2, 3, 4].map((at) =>
    [1, 2].map((column) => [grid.value({ row: at, column }), grid.layout.formatAt({ row: at, column })]),
  );
  expect(read).toEqual(
    Array.from({ length: 3 }, () => [
      [46_143, 'yyyy-mm-dd'],
      [1_200, '#,##0'],
    ]),
  );
});
