import type { Selection } from '../../../shared/ports';
import { companyRows, openSheet, openWithPort, selectCells, startRun, valuesOf, type BulkGlobals } from './port-page';
import { serveWorkbook } from '../served-workbook';
import type { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

beforeAll(async () => {
  await served.control('reset', {});
  workbook = await openWithPort(await served.browser.newContext(), served.origin, 20);
});
afterEach(() => expect(workbook.errors).toEqual([]));
afterAll(() => workbook.close());

it('tells which rows are hidden, by a person or by a filter', async () => {
  await openSheet(workbook, 10);
  const hidden = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    sheet.hideRows(3, 2);
    const byPerson = await bulkPort.hidden(11);
    const filters = ['company-1.example', 'company-2.example', 'company-3.example', 'company-9.example'];
    sheet.getRange('A1:A11').createFilter()!.setColumnFilterCriteria(0, { colId: 0, filters: { filters } });
    return { byPerson, byBoth: await bulkPort.hidden(11) };
  });
  expect(hidden).toEqual({ byPerson: [3, 4], byBoth: [3, 4, 5, 6, 7, 8, 10] });
});

it('writes texts as texts, numbers as numbers and dates as dates, and leaves the other cells alone', async () => {
  await openSheet(workbook, 3);
  await workbook.fill('D2', 'formulas', [['=1+1']]);
  expect(await workbook.answer('D2')).toBe('2');
  await selectCells(workbook, 'A1:A4');
  const read = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    const { sheet: id } = (await bulkPort.host.selection()) as Selection;
    const text = (given: string) => ({ kind: 'text', text: given }) as const;
    const written = await bulkPort.host.ports.sheet.write({
      sheet: id,
      rows: [1, 2],
      columns: [1, 2, 3, 4],
      cells: [
        [text('=1+1'), { kind: 'number', number: 5 }, null, { kind: 'date', day: '2026-06-01' }],
        [text("'quoted"), { kind: 'boolean', boolean: true }, text('007'), null],
      ],
      guard: {
        input: { column: 0, values: ['company-1.example', 'company-2.example'] },
        before: [
          ['', '', '', ''],
          ['', '', '', ''],
        ],
      },
    });
    const block = await bulkPort.host.ports.sheet.read({
      sheet: id,
      row: 1,
      rows: 2,
      columns: [1, 2, 3, 4],
      withFormats: true,
    });
    return {
      written,
      columns: block.columns.map(({ values: held, formats, formulas }) => [held, formats, [...formulas]]),
      formulas: sheet.getRange('B2:E3').getFormulas(),
    };
  });
  expect(read).toEqual({
    written: { moved: [], refused: [] },
    columns: [
      [['=1+1', "'quoted"], ['General', 'General'], []],
      [[5, true], ['General', 'General'], []],
      [[2, '007'], ['General', 'General'], [0]],
      [[46_174, ''], ['yyyy-mm-dd', 'General'], []],
    ],
    formulas: [
      ['', '', '=1+1', ''],
      ['', '', '', ''],
    ],
  });
});

it('restores cells in one step of the grid where their formats are as they were', async () => {
  await openSheet(workbook, 2);
  const steps = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    const { sheet } = (await bulkPort.host.selection()) as Selection;
    let count = 0;
    const listening = univerAPI.addEvent('CommandExecuted', ({ id }) => {
      if (id === 'sheet.command.set-range-values') count += 1;
    });
    const was = (format: string) => ({ kind: 'before', value: 'was', format }) as const;
    const restore = (rows: number[], format: string) =>
      bulkPort.host.ports.sheet.write({
        ...{ sheet, rows, columns: [1], cells: rows.map(() => [was(format)]) },
        guard: {
          input: { column: 0, values: rows.map((row) => `company-${row}.example`) },
          before: rows.map(() => ['']),
        },
      });
    await restore([1], 'General');
    const asItWas = count;
    await restore([2], '0.00');
    listening.dispose();
    return { asItWas, changed: count - asItWas };
  });
  expect(steps).toEqual({ asItWas: 1, changed: 2 });
});

it('adds a sheet with its table, and says that there is no chart', async () => {
  await openSheet(workbook, 3);
  const inserted = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    const sheet = {
      title: 'Technologies',
      rows: [
        ['Technology', 'Companies'],
        ['=React', 3],
      ],
      charts: [{ title: 'Most common', row: 0, rows: 2, at: { row: 1, column: 3, rows: 10 } }],
    };
    const first = await bulkPort.host.addSheet(sheet);
    const second = await bulkPort.host.addSheet(sheet);
    const sheets = univerAPI.getActiveWorkbook().getSheets();
    const cells = univerAPI.getActiveWorkbook().getActiveSheet().getRange('A1:B2').getValues();
    const last = sheets.slice(-2).map((sheet) => ({ sheet: sheet.getSheetId(), name: sheet.getSheetName() }));
    return { first, second, last, cells };
  });
  const withoutChart = "This workbook can't draw charts. Save them as a picture instead.";
  expect(inserted).toEqual({
    first: { ...inserted.last[0], name: 'Technologies', withoutChart },
    second: { ...inserted.last[1], name: 'Technologies (2)', withoutChart },
    last: [
      { sheet: expect.any(String), name: 'Technologies' },
      { sheet: expect.any(String), name: 'Technologies (2)' },
    ],
    cells: [
      ['Technology', 'Companies'],
      ['=React', 3],
    ],
  });
});

it('draws fifty marks in no more steps than fifty times one mark', async () => {
  await openSheet(workbook, 3);
  const steps = await workbook.page.evaluate(async () => {
    const { Excel, univerAPI, MessageChannel } = globalThis as unknown as MarkPage;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet().getSheetId();
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    // The grid opens one for each thing that it has to draw again.
    let opened = 0;
    class Counted extends MessageChannel {
      constructor() {
        super();
        opened += 1;
      }
    }
    const stepsOf = async (marks: number): Promise<number> => {
      await turn();
      const before = opened;
      const areas = Array.from({ length: marks }, (_mark, at) => ({ ...{ row: 2 * at, rowCount: 1 }, ...ONE_COLUMN }));
      const unmark = Excel.highlight(sheet, areas);
      const steps = opened - before;
      unmark();
      return steps;
    };
    const ONE_COLUMN = { column: 1, columnCount: 1 };
    Object.assign(globalThis, { MessageChannel: Counted });
    const one = await stepsOf(1);
    const fifty = await stepsOf(50);
    Object.assign(globalThis, { MessageChannel });
    return { one, fifty };
  });
  expect(steps.one).toBeGreaterThan(0);
  expect(steps.fifty).toBeLessThanOrEqual(50 * steps.one);
});

/** Of the page, what only this test uses. */
interface MarkPage {
  readonly Excel: { highlight(sheet: string, areas: readonly object[]): () => void };
  readonly univerAPI: BulkGlobals['univerAPI'];
  readonly MessageChannel: new () => object;
}

it('tells what is selected, as far as it is in use, and shows a cell', async () => {
  const sheetName = await openSheet(workbook, 20);
  const told = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    const { host } = bulkPort;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    const hear = async (heard: () => boolean, ...addresses: string[]): Promise<void> => {
      for (let times = 0; !heard(); times += 1) {
        sheet.getRange(addresses[times % addresses.length]!).activate();
        await turn();
      }
    };
    let calls = 0;
    const stop = host.onSelection!(() => (calls += 1));
    await hear(() => calls > 0, 'A1', 'A2');
    sheet.getRange('A5:C900').activate();
    const area = (await host.selection()) as Selection;
    await host.showCells(area.sheet, 0, [11, 12, 15]);
    const shown = await host.selection();
    stop();
    const heard = calls;
    let others = 0;
    const stopOther = host.onSelection!(() => (others += 1));
    await hear(() => others > 0, 'S1', 'T1');
    stopOther();
    return {
      id: sheet.getSheetId(),
      area,
      shown,
      heard: heard > 0,
      after: calls - heard,
      beyond: await host.selection(),
    };
  });
  const sheet = told.id;
  expect(told).toEqual({
    id: expect.any(String) as string,
    area: { sheet, sheetName, row: 4, rows: 17, column: 0, columns: 1 },
    shown: { sheet, sheetName, row: 11, rows: 2, column: 0, columns: 1, areas: 2 },
    heard: true,
    after: 0,
    beyond: { sheet, sheetName, row: 0, rows: 1, column: expect.any(Number) as number, columns: 1 },
  });
});

it('freezes formulas and tables in the grid, lists them on a sheet, and restores them', async () => {
  await openSheet(workbook, 3);
  await workbook.fill(
    'B2:B4',
    'formulas',
    [2, 3, 4].map((row) => [`=TRACE_COMPANY(A${row},"name")`]),
  );
  await workbook.fill('D2', 'formulas', [['=TRACE_COMPANY(A2:A4,"slug, name")']]);
  await workbook.answer('B4');
  await workbook.answer('E4');
  const done = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    const read = (address: string) => ({
      formulas: sheet.getRange(address).getFormulas(),
      values: sheet.getRange(address).getValues(),
    });
    const before = read('B2:E4');
    const frozen = await bulkPort.host.freezing!.freeze('file');
    const values = read('B2:E4');
    const restored = await bulkPort.host.freezing!.restore();
    return { before, frozen, values, restored, after: read('B2:E4').formulas };
  });
  expect(done.frozen).toBe('4 formulas frozen to values, and listed on the sheet Trace formulas.');
  expect(done.values.formulas.flat().filter((formula) => formula !== '')).toEqual([]);
  expect(done.values.values).toEqual(done.before.values);
  expect(done.restored).toBe('4 formulas restored.');
  expect(done.after).toEqual(done.before.formulas);
});

/** The last one: it takes the key away too. */
it('measures and clears the answers, and takes itself out of the file', async () => {
  await openSheet(workbook, 20);
  await startRun(workbook);
  const told = await workbook.page.evaluate(async () => {
    const { host } = (globalThis as unknown as BulkGlobals).bulkPort;
    const before = await host.cacheSize();
    await host.clearCache();
    const after = await host.cacheSize();
    await host.writePresets('[1]');
    await host.removeTrace();
    const { localStorage } = globalThis as unknown as { localStorage: { getItem(name: string): string | null } };
    return {
      answers: before.answers! >= 20,
      characters: before.characters! > 1_000,
      after,
      record: await host.ports.record.load(),
      key: localStorage.getItem('trace.apiKey'),
      presets: await host.readPresets(),
    };
  });
  expect(told).toEqual({
    answers: true,
    characters: true,
    after: { answers: 0, characters: 0 },
    record: null,
    key: null,
    presets: '[1]',
  });
  expect(await valuesOf(workbook, 'A2:C21')).toEqual(companyRows(1, 20));
});
