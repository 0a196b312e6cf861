import { readSelection, type Area } from '../../../../shared/enrich/plan/selection';
import { triage } from '../../../../shared/enrich/plan/triage';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';

const TABLE = [
  ['Contact', 'Website', 'Note'],
  ['Ada', 'a1.example', 'hot'],
  ['Bob', 'https://www.a2.example/x', ''],
  ['Cleo', '', 'cold'],
];
const area = (row: number, rows: number, column: number, columns: number): Area => ({
  ...{ sheet: 'sheet-1', row, rows, column, columns },
});
const look = async (bench: Bench, selected: Area, column: number | null = null) =>
  await drive((ports) => readSelection(ports, selected, column), bench.host, bench.grid);

test('of a table the column is taken that names the most companies', async () => {
  const { column, columns, triage } = await look(new Bench(TABLE), area(0, 4, 0, 3));
  expect({
    column,
    columns,
    header: triage.header,
    domains: triage.domains,
    urls: triage.urls,
    blank: triage.blank,
  }).toEqual({
    column: 1,
    columns: [{ column: 1, title: 'Website' }],
    header: { row: 0, title: 'Website' },
    domains: 1,
    urls: 1,
    blank: 1,
  });
});

test('a person may choose another column that may hold companies', async () => {
  const rows = [
    ['Website', 'Partner', 'Title', 'Rows', 'Remark'],
    ['a1.example', 'Figma Inc', 'VP Sales', 3, 'Wants to see how this works before the end of the year.'],
    ['a2.example', 'Zoom', 'CEO', 5, ''],
  ];
  const { column, columns } = await look(new Bench(rows), area(0, 3, 0, 5), 1);
  expect({ column, titles: columns.map(({ title }) => title) }).toEqual({ column: 1, titles: ['Website', 'Partner'] });
});

test('what stands beside a known title is a title too', async () => {
  const rows = [
    ['Website', 'Target'],
    ['a1.example', 'Figma Inc'],
    ['a2.example', 'Zoom'],
  ];
  const { triage } = await look(new Bench(rows), area(0, 3, 0, 2), 1);
  expect({ title: triage.header?.title, names: triage.names }).toEqual({ title: 'Target', names: 2 });
});

test('of a table without domains the column of names is taken', async () => {
  const rows = [
    ['Owner', 'Notes', 'Customer'],
    ['Ada', 'Met at the fair', 'Figma Inc'],
    ['Bob', 'Wants a demo', 'Zoom Video'],
  ];
  expect((await look(new Bench(rows), area(0, 3, 0, 3))).column).toBe(2);
  expect((await look(new Bench(rows), area(1, 1, 1, 1))).column).toBe(2);
});

test('one cell selects its whole column, and its own row is known', async () => {
  const { area: taken, isWidened, selectedRow, triage } = await look(new Bench(TABLE), area(2, 1, 1, 1));
  expect({ row: taken.row, rows: taken.rows, isWidened, selectedRow, triaged: triage.rows.length }).toEqual({
    row: 0,
    rows: 4,
    isWidened: true,
    selectedRow: 2,
    triaged: 3,
  });
});

test.each([
  ['a name beside', 1, 0],
  ['a title', 0, 2],
  ['a blank cell', 3, 2],
  ['a cell outside of the table', 1, 9],
])('the column of domains is found from any cell: %s', async (_what, row, column) => {
  const found = await look(new Bench(TABLE), area(row, 1, column, 1));
  expect({ column: found.column, header: found.triage.header, rows: found.triage.rows.length }).toEqual({
    column: 1,
    header: { row: 0, title: 'Website' },
    rows: 3,
  });
});

test('a column of domains that is clicked is taken before a fuller one', async () => {
  const rows = [
    ['Website', 'Partner'],
    ['a1.example', 'b1.example'],
    ['a2.example', ''],
  ];
  const found = await look(new Bench(rows), area(1, 1, 1, 1));
  expect({ column: found.column, titles: found.columns.map(({ title }) => title) }).toEqual({
    column: 1,
    titles: ['Website', 'Partner'],
  });
});

test('names are taken where the sheet has no domains', async () => {
  const rows = [['Company'], ['Stripe, Inc.'], ['Figma Ltd.']];
  expect((await look(new Bench(rows), area(1, 1, 0, 1))).triage.looksLikeNames).toBe(true);
});

test('blank cells that belong to a merged one are counted', async () => {
  const bench = new Bench([['Website'], ['a1.example'], [''], [''], ['']]);
  for (const row of [1, 2, 3]) bench.grid.at(row, 0).merged = true;
  expect((await look(bench, area(0, 5, 0, 1))).merged).toBe(2);
});

test('cells of a column are taken as they are selected', async () => {
  const { area: taken, isWidened, triage } = await look(new Bench(TABLE), area(1, 2, 1, 1));
  expect({ row: taken.row, isWidened, rows: triage.rows.map(({ row }) => row) }).toEqual({
    row: 1,
    isWidened: false,
    rows: [1, 2],
  });
});

test.each([
  ['right above', area(1, 3, 1, 1), { row: 0, title: 'Website' }],
  ['further up', area(2, 1, 1, 2), { row: 0, title: 'Website' }],
  ['below a blank cell, where it is another table', area(6, 2, 1, 1), null],
])('the title of the column is found above what is selected: %s', async (_where, selected, header) => {
  const rows = [...TABLE, ['', '', ''], ['', 'b0.example', ''], ['', 'b1.example', ''], ['', 'b2.example', '']];
  const { triage, isTitleAbove } = await look(new Bench(rows), selected);
  expect({ header: triage.header, isTitleAbove }).toEqual({ header, isTitleAbove: header !== null });
});

test.each([
  ['empty cells', area(0, 3, 7, 2)],
  ['nothing', area(0, 0, 0, 0)],
])('%s are refused with a sentence', async (_what, selected) => {
  await expect(async () => await look(new Bench(TABLE), selected)).rejects.toThrow(
    'Nothing is selected. Select a column of domains.',
  );
});

test('a sheet that is gone is said to be gone', async () => {
  const bench = new Bench(TABLE);
  bench.grid.isGone = true;
  await expect(async () => await look(bench, area(0, 4, 0, 3))).rejects.toThrow(
    'The sheet of this enrichment is missing.',
  );
});

test('a selection of 200,000 companies is refused with its size', () => {
  const cells = Array.from({ length: 200_000 }, (_row, at) => [`a${at}.example`]);
  expect(() => triage(cells, 0)).toThrow('200,000');
});
