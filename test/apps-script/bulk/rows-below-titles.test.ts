import { FORMULA_PAYLOADS } from '../../fakes/formula-payloads';
import { panel, useBulkSheet, world } from './bulk-sheet';

useBulkSheet();

const TITLES = ['Checked on', 'Company'];
const check = (day: string, company: string) => ({ title: 'What changed', titles: TITLES, rows: [[day, company]] });
const added = () => world.state.sheets[1]!;
const addSheet = (title = 'What changed') =>
  panel.host.insertSummary({ title, rows: [TITLES, ['2026-05-01', 'a.example']] });
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
      ['2026-06-01', 'b.example', ''],
      ['2026-05-01', 'a.example', 'my note'],
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
  expect(world.state.sheets.map((sheet) => sheet.value({ row: 3, column: 1 }))).not.toContain('2026-05-01');
});
