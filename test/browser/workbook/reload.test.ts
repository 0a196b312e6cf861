import type { BrowserContext } from 'playwright-core';
import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let context: BrowserContext;
/** One page for all. */
let workbook: WorkbookPage;

beforeAll(async () => {
  context = await served.browser.newContext();
  workbook = await WorkbookPage.openFour(context, served.origin);
});
afterAll(() => context.close());

/** Puts something else where the workbook is kept, from a page that saves none itself. */
async function spoil(value: unknown): Promise<void> {
  await workbook.page.goto(`${served.origin}/favicon.svg`);
  await workbook.page.evaluate(
    (spoilt) =>
      new Promise<void>((resolve, reject) => {
        const { indexedDB } = globalThis as unknown as { indexedDB: Databases };
        const opening = indexedDB.open('trace-workbook');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('sheets', 'readwrite');
          writing.objectStore('sheets').put(spoilt, 'current');
          writing.oncomplete = () => resolve();
          writing.onerror = () => reject(new Error('not written'));
        };
      }),
    value,
  );
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
      transaction(
        store: string,
        mode: string,
      ): {
        objectStore(name: string): {
          put(value: unknown, key: string): void;
          get(key: string): { readonly result: unknown; onsuccess: () => void };
        };
        oncomplete: () => void;
        onerror: () => void;
      };
    };
    onsuccess: () => void;
  };
}

describe('loading the page again', () => {
  it('shows the sheet as it was, sorted and with its blank cells, for no request', async () => {
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
    // What was kept is there at once. It is calculated again, from answers that are kept too, before what comes after it.
    await workbook.fill('K2', 'formulas', [['=TRACE_COMPANY(A3,"name")']]);
    expect(await workbook.answer('K2')).toBe('Shopify');
    expect(await workbook.shown('A1:J62')).toEqual(before);
    expect(await workbook.shown('J60:J62')).toEqual([['a'], ['b'], ['c']]);
    expect(await workbook.page.locator('#notice').innerText()).toBe('');
    expect(workbook.apiRequests()).toEqual([]);
    expect(workbook.errors).toEqual([]);
  });

  it('a tab that is overtaken by another one says so, writes nothing over it, and shows it once it is reloaded', async () => {
    const first = workbook;
    await first.saved();
    // Until it saves something of its own, it saves no answers either: those could come while the second tab is open.
    await first.reload();
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
    await first.page.getByRole('button', { name: 'Reload' }).click();
    await first.ready();
    expect((await first.shown('J5:J6')).flat()).toEqual(['from the second tab', '']);
    await first.fill('J6:J6', 'values', [['goes on']]);
    await first.saved();
    expect(await notice.count()).toBe(0);
  });

  it('shows the sample in place of a damaged or foreign one, and says so', async () => {
    for (const value of [
      { format: 1, workbook: { id: 'x', sheetOrder: ['s'], sheets: { s: { id: 's', name: 'S' } } } },
      'something else',
    ]) {
      // What is about to be saved, and would be saved over what is put there.
      await workbook.fill('J20', 'values', [['a change']]);
      await spoil(value);
      await workbook.comeBack();
      expect(await workbook.notice('could not be read')).toContain('so this is the sample sheet');
      expect(await kept('unread')).toEqual(value);
      await workbook.waitUntil('A2:B2', ([company, name]) => company === 'stripe.com' && name === 'Stripe');
    }
    expect(workbook.errors).toEqual([]);
  });
});

/** The last one: from then on the browser keeps nothing. */
it('if the browser keeps nothing, the workbook works, says so, and the browser asks before the page is closed', async () => {
  await workbook.page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await workbook.comeBack();
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
