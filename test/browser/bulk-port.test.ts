import type { BrowserContext } from 'playwright-core';
import type { BulkPort } from './bulk-page';
import { addBulkPort } from './bulk-page';
import { serveWorkbook } from './served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let context: BrowserContext;

beforeEach(async () => {
  await served.control('reset', {});
  context = await served.browser.newContext();
});
afterEach(() => context.close());

const FIELDS = [
  { adds: 'company', field: 'name' },
  { adds: 'company', field: 'slug' },
] as const;

/** A workbook with so many companies of the sandbox in column A, all selected. */
async function open(rows: number): Promise<WorkbookPage> {
  const workbook = await WorkbookPage.openAnswered(context, served.origin);
  const domains = Array.from({ length: rows }, (_row, at) => `company-${at + 1}.example`);
  const loaded = workbook.page.waitForEvent('load');
  await workbook.openCsv('leads.csv', ['Domain', ...domains].join('\n'));
  await loaded;
  await workbook.ready();
  await addBulkPort(workbook);
  await select(workbook, `A1:A${rows + 1}`);
  workbook.forgetRequests();
  return workbook;
}

async function select(workbook: WorkbookPage, address: string): Promise<void> {
  await workbook.page.evaluate((range) => {
    const { univerAPI } = globalThis as unknown as Globals;
    univerAPI.getActiveWorkbook().getActiveSheet().getRange(range).activate();
  }, address);
}

interface Globals {
  readonly bulkPort: BulkPort;
  readonly univerAPI: {
    undo(): Promise<boolean>;
    getActiveWorkbook(): {
      getSheets(): { getSheetName(): string }[];
      getActiveSheet(): {
        getRange(address: string): {
          activate(): void;
          getValues(): unknown[][];
          getFormulas(): string[][];
          setFormulas(formulas: string[][]): void;
          setValues(values: unknown[][]): void;
          sort(column: { column: number; ascending: boolean }): void;
          getNumberFormats(): string[][];
        };
        hideRows(row: number, count: number): void;
      };
    };
  };
}

const start = (workbook: WorkbookPage, killAt?: string) =>
  workbook.page.evaluate(
    async ({ fields, kill }) => {
      const { bulkPort } = globalThis as unknown as Globals;
      const end = await bulkPort.start(fields, kill);
      return end === null ? null : { is: end.is, why: end.why?.message ?? null, used: end.summary.creditsUsed };
    },
    { fields: FIELDS, kill: killAt },
  );

const values = (workbook: WorkbookPage, address: string) =>
  workbook.page.evaluate((range) => {
    const { univerAPI } = globalThis as unknown as Globals;
    return univerAPI.getActiveWorkbook().getActiveSheet().getRange(range).getValues();
  }, address);

const expected = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_row, at) => [
    `company-${from + at}.example`,
    `Company ${from + at}`,
    `company-${from + at}`,
  ]);

it('fills a thousand rows with ten requests, and the sheet is there when the page is loaded again', async () => {
  const workbook = await open(1_000);
  const startMs = Date.now();
  const end = await start(workbook);
  const tookMs = Date.now() - startMs;
  expect(end).toEqual({ is: 'done', why: null, used: 1_000 });
  expect(workbook.apiRequests().length).toBe(10);
  expect(tookMs).toBeLessThan(60_000);
  expect(await values(workbook, 'A1:C1001')).toEqual([['Domain', 'name', 'slug'], ...expected(1, 1_000)]);
  // Formulas find the answers where the run has left them.
  workbook.forgetRequests();
  await workbook.fill('E2', 'formulas', [['=TRACE_COMPANY(A2:A1001,"name")']]);
  expect(await workbook.answer('E2')).toBe('Company 1');
  expect(workbook.apiRequests()).toEqual([]);
  await workbook.page.waitForTimeout(1_500);
  await workbook.reload();
  expect(await values(workbook, 'A1:C3')).toEqual([['Domain', 'name', 'slug'], ...expected(1, 2)]);
  expect(workbook.errors).toEqual([]);
});

it('goes on where it was killed, after the page is loaded again, and pays for nothing twice', async () => {
  const workbook = await open(1_500);
  expect(await start(workbook, 'gridWrite')).toBeNull();
  await workbook.page.waitForTimeout(1_000);
  await workbook.page.reload();
  await workbook.ready();
  await addBulkPort(workbook);
  const before = await values(workbook, 'B2:B1501');
  expect(before.every(([value]) => value === null)).toBe(true);
  const end = await workbook.page.evaluate(async () => {
    const { is, summary } = await (globalThis as unknown as Globals).bulkPort.resume();
    return { is, found: summary.found };
  });
  expect(end).toEqual({ is: 'done', found: 1_500 });
  expect(await values(workbook, 'A2:C1501')).toEqual(expected(1, 1_500));
  expect(workbook.apiRequests().length).toBe(15);
});

it('finds its rows again when the sheet is sorted during the run, and takes everything back', async () => {
  const workbook = await open(300);
  await workbook.page.evaluate(() => {
    const { bulkPort, univerAPI } = globalThis as unknown as Globals;
    let isAsked = false;
    bulkPort.before = (ask) => {
      if (ask === 'http') isAsked = true;
      if (ask !== 'gridWrite' || !isAsked) return;
      bulkPort.before = () => undefined;
      univerAPI.getActiveWorkbook().getActiveSheet().getRange('A2:A301').sort({ column: 0, ascending: false });
    };
  });
  expect(await start(workbook)).toEqual({ is: 'done', why: null, used: 300 });
  const written = (await values(workbook, 'A2:C301')) as string[][];
  expect(written[0]![0]).toBe('company-99.example');
  expect(written.filter(([domain, , slug]) => domain !== `${slug}.example`)).toEqual([]);
  const undone = await workbook.page.evaluate(async () => {
    const { restored, edited, missing } = await (globalThis as unknown as Globals).bulkPort.undo();
    return { restored, edited: edited.length, missing: missing.length };
  });
  expect(undone).toEqual({ restored: 600, edited: 0, missing: 0 });
  expect((await values(workbook, 'B1:C301')).flat().every((value) => value === null)).toBe(true);
});

it('calculates the formulas that read what a run has written, and is undone by the grid in a few steps', async () => {
  const workbook = await open(200);
  await workbook.fill('F1', 'formulas', [['=COUNTA(B2:B201)']]);
  await start(workbook);
  await workbook.waitUntil('F1', ([count]) => count === '200');
  const steps = await workbook.page.evaluate(async () => {
    const { univerAPI } = globalThis as unknown as Globals;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    let count = 0;
    while (sheet.getRange('B201').getValues()[0]![0] !== null && count < 20) {
      await univerAPI.undo();
      count += 1;
    }
    return count;
  });
  expect(steps).toBeLessThan(3);
});

it('tells which rows are hidden, by a person or by a filter', async () => {
  const workbook = await open(10);
  const hidden = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as Globals;
    univerAPI.getActiveWorkbook().getActiveSheet().hideRows(3, 2);
    return bulkPort.hidden(11);
  });
  expect(hidden).toEqual([3, 4]);
});

it('writes texts as texts, numbers as numbers and dates as dates, and leaves the other cells alone', async () => {
  const workbook = await open(3);
  await workbook.fill('D2', 'formulas', [['=1+1']]);
  expect(await workbook.answer('D2')).toBe('2');
  await select(workbook, 'A1:A4');
  const read = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as Globals;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    const { sheet: id } = (await bulkPort.host.selection())!;
    const text = (given: string) => ({ kind: 'text', text: given, isLiteral: true }) as const;
    const written = await bulkPort.host.performers.gridWrite({
      ask: 'gridWrite',
      writing: {
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
          sheetRows: null,
          header: null,
        },
      },
    });
    const block = await bulkPort.host.performers.gridRead({
      ask: 'gridRead',
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
      [['=1+1', "'quoted"], ['@', 'General'], []],
      [[5, true], ['General', 'General'], []],
      [[2, '007'], ['General', '@'], [0]],
      [[46_174, ''], ['yyyy-mm-dd', 'General'], []],
    ],
    formulas: [
      ['', '', '=1+1', ''],
      ['', '', '', ''],
    ],
  });
});

it('inserts a summary sheet with its table, and says that there is no chart', async () => {
  const workbook = await open(3);
  const inserted = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as Globals;
    const summary = {
      title: 'Technologies',
      rows: [
        ['Technology', 'Companies'],
        ['=React', 3],
      ],
      chart: { title: 'Most common', firstRow: 0, rows: 2 },
    };
    const first = await bulkPort.host.insertSummary(summary);
    const second = await bulkPort.host.insertSummary(summary);
    const sheets = univerAPI.getActiveWorkbook().getSheets();
    const cells = univerAPI.getActiveWorkbook().getActiveSheet().getRange('A1:B2').getValues();
    return { first, second, last: sheets.slice(-2).map((sheet) => sheet.getSheetName()), cells };
  });
  const withoutChart = 'There is no chart: this program draws none. The table has the numbers.';
  expect(inserted).toEqual({
    first: { name: 'Technologies', withoutChart },
    second: { name: 'Technologies (2)', withoutChart },
    last: ['Technologies', 'Technologies (2)'],
    cells: [
      ['Technology', 'Companies'],
      ['=React', 3],
    ],
  });
});

it('leaves the journal with the file that it belongs to', async () => {
  const workbook = await open(20);
  await start(workbook);
  const hasJournal = () =>
    workbook.page.evaluate(async () => {
      const { bulkPort } = globalThis as unknown as Globals;
      return (await bulkPort.host.performers.journalLoad({ ask: 'journalLoad' })) !== null;
    });
  expect(await hasJournal()).toBe(true);
  const loaded = workbook.page.waitForEvent('load');
  await workbook.openCsv('other.csv', 'Domain\nstripe.com');
  await workbook.page.getByRole('button', { name: 'Open', exact: true }).click();
  await loaded;
  await workbook.ready();
  await addBulkPort(workbook);
  expect(await hasJournal()).toBe(false);
  const again = workbook.page.waitForEvent('load');
  await workbook.page.getByRole('button', { name: 'Undo open' }).click();
  await again;
  await workbook.ready();
  await addBulkPort(workbook);
  expect(await hasJournal()).toBe(true);
});

it('measures and clears the answers, and takes itself out of the file', async () => {
  const workbook = await open(20);
  await start(workbook);
  const told = await workbook.page.evaluate(async () => {
    const { host } = (globalThis as unknown as Globals).bulkPort;
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
      journal: await host.performers.journalLoad({ ask: 'journalLoad' }),
      key: localStorage.getItem('trace.apiKey'),
      presets: await host.readPresets(),
    };
  });
  expect(told).toEqual({
    answers: true,
    characters: true,
    after: { answers: 0, characters: 0 },
    journal: null,
    key: null,
    presets: '[1]',
  });
  expect(await values(workbook, 'A2:C21')).toEqual(expected(1, 20));
});

it('says so where the panel is open twice in this browser', async () => {
  const workbook = await open(20);
  const other = await WorkbookPage.open(context, served.origin);
  await addBulkPort(other);
  const lease = (page: WorkbookPage, holder: string) =>
    page.page.evaluate(async (name) => {
      const { host } = (globalThis as unknown as Globals).bulkPort;
      return (await host.performers.lease({ ask: 'lease', holder: name, forMs: 60_000 })).is;
    }, holder);
  expect([await lease(other, 'a'), await lease(workbook, 'b')]).toEqual(['held', 'elsewhere']);
  await other.page.close();
  let is = '';
  for (let look = 0; look < 50 && is !== 'held'; look += 1) {
    await workbook.page.waitForTimeout(100);
    is = await lease(workbook, 'b');
  }
  expect(is).toBe('held');
});

it('tells what is selected, as far as it is in use, and shows a cell', async () => {
  const workbook = await open(20);
  const told = await workbook.page.evaluate(async () => {
    const { bulkPort, univerAPI } = globalThis as unknown as Globals;
    const { host } = bulkPort;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    let calls = 0;
    const stop = host.onSelection!(() => (calls += 1));
    await new Promise((resolve) => setTimeout(resolve, 200));
    sheet.getRange('A5:C900').activate();
    const area = await host.selection();
    await host.showCell(area!.sheet, 11, 0);
    const shown = await host.selection();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const heard = calls;
    stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    sheet.getRange('S1').activate();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { area, shown, heard: heard > 0, after: calls - heard, nothing: await host.selection() };
  });
  expect(told).toEqual({
    area: { sheet: 'sheet-1', sheetName: 'leads', row: 4, rows: 17, column: 0, columns: 1 },
    shown: { sheet: 'sheet-1', sheetName: 'leads', row: 11, rows: 1, column: 0, columns: 1 },
    heard: true,
    after: 0,
    nothing: null,
  });
});
