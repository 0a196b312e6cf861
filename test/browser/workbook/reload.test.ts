import type { BrowserContext, Route } from 'playwright-core';
import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
/** Longer than the grid takes to read the formulas of a sheet that it shows. */
const LATE_MS = 4_000;
/** A sheet without its cells. */
const DAMAGED = { format: 1, workbook: { id: 'x', sheetOrder: ['s'], sheets: { s: { id: 's', name: 'S' } } } };
let context: BrowserContext;
/** One page for all. */
let workbook: WorkbookPage;
let lateParts: readonly string[];
const isLatePart = ({ pathname }: URL): boolean => lateParts.includes(pathname.slice(1));

/** First opened in a bad hour: what is kept is damaged, and the list of functions comes late. */
beforeAll(async () => {
  context = await served.browser.newContext();
  const main = await (await fetch(`${served.origin}/main.js`)).text();
  lateParts = [...main.matchAll(/import\("\.\/(main-\w+\.js)"\)/g)].map(([, name]) => name!);
  const comesLate = async (route: Route): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  };
  workbook = await WorkbookPage.open(context, served.origin, async (page) => {
    await page.goto(`${served.origin}/favicon.svg`);
    await page.evaluate(keepInstead, DAMAGED);
    await page.route('**/functions.json', comesLate, { times: 1 });
  });
});
afterAll(() => context.close());

/** In a page that saves none itself: puts this where the workbook is kept. */
async function keepInstead(value: unknown): Promise<void> {
  const { indexedDB } = globalThis as unknown as { indexedDB: Databases };
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open('trace-workbook');
    opening.onupgradeneeded = () => opening.result.createObjectStore('sheets');
    opening.onsuccess = () => {
      const writing = opening.result.transaction('sheets', 'readwrite');
      writing.objectStore('sheets').put(value, 'current');
      writing.oncomplete = () => resolve();
    };
  });
}

const kept = (name: string): Promise<unknown> =>
  workbook.page.evaluate(
    (key) =>
      new Promise<unknown>((resolve) => {
        const { indexedDB } = globalThis as unknown as { indexedDB: Databases };
        const opening = indexedDB.open('trace-workbook');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('sheets', 'readonly').objectStore('sheets').get(key);
          reading.onsuccess = () => resolve(reading.result);
        };
      }),
    name,
  );

interface Databases {
  open(name: string): {
    readonly result: {
      createObjectStore(name: string): void;
      transaction(
        store: string,
        mode: string,
      ): {
        objectStore(name: string): {
          put(value: unknown, key: string): void;
          get(key: string): { readonly result: unknown; onsuccess: () => void };
        };
        oncomplete: () => void;
      };
    };
    onupgradeneeded: () => void;
    onsuccess: () => void;
  };
}

it('shows the sample in place of a damaged workbook, says so, and answers it though the list of functions comes late', async () => {
  expect(await workbook.notice('could not be read')).toContain('so this is the sample sheet');
  expect(await kept('unread')).toEqual(DAMAGED);
  await workbook.waitUntil('B2:B4', (cells) => cells.join() === 'Stripe,Shopify,HubSpot');
  expect(workbook.errors).toEqual([]);
});

describe('loading the page again', () => {
  it('shows the sheet as it was, sorted and with its blank cells, for no request', async () => {
    // The page calculates all others again each time.
    await workbook.blank('A6:G51');
    await workbook.type('A55', 'github.com');
    await workbook.type('B55', '=TRACE_COMPANY(A55,"name")');
    await workbook.type('I2', '=TRACE_TECH(A2:A5)');
    expect(await workbook.answer('B55')).toBe('GitHub');
    await workbook.answer('I2');
    await workbook.fill('J60:J62', 'values', [['b'], ['a'], ['c']]);
    await workbook.sort('J60:L62', 0, true);
    const before = await workbook.shown('A1:J62');
    await workbook.saved();
    await workbook.reload();
    // What was kept is there at once. Who answers a cell is known once it is calculated again, from answers that are kept too.
    await workbook.select('B55');
    await workbook.sentence('github.com');
    expect(await workbook.shown('A1:J62')).toEqual(before);
    expect(await workbook.shown('J60:J62')).toEqual([['a'], ['b'], ['c']]);
    expect(await workbook.page.locator('#notice').innerText()).toBe('');
    expect(workbook.apiRequests()).toEqual([]);
    expect(workbook.errors).toEqual([]);
  });

  /** Begins on a page that has saved nothing of its own: it saves no answers either, which could come while the second tab is open. */
  it('a tab that is overtaken by another one says so, writes nothing over it, and shows it once it is reloaded', async () => {
    const first = workbook;
    const second = await WorkbookPage.open(context, served.origin);
    await second.fill('J5:J5', 'values', [['from the second tab']]);
    await second.saved();
    await second.page.close();
    const notice = first.page.getByText(/^This workbook was changed in another tab, so/);
    await first.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await notice.waitFor();
    expect(await first.page.locator('#notice').getByRole('button').allInnerTexts()).toEqual(['Reload']);
    await first.fill('J6:J6', 'values', [['from the first tab']]);
    await first.page.getByRole('button', { name: 'Start over' }).click();
    await first.page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    // For the next test.
    await first.page.route(isLatePart, (route) => route.abort());
    await first.page.getByRole('button', { name: 'Reload' }).click();
    await first.ready();
    expect((await first.shown('J5:J6')).flat()).toEqual(['from the second tab', '']);
    await first.fill('J6:J6', 'values', [['goes on']]);
    await first.saved();
    expect(await notice.count()).toBe(0);
  });
});

it('a page whose panel cannot be loaded says so, also to those who save a file, and offers to load it again', async () => {
  const { page } = workbook;
  const notice = page.locator('#notice').getByText('Part of this page could not be loaded.');
  await notice.waitFor();
  await page.locator('#trace-panel').getByText('The panel could not be loaded.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Save CSV' }).click();
  await notice.waitFor();
  await page.unroute(isLatePart);
  // For the next test.
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { name: 'Enrich a column' }).waitFor();
  workbook.errors.length = 0;
});

/** The last one: from then on the browser keeps nothing. */
it('if the browser keeps nothing, the workbook works, says so, and the browser asks before the page is closed', async () => {
  await workbook.type('I2', '=TRACE_COMPANY(A2,"name")');
  expect(await workbook.answer('I2')).toBe('Stripe');
  expect(await workbook.notice('keeps nothing')).toContain('save as CSV');
  const asked = workbook.page.waitForEvent('dialog');
  await workbook.page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.accept();
  expect(workbook.errors).toEqual([]);
});
