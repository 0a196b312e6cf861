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
