import { ANCHORS } from '../../excel-addin/bulk/anchors';
import { insertAt } from '../../excel-addin/bulk/write/insert-cells';
import { splitByLock } from '../../excel-addin/bulk/locked-cells';
import { TABLES } from '../../excel-addin/bulk/tables';
import type { ExcelContext } from '../../excel-addin/excel-api';
import { findLocked } from '../../excel-addin/freeze/parts';
import { makeExcelApi } from '../../workbook/office/excel-api';
import { FakeSheet } from '../fakes/excel/sheet';
import { FakeWorkbook } from '../fakes/excel/workbook';

/** What Excel is asked for stays below the 5 MB that it carries on the web, however large the sheet is. */

let workbook: FakeWorkbook;
let sheet: FakeSheet;
beforeEach(() => {
  sheet = new FakeSheet([[{ shown: 'Domain' }], [{ shown: 'stripe.com' }]]);
  workbook = new FakeWorkbook(sheet);
  Object.assign(globalThis, { Excel: makeExcelApi(workbook) });
});
afterEach(() => Reflect.deleteProperty(globalThis, 'Excel'));

function run<T>(work: (context: ExcelContext) => Promise<T>): Promise<T> {
  const { Excel } = globalThis as unknown as { Excel: { run(options: object, errand: typeof work): Promise<T> } };
  return Excel.run({}, work);
}

it('which of 90,000 cells are locked', async () => {
  sheet.protect(['89999:0']);
  const cells = Array.from({ length: 90_000 }, (_cell, row) => ({ row, column: 0, rows: 1, columns: 1 }));
  const found = await run((context) => findLocked(context, context.workbook.worksheets.getItem('sheet-1'), cells));
  expect(found).toEqual(new Set(['89999 0']));
});

it('which of 90,000 cells of a writing are locked', async () => {
  sheet.protect(['89999:0']);
  const entries = Array.from({ length: 90_000 }, () => [{ value: 'x', format: null }]);
  const { open, locked } = await run((context) => splitByLock(context, 'sheet-1', [{ row: 0, column: 0, entries }]));
  expect({ open: open.map((piece) => [piece.row, piece.entries.length]), locked }).toEqual({
    open: [[0, 89_999]],
    locked: [{ row: 89_999, column: 0 }],
  });
});

it('whether 2,000,000 cells beside a table are blank', async () => {
  sheet.tables.add({ row: 0, column: 0, rowCount: 100_000, columnCount: 1 });
  const [table] = await TABLES.list('sheet-1');
  const titles = Array.from({ length: 20 }, (_title, at) => `Title ${at}`);
  await TABLES.extend('sheet-1', table!.id, titles);
  expect(sheet.tables.all[0]!.area.columnCount).toBe(21);
});

it('where a blank spilled cell is among 50,000', async () => {
  const from = { row: 2_500, column: 1 };
  sheet.put(2_500, 1, { shown: '', formula: '', from } as never);
  sheet.put(2_501, 1, { shown: '', from });
  const place = { sheet: 'sheet-1', row: 10, column: 1, rows: 50_000, columns: 1 };
  expect(await insertAt({ ...place, content: { formula: '=TRACE_TECH("stripe.com")' } })).toMatchObject({
    ...{ is: 'inTheWay', row: 2_500, column: 1 },
  });
});

it('the names of 100 sheets, each of which tells those of the workbook too, of which the marks are deleted', async () => {
  const cells = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  for (let at = 0; at < 250; at += 1) {
    workbook.addName(`N${String(at).padStart(3, '0')}${'x'.repeat(250)}`, 'sheet-1', cells);
  }
  workbook.addName('_Trace.abcdefgh.in', 'sheet-1', cells);
  for (let at = 0; at < 100; at += 1) workbook.addSheet(`S${at}`);
  await ANCHORS.remove(null);
  expect(workbook.readNames()).toHaveLength(250);
});
