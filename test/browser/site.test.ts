import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { readBuiltFiles } from '../../relay/built-files';
import { findThemedViolations } from './axe';
import { leaveBrowser, takeBrowser } from './kept-browser';
import { WorkbookPage } from './workbook/workbook-page';

/** The path of the site at its host, which also serves other sites of the same owner. */
const FOLDER = '/trace-for-sheets/';
const dist = mkdtempSync(join(tmpdir(), 'trace-site-'));
let server: Server;
let origin: string;
let browser: Browser;
/** What browsers have asked the host for. */
let requested: string[] = [];
/** Parts that the demo asks for after its first answer, or after two seconds: the host holds them until they are freed. */
let late: readonly string[] = [];
let freeLateParts = (): void => undefined;
const lateParts = new Promise<void>((resolve) => (freeLateParts = resolve));

beforeAll(async () => {
  const env = { ...process.env, NODE_OPTIONS: '', TRACE_DIST: dist };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'site/main.ts'], { env });
  server = await serveFiles();
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await takeBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
  server.close();
  server.closeAllConnections();
  rmSync(dist, { recursive: true });
});

/** A host of static files: it knows the files of a folder, adds no header of ours, and a folder means its index. */
async function serveFiles(): Promise<Server> {
  const files = await readBuiltFiles(join(dist, 'site'));
  const main = new TextDecoder().decode(files.get('main.js')?.bytes);
  late = [...main.matchAll(/import\("\.\/(main-\w+\.js)"\)/g)].map(([, name]) => name!);
  const started = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const name = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length).replace(/(^|\/)$/, '$1index.html') : '';
    const file = files.get(name);
    requested.push(name);
    if (late.includes(name)) await lateParts;
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': file.contentType }).end(file.bytes);
  });
  started.listen(0, 'localhost');
  await once(started, 'listening');
  return started;
}

it('leads from the landing page to the demo by keyboard, and nothing moves while it loads', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await page.goto(`${origin}${FOLDER}`, { waitUntil: 'load' });
  const shifts = await page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 500);
  })`);
  expect(shifts).toBe(0);
  expect(await findThemedViolations(page)).toEqual([]);
  const focused = () => page.evaluate<string>('document.activeElement.textContent');
  for (let at = 0; at < 20 && (await focused()) !== 'Try it in your browser'; at += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/demo.html', { waitUntil: 'commit' });
  await page.context().close();
});

/** In a lower window the same arrow is a larger share of what is seen. */
const LAPTOP = { width: 1_024, height: 600 };
/** A scroll arrow of the grid's own toolbar grows by some pixels, which counts less than this. */
const LIST_MOVED_PARTS = `{
  globalThis.movedParts = [];
  new PerformanceObserver((list) => {
    const moved = list.getEntries().filter(({ value }) => value >= 0.0001);
    movedParts.push(...moved.flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML.slice(0, 80))));
  }).observe({ type: 'layout-shift', buffered: true });
}`;

describe('the demo', () => {
  let workbook: WorkbookPage;
  /** In the same context, at a page that stores nothing itself. */
  let beside: Page;
  const requests: string[] = [];
  /** The files that the host had sent when the sample was answered. */
  let answeredAfter: readonly string[];

  /** One page for all, opened where another site of the same host has stored something. */
  beforeAll(async () => {
    const context = await browser.newContext();
    context.on('request', (request) => requests.push(request.url()));
    await context.addInitScript(LIST_MOVED_PARTS);
    beside = await context.newPage();
    await beside.goto(`${origin}${FOLDER}favicon.svg`);
    await beside.evaluate("localStorage.setItem('trace.apiKey', 'of another site')");
    requested = [];
    workbook = await WorkbookPage.open(context, `${origin}${FOLDER}demo.html?`, (page) => page.setViewportSize(LAPTOP));
    await workbook.waitUntil('B2:B51', (cells) => cells.every((shown) => shown !== '' && !shown.startsWith('#')));
    answeredAfter = requested.filter((name) => !late.includes(name));
    freeLateParts();
  });
  afterAll(() => workbook.close());

  it('answers after at most 1.6 MB, as hosts compress files', async () => {
    const files = await readBuiltFiles(join(dist, 'site'));
    const sizes = answeredAfter.map((name) => gzipSync(files.get(name)?.bytes ?? '').length);
    const first = ['demo.html', 'demo.js', 'functions.js', 'main.js', 'main.css'];
    expect({ late: late.length > 0, answeredAfter }).toEqual({
      late: true,
      answeredAfter: expect.arrayContaining(first),
    });
    const firstLate = requested.findIndex((name) => late.includes(name));
    expect(firstLate === -1 || firstLate > requested.indexOf('functions.json')).toBe(true);
    // The grid's library alone is 1.39 MB.
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(1_600_000);
  });

  it('moves nothing while it loads', async () => {
    await workbook.page.getByRole('heading', { name: 'Columns to add' }).waitFor();
    await workbook.page.getByText('50 rows already have values in Trace columns').waitFor();
    expect(await workbook.page.evaluate('movedParts')).toEqual([]);
  });

  it('starts in A1, with the keyboard in the grid', async () => {
    const { page } = workbook;
    expect(await page.locator('[data-u-comp="defined-name"] input').inputValue()).toBe('A1');
    expect(await page.evaluate('document.activeElement.closest("[data-u-comp]")?.dataset.uComp')).toBe('editor');
  });

  it('shows its panel in the room that was kept for it', async () => {
    const { page: demo } = workbook;
    await demo.getByRole('heading', { name: 'Enrich a column' }).waitFor();
    expect(await demo.locator('.panel-waiting').count()).toBe(0);
    const box = await demo.locator('#trace-panel').boundingBox();
    expect(box?.width).toBe(320);
  });

  it('answers inside the page, and asks no server but for its own files', async () => {
    await workbook.type('A60', 'github.com');
    await workbook.type('B60', '=TRACE_COMPANY(A60,"name")');
    await workbook.waitUntil('B60', ([shown]) => shown === 'GitHub');
    const elsewhere = requests.filter((url) => !url.startsWith(origin + FOLDER) && /^https?:/.test(url));
    expect(elsewhere).toEqual([]);
    expect(workbook.errors).toEqual([]);
  });

  it('has no place for a key, and no way to the real service', async () => {
    const { page: demo } = workbook;
    await demo.getByRole('tab', { name: 'Settings' }).click();
    await demo.getByRole('heading', { name: 'Spending' }).waitFor();
    expect(await demo.getByRole('heading', { name: 'API key' }).count()).toBe(0);
    expect(await demo.locator('input[type=password]').count()).toBe(0);
    expect(await demo.getByRole('button', { name: 'Use the real service' }).isVisible()).toBe(false);
  });

  it('leaves alone what another site of the same origin stores', async () => {
    const names = await workbook.page.evaluate<string[]>(`(async () => {
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      const caches = (await globalThis.caches.keys()).map((name) => name.replace(/^trace-site\\|/, ''));
      return [...databases, ...caches];
    })()`);
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !name.startsWith(`${FOLDER}|`))).toEqual([]);
    const items = await beside.evaluate<[string, string][]>('Object.entries(localStorage)');
    expect(items.filter(([name]) => !name.startsWith(`${FOLDER}|`))).toEqual([['trace.apiKey', 'of another site']]);
  });

  it('opens without a network after the first visit, and goes on with what was typed', async () => {
    const { page: demo } = workbook;
    await workbook.type('A61', 'vercel.com');
    await workbook.saved();
    await demo.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await demo.context().setOffline(true);
    await demo.reload();
    await workbook.ready();
    expect(await workbook.shown('A61')).toEqual([['vercel.com']]);
    await workbook.type('B61', '=TRACE_COMPANY(A61,"name")');
    await workbook.waitUntil('B61', ([shown]) => shown === 'Vercel');
    await demo.goto(`${origin}${FOLDER}docs/`);
    await demo.getByRole('heading', { level: 1, name: 'Help with Trace in your spreadsheet' }).waitFor();
  });
});
