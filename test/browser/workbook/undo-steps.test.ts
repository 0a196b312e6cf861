import { serveWorkbook } from '../served-workbook';
import { companyRows, openSheet, openWithPort, startRun, valuesOf, type BulkGlobals } from './port-page';
import type { WorkbookPage } from './workbook-page';

/** What Ctrl+Z takes back of what the panel does to the sheet. Each test has a sheet of its own. */
const served = serveWorkbook();
let workbook: WorkbookPage;

beforeAll(async () => {
  workbook = await openWithPort(await served.browser.newContext(), served.origin, 1);
});
beforeEach(() => served.control('reset', { credits: 5_000 }));
afterEach(() => expect(workbook.errors).toEqual([]));

/** Beside their domains. */
const answersOf = (from: number, to: number) => companyRows(from, to).map(([, ...answers]) => answers);

async function pressUndo(times: number): Promise<void> {
  await workbook.page.evaluate(async (count) => {
    const { univerAPI } = globalThis as unknown as BulkGlobals;
    for (let at = 0; at < count; at += 1) await univerAPI.undo();
  }, times);
}

describe('an enrichment', () => {
  it('stays, however often Ctrl+Z is pressed, and the formulas that read it are calculated', async () => {
    await openSheet(workbook, 120, 1);
    await workbook.fill('F1', 'formulas', [['=COUNTA(B2:B121)']]);
    expect(await startRun(workbook)).toMatchObject({ is: 'done' });
    await workbook.waitUntil('F1', ([count]) => count === '120');
    await workbook.fill('H1', 'values', [['A note']]);
    await pressUndo(1);
    expect(await valuesOf(workbook, 'H1')).toEqual([[null]]);
    await pressUndo(30);
    expect(await valuesOf(workbook, 'B1:C121')).toEqual([['Company', 'Trace slug'], ...answersOf(1, 120)]);
  });

  it('leaves the steps of a person before it that have nothing to do with its cells', async () => {
    await openSheet(workbook, 12, 301);
    await workbook.fill('H1', 'values', [['A note']]);
    await startRun(workbook);
    await pressUndo(1);
    expect(await valuesOf(workbook, 'H1')).toEqual([[null]]);
    expect(await valuesOf(workbook, 'B2:C13')).toEqual(answersOf(301, 312));
  });

  it('ends the steps before it that would change its cells: what was typed there, and columns', async () => {
    await openSheet(workbook, 12, 401);
    await workbook.fill('B3', 'values', [['typed and cleared']]);
    await workbook.fill('B3', 'values', [['']]);
    await workbook.page.evaluate(() => {
      const { univerAPI } = globalThis as unknown as BulkGlobals;
      univerAPI.getActiveWorkbook().getActiveSheet().insertColumns(1, 1);
    });
    await startRun(workbook);
    await pressUndo(20);
    expect(await valuesOf(workbook, 'B2:C13')).toEqual(answersOf(401, 412));
  });

  it('that was undone in the panel does not come back', async () => {
    await openSheet(workbook, 12, 501);
    const before = await valuesOf(workbook, 'A1:C13');
    await startRun(workbook);
    await workbook.page.evaluate(() => (globalThis as unknown as BulkGlobals).bulkPort.undo());
    await pressUndo(20);
    expect(await valuesOf(workbook, 'B1:C13')).toEqual(before.map(([, ...beside]) => beside));
  });
});

it('freezing two columns and two sheets is one step', async () => {
  await openSheet(workbook, 3, 601);
  await workbook.fill('B2:C2', 'formulas', [['=TRACE_COMPANY(A2,"name")', '=TRACE_COMPANY(A3:A4,"slug")']]);
  await workbook.waitUntil('B2:C3', (cells) => cells[0] === 'Company 601' && cells[3] === 'company-603');
  await openSheet(workbook, 3, 701);
  await workbook.fill('B2', 'formulas', [['=TRACE_COMPANY(A2,"name")']]);
  expect(await workbook.answer('B2')).toBe('Company 701');
  const formulas = () =>
    workbook.page.evaluate(() => {
      const { univerAPI } = globalThis as unknown as BulkGlobals;
      const all = univerAPI.getActiveWorkbook().getSheets();
      const sheets = all.filter((sheet) => sheet.getSheetName() !== 'Trace formulas').slice(-2);
      return sheets.flatMap((sheet) => sheet.getRange('B2:C3').getFormulas().flat());
    });
  const before = ['=TRACE_COMPANY(A2,"name")', '=TRACE_COMPANY(A3:A4,"slug")', '', '', '=TRACE_COMPANY(A2,"name")'];
  expect(await formulas()).toEqual([...before, '', '', '']);
  await workbook.page.evaluate(() => (globalThis as unknown as BulkGlobals).bulkPort.host.freezing!.freeze('file'));
  expect((await formulas()).join('')).toBe('');
  await pressUndo(1);
  expect(await formulas()).toEqual([...before, '', '', '']);
});

it('reconnecting formulas is one step', async () => {
  await openSheet(workbook, 2, 901);
  const before = [1, 2].map((at) => [
    `=IFERROR(__xludf.DUMMYFUNCTION("TRACE_COMPANY(A${at + 1},""name"")"),"Google ${at}")`,
  ]);
  await workbook.fill('B2:B3', 'formulas', before);
  await workbook.waitUntil('B2:B3', (cells) => cells.join() === 'Google 1,Google 2');
  const formulas = () =>
    workbook.page.evaluate(() => {
      const { univerAPI } = globalThis as unknown as BulkGlobals;
      return univerAPI.getActiveWorkbook().getActiveSheet().getRange('B2:B3').getFormulas();
    });
  await workbook.page.evaluate(async () => {
    const { freezing } = (globalThis as unknown as BulkGlobals).bulkPort.host;
    const terms = await freezing!.reconnect();
    if (typeof terms !== 'string') await freezing!.reconnect(terms);
  });
  expect(await formulas()).toEqual([['=TRACE_COMPANY(A2,"name")'], ['=TRACE_COMPANY(A3,"name")']]);
  await workbook.waitUntil('B2:B3', (cells) => cells.join() === 'Company 901,Company 902');
  await pressUndo(1);
  expect(await formulas()).toEqual(before);
});

it('inserting a table is one step, and so is adding a sheet', async () => {
  await openSheet(workbook, 1, 801);
  const names = () =>
    workbook.page.evaluate(() =>
      (globalThis as unknown as BulkGlobals).univerAPI
        .getActiveWorkbook()
        .getSheets()
        .map((sheet) => sheet.getSheetName()),
    );
  const before = await names();
  await workbook.page.evaluate(async () => {
    const { host } = (globalThis as unknown as BulkGlobals).bulkPort;
    const { sheet } = (await host.activeCell()) as { readonly sheet: string };
    const cells = [[{ kind: 'text', text: 'Name' }], [{ kind: 'date', day: '2026-06-01' }]] as const;
    await host.insertAt({ sheet, row: 0, column: 3, rows: 2, columns: 1, content: { cells } });
  });
  expect((await valuesOf(workbook, 'D1:D2')).flat()).toEqual(['Name', '2026-06-01']);
  await pressUndo(1);
  expect(await valuesOf(workbook, 'D1:D2')).toEqual([[null], [null]]);
  await workbook.page.evaluate(() =>
    (globalThis as unknown as BulkGlobals).bulkPort.host.addSheet({
      title: 'Summed up',
      rows: [
        ['Name', 'Count'],
        ['Stripe', 12],
      ],
      formulas: [[2, 1, '=SUM(B2:B2)']],
      looks: {
        ...{ widths: [12, 30], formats: [{ column: 1, format: '#,##0' }], frozenRows: 1 },
        titles: [{ row: 0, columns: 2, size: 14, fill: '#e8f0ee' }],
        print: { rows: 3, columns: 2, scale: 90, breaks: [2] },
      },
    }),
  );
  expect(await names()).toEqual([...before, 'Summed up']);
  await workbook.waitUntil('B3', ([sum]) => sum === '12');
  // No user is faster, and the grid still draws a new sheet.
  await workbook.page.waitForTimeout(1_000);
  await pressUndo(1);
  expect(await names()).toEqual(before);
});
