import type { Browser } from 'playwright-core';
import { startWorkbook, type RunningWorkbook } from '../../workbook/server';
import { builtFolders } from '../workbook/built';
import { launchBrowser } from './browser';
import { WorkbookPage } from './workbook-page';

let browser: Browser;
let server: RunningWorkbook;
let workbook: WorkbookPage;

beforeAll(async () => {
  server = await startWorkbook({ port: 0, apiUrl: null, ...builtFolders() });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  workbook = await WorkbookPage.open(browser, server.origin);
});

afterEach(async () => {
  expect(workbook.errors).toEqual([]);
  expect(workbook.requests.filter((request) => !request.includes(` ${server.origin}/`))).toEqual([]);
  await workbook.close();
});

describe('formulas typed by keyboard', () => {
  it('=TRACE_TECH(A2) shows the technologies of one company, by name', async () => {
    await workbook.type('B2', '=TRACE_TECH(A2)');
    const technologies = (await workbook.answer('B2')).split(', ');
    expect(technologies).toContain('Stripe');
    expect(technologies).toEqual([...technologies].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
  });

  it('=TRACE_TECH(A2:A9) shows one row for each of the eight, from one request', async () => {
    await workbook.type('B2', '=TRACE_TECH(A2:A9)');
    expect(await workbook.answer('B2')).toContain('Stripe');
    const rows = (await workbook.shown('B2:B10')).map(([cell]) => cell);
    expect(rows.slice(1, 6).every((cell) => cell?.includes(', '))).toBe(true);
    expect(rows.slice(6)).toEqual(['not tracked', '#VALUE!', '']);
    expect(workbook.apiRequests()).toEqual([`POST ${server.origin}/v1/companies/batch`]);
  });

  it('=TRACE_PARTNERS(A2,,"top=3") shows three partners', async () => {
    await workbook.type('C2', '=TRACE_PARTNERS(A2,,"top=3")');
    expect((await workbook.answer('C2')).split(', ')).toHaveLength(3);
  });

  it('=TRACE_COMPANY(A2,"name, employee_count") shows a text and a number side by side', async () => {
    await workbook.type('D2', '=TRACE_COMPANY(A2,"name, employee_count")');
    expect(await workbook.answer('D2')).toBe('Stripe');
    expect(await workbook.shown('E2')).toEqual([[expect.stringMatching(/^\d+$/)]]);
  });

  it('=TRACE_HAS_TECH(A2,"Stripe") shows TRUE', async () => {
    await workbook.type('F2', '=TRACE_HAS_TECH(A2,"Stripe")');
    expect(await workbook.answer('F2')).toBe('TRUE');
  });

  it('a company that is typed is asked for', async () => {
    await workbook.type('A10', 'notion.so');
    await workbook.type('B10', '=TRACE_COMPANY(A10,"name")');
    expect(await workbook.answer('B10')).toBe('Notion');
  });
});

describe('what a cell shows', () => {
  it('an error has its sentence under the formula bar while its cell is active, also in a spilled table', async () => {
    await workbook.type('B2', '=TRACE_TECH(A2:A9)');
    await workbook.answer('B2');
    await workbook.select('B9');
    expect(await workbook.sentence()).toContain('"not a domain"');
    await workbook.select('B8');
    expect(await workbook.sentence()).toBe('');
  });

  it('a blank input stays blank and asks nothing', async () => {
    await workbook.type('B2', '=TRACE_TECH(A20)');
    await workbook.type('B3', '=COUNTA(A1:A9)');
    expect(await workbook.answer('B3')).toBe('9');
    expect(await workbook.shown('B2')).toEqual([['']]);
    expect(workbook.apiRequests()).toEqual([]);
  });

  it('a text that looks like a date stays text', async () => {
    await workbook.type('B2', '=TRACE_COMPANY(A2,"employee_range")');
    expect(await workbook.answer('B2')).toMatch(/^\d+-\d+$/);
  });

  it('other functions see the error and the table', async () => {
    await workbook.type('B2', '=IFERROR(TRACE_TECH(A9),"nothing")');
    await workbook.type('B3', '=ROWS(TRACE_TECH(A2:A9))');
    expect(await workbook.answer('B2')).toBe('nothing');
    await workbook.waitUntil('B3', ([rows]) => rows === '8');
  });

  it('a table does not run over what is there', async () => {
    await workbook.type('B4', 'mine');
    await workbook.type('B2', '=TRACE_TECH(A2:A9)');
    await workbook.waitUntil('B2', ([first]) => first === '#SPILL!');
    expect(await workbook.shown('B4')).toEqual([['mine']]);
    await workbook.clear('B4');
    await workbook.waitUntil('B4', ([cell]) => cell?.includes('HubSpot') === true);
  });
});

describe('requests', () => {
  it('a changed input costs exactly one more, and another cell none', async () => {
    await workbook.type('B2', '=TRACE_COMPANY(A2,"name")');
    expect(await workbook.answer('B2')).toBe('Stripe');
    await workbook.type('A2', 'slack.com');
    await workbook.waitUntil('B2', ([name]) => name === 'Slack');
    await workbook.type('E5', 'anything');
    await workbook.type('E6', '=1+1');
    expect(await workbook.answer('E6')).toBe('2');
    expect(workbook.apiRequests()).toHaveLength(2);
  });

  it('500 formulas of one cell each are five requests', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => index + 2);
    const companies = rows.map((row) => [`company-${row}.example`]);
    const formulas = rows.map((row) => [`=TRACE_COMPANY(H${row},"name")`]);
    await workbook.fill('H2:H501', 'values', companies);
    await workbook.fill('I2:I501', 'formulas', formulas);
    await workbook.waitUntil('I2:I501', (cells) => cells.every((cell) => cell !== '' && cell !== '#BUSY!'));
    expect(workbook.apiRequests()).toHaveLength(5);
  });
});
