import type { ThawTerms } from '../../shared/ports';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { ColumnEdits } from '../fakes/excel/column-edits';
import { calls, cell, formulasOf, open, select } from '../fakes/excel/freezing';
import type { FakeCell } from '../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

type Opened = ReturnType<typeof open>;
const COUNTRIES: Readonly<Record<string, string>> = { 'stripe.com': 'US', 'figma.com': 'US', 'sap.com': 'DE' };
const DOMAINS = Object.keys(COUNTRIES);

const ofRow = (input: string) => (domain: string) => calls(`=TRACE_COMPANY(${input},"country")`, COUNTRIES[domain]);

/** A table of domains in A, and in B what its formulas show. */
function openTable(of: (domain: string) => FakeCell, title = 'Domain', ...more: readonly FakeCell[]): Opened {
  const opened = open(
    [cell(title), cell('Country')],
    ...DOMAINS.map((domain, at) => [
      cell(domain),
      of(domain),
      ...(at === 0 && more.length > 0 ? [cell(''), ...more] : []),
    ]),
  );
  const { sheet } = opened.world;
  sheet.tables.add({ row: 0, column: 0, rowCount: DOMAINS.length + 1, columnCount: 2 });
  sheet.answer = ([domain]) => COUNTRIES[String(domain)] ?? 'none';
  return opened;
}

it.each([
  ['[@Domain]', 'Domain'],
  ['[@[Company domain]]', 'Company domain'],
  ["[@[Company''s '[web'] '#1]]", "Company's [web] #1"],
  ['[[#This Row],[Domain]]', 'Domain'],
])('freezes and thaws formulas in a table that take %s, as they were', async (input, title) => {
  const { world, freezing } = openTable(ofRow(input), title);
  if (input.includes('This')) world.sheet.references.thisRow = '#This Row';
  const before = formulasOf(world.sheet);
  expect(await freezing.freeze('file')).toBe('3 formulas frozen to values. Thaw brings formulas back.');
  expect({ formulas: formulasOf(world.sheet), row: world.sheet.values(2)[1] }).toEqual({
    formulas: {},
    row: ['stripe.com', 'US'],
  });
  expect(await freezing.thaw()).toBe('3 formulas back.');
  expect(formulasOf(world.sheet)).toEqual(before);
  expect(
    world.sheet
      .values(2)
      .slice(1)
      .map(([, country]) => country),
  ).toEqual(['US', 'US', 'DE']);
});

it('each formula is back beside its company after rows were sorted, inserted and removed, and the table was renamed', async () => {
  const { world, freezing } = openTable(ofRow('[@Domain]'));
  const { sheet } = world;
  await freezing.freeze('file');
  const [, stripe, figma, sap] = sheet.rows;
  sheet.rows.splice(1, 3, sap!, stripe!, figma!);
  sheet.tables.insertRow(0);
  sheet.tables.insertRow(3);
  sheet.put(3, 0, cell('mine.com'));
  sheet.put(3, 1, cell('US'));
  sheet.tables.rename('{table-0}', 'Leads');
  sheet.tables.renameColumn('{table-0}', 0, 'Web site');
  new ColumnEdits(world.workbook).insert(sheet, 0);
  expect(await freezing.thaw()).toBe('3 formulas back.');
  const back = '=TRACE_COMPANY([@[Web site]],"country")';
  expect(formulasOf(sheet)).toEqual({ C3: back, C5: back, C6: back });
  expect(sheet.values(3).slice(2)).toEqual([
    ['', 'sap.com', 'DE'],
    ['', 'mine.com', 'US'],
    ['', 'stripe.com', 'US'],
    ['', 'figma.com', 'US'],
  ]);
});

it('outside of the table formulas name it, by its name as it is then', async () => {
  const { world, freezing } = openTable(
    () => cell('note'),
    'Domain',
    calls('=TRACE_TECH(Table1[@Domain])', 'Ruby'),
    calls('=TRACE_COST(Table1[Domain])', 3),
    calls('=TRACE_COMPANY(A2,Table1[[#Headers],[Country]])', 'US'),
  );
  const before = formulasOf(world.sheet);
  expect(await freezing.freeze('file')).toContain('3 formulas frozen');
  expect(await freezing.thaw()).toBe('3 formulas back.');
  expect(formulasOf(world.sheet)).toEqual(before);
  await freezing.freeze('file');
  world.sheet.tables.rename('{table-0}', 'Leads');
  expect(await freezing.thaw()).toBe('3 formulas back.');
  expect(formulasOf(world.sheet)).toEqual({
    D2: '=TRACE_TECH(Leads[@Domain])',
    E2: '=TRACE_COST(Leads[Domain])',
    F2: '=TRACE_COMPANY(A2,Leads[[#Headers],[Country]])',
  });
});

/** A table of domains in A, and beside it a range that one formula fills. */
function openBeside(formula: string): Opened {
  const from = { row: 1, column: 3 };
  const opened = open(
    [cell('Domain'), cell('Note'), cell(''), cell('')],
    ...DOMAINS.map((domain, at) => [
      cell(domain),
      cell(''),
      cell(''),
      at === 0 ? calls(formula, 'US') : { shown: COUNTRIES[domain], from },
    ]),
  );
  opened.world.sheet.tables.add({ row: 0, column: 0, rowCount: 4, columnCount: 2 });
  return opened;
}

it('a whole column is back after the table has grown, and in a sheet of its own', async () => {
  const formula = '=TRACE_COMPANY(Table1[Domain],"country")';
  const { world, freezing } = openBeside(formula);
  const other = world.workbook.addSheet('Report');
  const from = { row: 0, column: 0 };
  [calls(formula, 'US'), { shown: 'US', from }, { shown: 'DE', from }].forEach((each, row) => other.put(row, 0, each));
  expect(await freezing.freeze('file')).toContain('2 formulas frozen');
  expect(world.sheet.values(4)[3]).toEqual(['sap.com', '', '', 'DE']);
  world.sheet.put(4, 0, cell('new.com'));
  world.sheet.tables.resize('{table-0}', { row: 0, column: 0, rowCount: 5, columnCount: 2 });
  world.sheet.tables.rename('{table-0}', 'Leads');
  world.openAgain();
  expect(await world.host.freezing!.thaw()).toBe('2 formulas back.');
  const back = '=TRACE_COMPANY(Leads[Domain],"country")';
  expect({ sheet: formulasOf(world.sheet), other: formulasOf(other) }).toEqual({
    sheet: { D2: back },
    other: { A1: back },
  });
});

it('a copy of the sheet is thawed with its own table', async () => {
  const { world, freezing } = openTable(ofRow('[@Domain]'), 'Domain', calls('=TRACE_TECH(Table1[@Domain])', 'Ruby'));
  const before = formulasOf(world.sheet);
  await freezing.freeze('file');
  const copy = new ColumnEdits(world.workbook).duplicate(world.sheet, 'sheet-2');
  expect(await freezing.thaw()).toBe('8 formulas back.');
  expect({ sheet: formulasOf(world.sheet), copy: formulasOf(copy) }).toEqual({
    sheet: before,
    copy: { ...before, D2: '=TRACE_TECH(Table13[@Domain])' },
  });
});

it.each([
  ['the table is a range again', (world: BulkWorld) => void world.sheet.tables.all.splice(0)],
  ['its column was deleted', (world: BulkWorld) => new ColumnEdits(world.workbook).delete(world.sheet, 0)],
  ['a row was added among the others', (world: BulkWorld) => world.sheet.tables.insertRow(2)],
])('the values stay where %s, and it says so', async (_what, act) => {
  const { world, freezing } = openBeside('=TRACE_COMPANY(Table1[Domain],"country")');
  await freezing.freeze('file');
  act(world);
  if (world.sheet.rows[2]?.length === 0) world.sheet.put(2, 0, cell('new.com'));
  expect(await freezing.thaw()).toContain('1 value stays, because it is not clear where its formula belongs:');
  expect(formulasOf(world.sheet)).toEqual({});
});

it.each([
  ['a whole table', '=TRACE_COST(Table1[])'],
  ['several columns', '=TRACE_COST(Table1[[Domain]:[Country]])'],
  ['a call in what only looks like a column', '=TRACE_TECH(Table1[@Domain])&WEBSERVICE(Table1[@Country])'],
])('%s stays a formula, and it says so', async (_what, formula) => {
  const { world, freezing } = openTable(() => cell('US'), 'Domain', calls(formula, 3));
  expect(await freezing.freeze('file')).toContain('• Other functions, or references that could not be restored: 1');
  expect(Object.keys(formulasOf(world.sheet))).toEqual(['D2']);
});

it('of two tables one below the other, each formula comes back with its own', async () => {
  const { world, freezing } = openTable(() => cell('note'), 'Domain', calls('=TRACE_COST(Table2[Domain])', 3));
  const { sheet } = world;
  sheet.put(2, 3, calls('=TRACE_COST(Table1[Domain])', 3));
  [cell('Domain'), cell('notion.so')].forEach((each, at) => sheet.put(6 + at, 0, each));
  sheet.tables.add({ row: 6, column: 0, rowCount: 2, columnCount: 1 });
  const before = formulasOf(sheet);
  expect(await freezing.freeze('file')).toContain('2 formulas frozen');
  expect(await freezing.thaw()).toBe('2 formulas back.');
  expect(formulasOf(sheet)).toEqual(before);
});

it('formulas of a table without titles stay', async () => {
  const { world, freezing } = openTable(() => cell('note'), 'Domain', calls('=TRACE_COST(Table1[Domain])', 3));
  world.sheet.tables.all[0] = { ...world.sheet.tables.all[0]!, hasTitles: false };
  expect(await freezing.freeze('file')).toContain('• Other functions, or references that could not be restored: 1');
});

it('rows that are sorted between reading and writing lose no formula', async () => {
  const { world, freezing } = openTable(ofRow('[@Domain]'));
  select(world, 1, 1);
  let isSorted = false;
  const { sheet } = world;
  const read = sheet.readTexts.bind(sheet);
  sheet.readTexts = (area) => {
    if (!isSorted) sheet.rows.splice(1, 2, sheet.rows[2]!, sheet.rows[1]!);
    isSorted = true;
    return read(area);
  };
  expect(await freezing.freeze('selection')).toContain(
    '• Could not be replaced. Freeze again, or paste them as values: 1',
  );
  expect(Object.keys(formulasOf(sheet))).toEqual(['B2', 'B3', 'B4']);
});

it('asks for the price of the companies that the rows name, each once', async () => {
  const { world, freezing } = openTable(ofRow('[@Domain]'));
  world.sheet.put(3, 0, cell('figma.com'));
  await freezing.freeze('file');
  world.storage.setItem('trace.apiKey', 'trace_demo');
  expect(((await freezing.thaw()) as ThawTerms).price).toMatchObject({ cells: 3, credits: 2, isLeast: false });
});
