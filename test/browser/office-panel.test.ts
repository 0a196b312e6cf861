import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readBuiltFiles } from '../../relay/built-files';
import { listen, type Listening } from '../../relay/listen';
import { makeNodeRelay } from '../../relay/node-relay';
import { officePage } from '../fakes/excel/office-page';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { builtFolders } from '../workbook/built';
import { findThemedViolations } from './axe';
import { launchBrowser, SETTLED_IN_MS } from './browser';

/** Where Microsoft serves office.js, and the package in which it hands the same files out. */
const HOSTED = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const PACKAGE = 'node_modules/@microsoft/office-js/dist';
/** Excel's panel at its narrowest: https://learn.microsoft.com/office/dev/add-ins/design/task-pane-add-ins. */
const WIDTH = 320;

let browser: Browser;
let sandbox: SandboxProcess;
let relay: Listening;
let context: BrowserContext;
let page: Page;
/** What the page asked other servers for, and did not get. */
const elsewhere: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  [browser, sandbox] = await Promise.all([launchBrowser(), startSandboxProcess()]);
  const files = await readBuiltFiles(builtFolders().addinDir);
  const { fetch } = makeNodeRelay({ files, apiUrl: new URL(sandbox.origin), addinUrl: null });
  relay = await listen(fetch, { host: '127.0.0.1', port: 0 });
});

beforeEach(() => {
  elsewhere.length = 0;
  errors.length = 0;
});

afterEach(() => context.close());
afterAll(() => Promise.all([browser.close(), sandbox.stop(), relay.stop()]));

/** Opens the panel as it is served, with the real office.js, in a browser that is no Excel. */
async function open(before = ''): Promise<void> {
  context = await browser.newContext({ viewport: { width: WIDTH, height: 700 } });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    async (route) => {
      const url = route.request().url();
      const file = join(PACKAGE, url.slice(HOSTED.length).replace(/\?.*/, ''));
      if (url.startsWith(HOSTED) && existsSync(file)) {
        return route.fulfill({ contentType: 'text/javascript', body: await readFile(file, 'utf8') });
      }
      elsewhere.push(new URL(url).hostname);
      return route.abort();
    },
  );
  if (before !== '') await page.addInitScript(before);
  await page.goto(`http://127.0.0.1:${relay.port}/taskpane.html`);
  await page
    .getByText(/No key is set\.|is set \(/)
    .first()
    .waitFor();
}

async function saveKey(): Promise<void> {
  await page.getByLabel('Your Trace API key').fill('trace_demo');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').first().waitFor();
}

/** What a function of the page answers about stripe.com. */
function askFunction(): Promise<unknown> {
  return page.evaluate(`CustomFunctions._association.mappings.TRACE_COMPANY([['stripe.com']], 'name', null, {})`);
}

it('the real office.js is there, and says that there is no Excel', async () => {
  await open();
  const ready = await page.evaluate('Office.onReady().then(({ host }) => [typeof Office.actions, host, typeof Excel])');
  expect(ready).toEqual(['object', null, 'undefined']);
});

it('the panel says where it works, and offers no retrying', async () => {
  await open();
  await page.getByText('There is no spreadsheet here. Open Trace in Excel or in the web workbook.').waitFor();
  expect(await page.getByRole('button', { name: 'Retry problems' }).count()).toBe(0);
});

it('every function is known to office.js', async () => {
  await open();
  const { functions } = JSON.parse(await readFile(join(builtFolders().addinDir, 'functions.json'), 'utf8')) as {
    functions: readonly { id: string }[];
  };
  const known = await page.evaluate<string[]>('Object.keys(CustomFunctions._association.mappings)');
  expect(known.sort()).toEqual(functions.map(({ id }) => id).sort());
});

it('a key that is set is taken by Trace through the relay, and used by the functions', async () => {
  await open();
  await saveKey();
  await page.getByRole('button', { name: 'Test the key' }).click();
  await page.getByText('This key works.').waitFor();
  expect({ answer: await askFunction(), keptKey: await page.evaluate(`localStorage.getItem('trace.apiKey')`) }).toEqual(
    { answer: [['Stripe']], keptKey: 'trace_demo' },
  );
});

it.each([
  [
    'is forbidden',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`,
  ],
  ['is full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`],
])('where the browser’s storage %s, the key serves as long as the panel is open', async (_name, before) => {
  await open(before);
  await saveKey();
  const answer = await askFunction();
  await page.reload();
  await page.getByText('The browser did not keep your key.').waitFor();
  expect({ answer, errors }).toEqual({ answer: [['Stripe']], errors: [] });
});

it('under the relay’s own headers nothing fails, axe finds nothing and 320 px suffice', async () => {
  await open();
  await saveKey();
  await askFunction();
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect({ errors, violations: await findThemedViolations(page), width }).toEqual({
    errors: [],
    violations: [],
    width: WIDTH,
  });
});

/** The page's policy forbids what `waitForFunction` does with a text. */
async function until(expression: string): Promise<void> {
  const deadline = Date.now() + SETTLED_IN_MS;
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() > deadline) throw new Error(`not so: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts the page as Excel does for its formulas, with the panel closed. */
async function openClosed(): Promise<() => readonly string[]> {
  context = await browser.newContext({ viewport: { width: WIDTH, height: 700 } });
  page = await context.newPage();
  // It goes by itself, and can be told to go on: whatever a busy page would do in some seconds is done then.
  await page.clock.install();
  const asked: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => void (request.url().includes('/v1/') && asked.push(request.url())));
  await context.route(`${HOSTED}office.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: officePage() }),
  );
  await page.goto(`http://127.0.0.1:${relay.port}/taskpane.html`);
  await until('told.hidden === true');
  return () => asked;
}

it('while the panel is closed it reads no cell, asks nothing, writes nothing and never opens itself', async () => {
  const asked = await openClosed();
  const state = (): Promise<unknown> => page.evaluate('[told.runs, told.opened, told.actions.length]');
  await page.evaluate(
    `CustomFunctions._association.mappings.TRACE_COMPANY([['stripe.com']], 'name', null, { address: 'Leads!B2' })`,
  );
  await page.clock.runFor(10_000);
  // The one run asks how the workbook counts days.
  expect({ state: await state(), asked: asked(), keyTexts: await page.getByText('No key is set.').count() }).toEqual({
    state: [1, 0, 0],
    asked: [],
    keyTexts: 0,
  });
});

it('the panel that Excel opens starts from the selection, and opens at its last tab', async () => {
  await openClosed();
  await page.evaluate(`told.show('Taskpane')`);
  await page.getByText('No key is set.').first().waitFor();
  await saveKey();
  const before = await page.evaluate<number>('told.runs');
  await page.getByRole('tab', { name: 'Enrich' }).click();
  // It reads the selection, and watches it.
  await until(`told.runs > ${before}`);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.reload();
  await page.evaluate(`told.show('Taskpane')`);
  await page.getByRole('tab', { name: 'Settings', selected: true }).waitFor();
  expect(errors).toEqual([]);
});

it('says plainly that office.js did not load, and names the address', async () => {
  context = await browser.newContext({ viewport: { width: WIDTH, height: 700 } });
  page = await context.newPage();
  await context.route(`${HOSTED}office.js`, (route) => route.abort());
  await page.goto(`http://127.0.0.1:${relay.port}/taskpane.html`);
  await page
    .getByText("Excel's own script did not load, so Trace cannot reach the workbook. Allow appsforoffice.microsoft.com")
    .waitFor();
});

it('says so where office.js never answers, instead of a blank panel', async () => {
  context = await browser.newContext({ viewport: { width: WIDTH, height: 700 } });
  page = await context.newPage();
  await context.route(`${HOSTED}office.js`, () => new Promise(() => undefined));
  await page.clock.install();
  await page.goto(`http://127.0.0.1:${relay.port}/taskpane.html`, { waitUntil: 'commit' });
  await page.locator('script[data-office]').waitFor({ state: 'attached' });
  await page.clock.fastForward(11_000);
  await page.getByText("Excel's own script did not load").waitFor();
});

it('nobody is told anything but Microsoft, by its own script', async () => {
  await open();
  await saveKey();
  await askFunction();
  expect(elsewhere.filter((host) => !/\.(microsoft\.com|aspnetcdn\.com|oaspapps\.com)$/.test(host))).toEqual([]);
});
