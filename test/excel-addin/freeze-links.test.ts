import { BulkWorld } from '../fakes/excel/bulk-world';
import { ColumnEdits } from '../fakes/excel/column-edits';
import { calls, cell, formulasOf, open } from '../fakes/excel/freezing';
import type { FakeCell, FakeSheet } from '../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

const COUNTRIES = { 'stripe.com': 'US', 'figma.com': 'US', 'sap.com': 'DE' };
const STAYS_UNSAFE = '• Other functions, or references that could not be restored: 1';
const STAY = 'because it is not clear where its formula belongs:';

/** A table of domains and of something else, and beside it what a formula shows in each row. */
function openBeside(
  formula: string,
  titles: readonly [string, string] = ['Domain', 'Website'],
): ReturnType<typeof open> {
  const opened = open(
    [...titles, '', ''].map(cell),
    ...Object.entries(COUNTRIES).map(([domain, country]) => [
      cell(domain),
      cell(domain),
      cell(''),
      calls(formula, country),
    ]),
  );
  opened.world.sheet.answer = ([domain]) => COUNTRIES[domain as keyof typeof COUNTRIES];
  opened.world.sheet.tables.add({ row: 0, column: 0, rowCount: 4, columnCount: 2 });
  return opened;
}

/** The same with the formulas on a sheet of their own. */
function openReport(): ReturnType<typeof open> & { readonly report: FakeSheet } {
  const opened = openBeside('=1');
  const { sheet, workbook } = opened.world;
  for (const row of [1, 2, 3]) sheet.put(row, 3, cell(''));
  const report = workbook.addSheet('Report');
  Object.values(COUNTRIES).forEach((country, at) =>
    report.put(at + 1, 0, calls('=TRACE_COMPANY(Table1[@Domain],"country")', country)),
  );
  return { ...opened, report };
}

it("never comes back onto the table of a copied sheet where the sheet's own column is gone", async () => {
  const { world, freezing } = openBeside('=TRACE_COMPANY(Table1[@Domain],"country")');
  await freezing.freeze('file');
  const edits = new ColumnEdits(world.workbook);
  const copy = edits.duplicate(world.sheet, 'sheet-2');
  edits.delete(world.sheet, 0);
  world.sheet.tables.resize('{table-0}', { row: 0, column: 0, rowCount: 4, columnCount: 1 });
  expect(await freezing.thaw()).toBe('3 formulas back.');
  const back = '=TRACE_COMPANY(Table13[@Domain],"country")';
  expect({ own: formulasOf(world.sheet), copy: formulasOf(copy) }).toEqual({
    own: {},
    copy: { D2: back, D3: back, D4: back },
  });
});

it('a formula about the table of another sheet comes back with that table, also while the sheet has a copy', async () => {
  const { world, freezing, report } = openReport();
  const before = formulasOf(report);
  await freezing.freeze('file');
  new ColumnEdits(world.workbook).duplicate(world.sheet, 'sheet-3');
  expect(await freezing.thaw()).toBe('3 formulas back.');
  expect(formulasOf(report)).toEqual(before);
});

it('a formula about the table of another sheet does not come back with that of its copy', async () => {
  const { world, freezing, report } = openReport();
  await freezing.freeze('file');
  const edits = new ColumnEdits(world.workbook);
  edits.duplicate(world.sheet, 'sheet-3');
  edits.delete(world.sheet, 0);
  expect(await freezing.thaw()).toContain('3 values stay');
  expect(formulasOf(report)).toEqual({});
});

it('a formula about the table of a copied sheet is frozen and comes back after the first sheet is gone', async () => {
  const { world, freezing, report } = openReport();
  await freezing.freeze('file');
  const edits = new ColumnEdits(world.workbook);
  edits.duplicate(world.sheet, 'sheet-3');
  edits.deleteSheet(world.sheet);
  const again = '=TRACE_COMPANY(Table13[@Domain],"country")';
  Object.values(COUNTRIES).forEach((country, at) => report.put(at + 1, 0, calls(again, country)));
  expect(await freezing.freeze('file')).toContain('3 formulas frozen');
  // The first ones, which nobody can have back, are told besides.
  expect(await freezing.thaw()).toContain('3 formulas back.');
  expect(formulasOf(report)).toEqual({ A2: again, A3: again, A4: again });
});

it.each([["'Book 2.xlsx'!Table1[@Domain]"], ['Book2.xlsx!Table1[@Domain]'], ["'Leads'!Table1[@Domain]"]])(
  '%s, which may be in another workbook, stays a formula',
  async (input) => {
    const { world, freezing } = openBeside('=1');
    for (const row of [1, 2, 3]) world.sheet.put(row, 3, cell(''));
    world.sheet.put(1, 3, calls(`=TRACE_COMPANY(${input},"country")`, 'US'));
    expect(await freezing.freeze('file')).toContain(STAYS_UNSAFE);
  },
);

it.each([
  ['Table1[@Domain]', ' Website', 'Table1[@[ Website]]'],
  ['Table1[Domain]', ' Website', 'Table1[[ Website]]'],
  ['Table1[Domain]', 'Web site', 'Table1[Web site]'],
  ['Table1[@Domain]', 'me@work', "Table1[@[me'@work]]"],
])('%s comes back as Excel reads it after its column got the title "%s"', async (input, title, now) => {
  const { world, freezing } = openBeside('=1', ['Domain', 'Note']);
  for (const row of [2, 3]) world.sheet.put(row, 3, cell(''));
  world.sheet.put(1, 3, calls(`=TRACE_COST(${input})`, 3));
  await freezing.freeze('file');
  world.sheet.tables.renameColumn('{table-0}', 0, title);
  const back = { D2: `=TRACE_COST(${now})` };
  expect(await freezing.thaw()).toBe('1 formula back.');
  expect(formulasOf(world.sheet)).toEqual(back);
  await freezing.freeze('file');
  expect(await freezing.thaw()).toBe('1 formula back.');
  expect(formulasOf(world.sheet)).toEqual(back);
});

it('a column that was dragged inside its table is not taken for the one that is in its place now', async () => {
  const { world, freezing } = openBeside('=TRACE_COMPANY(Table1[@Website],"country")');
  await freezing.freeze('file');
  for (const cells of world.sheet.rows.slice(0, 4) as FakeCell[][]) [cells[0], cells[1]] = [cells[1]!, cells[0]!];
  expect(await freezing.thaw()).toContain(
    `3 values stay, ${STAY.replace('its formula belongs', 'their formulas belong')}`,
  );
  expect(formulasOf(world.sheet)).toEqual({});
});

it('a formula that was frozen again after its column was renamed comes back', async () => {
  const { world, freezing } = openBeside('=TRACE_COMPANY(Table1[@Domain],"country")');
  await freezing.freeze('file');
  await freezing.thaw();
  world.sheet.tables.renameColumn('{table-0}', 0, 'Site');
  await freezing.freeze('file');
  world.sheet.tables.renameColumn('{table-0}', 0, 'Home');
  expect(await freezing.thaw()).toBe('3 formulas back.');
  const back = '=TRACE_COMPANY(Table1[@Home],"country")';
  expect(formulasOf(world.sheet)).toEqual({ D2: back, D3: back, D4: back });
});

it('a table without rows keeps no formula of others from being frozen', async () => {
  const { world, freezing } = openBeside('=TRACE_COMPANY(Table1[@Domain],"country")');
  world.sheet.tables.add({ row: 7, column: 0, rowCount: 1, columnCount: 2 });
  expect(await freezing.freeze('file')).toContain('3 formulas frozen');
  expect(await freezing.thaw()).toBe('3 formulas back.');
});
