import type { BrowserContext, Locator } from 'playwright-core';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';
import { openTab } from '../panel/panel-tabs';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();

/** As on a computer that has paid for nothing yet. */
const FORGET_LEDGERS = `new Promise((resolve) => {
  const name = Object.getOwnPropertySymbols(globalThis).find((each) => each.description.startsWith('trace.spending'));
  globalThis[name].ledgers.clear();
  indexedDB.open('trace-spending').onsuccess = ({ target: { result } }) => {
    result.transaction('books', 'readwrite').objectStore('books').clear().onsuccess = () => resolve(null);
  };
})`;

let context: BrowserContext;
let workbook: WorkbookPage;

/** One page, on which each test asks about companies of its own. */
beforeAll(async () => {
  await served.control('reset', {});
  context = await served.browser.newContext();
  workbook = await WorkbookPage.openFour(context, served.origin);
});
beforeEach(async () => {
  await openTab(workbook.page, 'Settings');
  workbook.forgetRequests();
});
afterAll(() => context.close());

const section = (): Locator => workbook.page.getByRole('region', { name: 'Spending' });
const waiting = (): Locator => workbook.page.getByRole('region', { name: 'Waiting cells' });
/** In the settings. */
async function says(text: string): Promise<void> {
  await openTab(workbook.page, 'Settings');
  await section().getByText(text, { exact: true }).waitFor();
}

/** Beside what waits. */
async function waits(text: string): Promise<void> {
  await openTab(workbook.page, 'Activity');
  await waiting().getByText(text, { exact: true }).waitFor();
}

const radio = (name: string): Locator => section().getByRole('radio', { name });
const chosen = (name: string): Locator => section().getByRole('radio', { name, checked: true });
const limitField = (): Locator => section().getByLabel('Up to how many credits a day');
const fetchButton = (): Locator => waiting().getByRole('button', { name: /^Fetch/ });

async function choose(name: string): Promise<void> {
  await openTab(workbook.page, 'Settings');
  await radio(name).check();
  await chosen(name).waitFor();
  await says('Saved.');
}

async function limitTo(credits: number): Promise<void> {
  await limitField().fill(String(credits));
  await limitField().press('Enter');
  await chosen(`Up to ${credits.toLocaleString('en-US')} credits a day`).waitFor();
  await says('Saved.');
}

/** What formulas have spent, which the sample's have. The panel tells it up to a second after the cells are answered. */
async function spentToday(): Promise<number> {
  const charged = await served.charged();
  await says(`${charged} of 500 credits`);
  return charged;
}

const shows = (range: string, ...expected: string[]): Promise<string[][]> =>
  workbook.waitUntil(range, (cells) => cells.join('|') === expected.join('|'));

/** The first one: nothing was chosen yet. */
it('a new workbook spends freely in the sandbox, until another choice is made', async () => {
  await chosen('Freely').waitFor();
  await choose('Only what I approve');
});

const WAITS = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.';

describe('a daily limit', () => {
  beforeAll(() => choose('Up to 500 credits a day'));

  it('of two more credits answers two cells of five, and three wait', async () => {
    const spent = await spentToday();
    await limitTo(spent + 2);
    const companies = [301, 302, 303, 304, 305];
    await workbook.fill(
      'N20:N24',
      'formulas',
      companies.map((number) => [`=TRACE_COMPANY("company-${number}.example","name")`]),
    );
    await shows('N20:N24', 'Company 301', 'Company 302', '#N/A', '#N/A', '#N/A');
    await says(`${spent + 2} of ${spent + 2} credits`);
    await waits('3 cells are waiting: up to 3 credits.');
    await fetchButton().click();
    await shows('N20:N24', 'Company 301', 'Company 302', 'Company 303', 'Company 304', 'Company 305');
    await says(`${spent + 5} credits; the limit is ${spent + 2}`);
    // The next test's choice is said in the same place.
    await waits('3 formulas recalculated.');
  });

  it('is chosen by typing it, and by its radio button', async () => {
    await choose('Freely');
    await limitTo(1_000);
    await chosen('Up to 1,000 credits a day').waitFor();
    await choose('Only what I approve');
    await choose('Up to 1,000 credits a day');
    await chosen('Up to 1,000 credits a day').waitFor();
  });

  it('that is none is told beside its field, and nothing is chosen', async () => {
    await choose('Freely');
    await limitField().fill('0');
    await limitField().press('Enter');
    await section().getByRole('alert').getByText('Enter a whole number from 1 to 1,000,000.').waitFor();
    // By a click: the browser itself would show it as chosen.
    await radio('Up to').click();
    await chosen('Freely').waitFor();
    expect(await limitField().getAttribute('aria-invalid')).toBe('true');
    await choose('Only what I approve');
    await expectSoon(
      async () => [await limitField().inputValue(), await limitField().getAttribute('aria-invalid')],
      ['1,000', null],
    );
  });

  it('is changed, and what waits is fetched, by keyboard alone', async () => {
    await limitTo(500);
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await workbook.page.keyboard.press(key);
    };
    await radio('Up to 500 credits a day').focus();
    await press('ArrowDown');
    await says('Saved.');
    await workbook.fill('N30:N31', 'formulas', [
      ['=TRACE_COMPANY("company-306.example","name")'],
      ['=TRACE_COMPANY("company-307.example","name")'],
    ]);
    await waits('2 cells are waiting: up to 2 credits.');
    await press('Tab', 'Enter');
    await shows('N30:N31', 'Company 306', 'Company 307');
    await waits('No cells are waiting.');
    await press('End');
    await radio('Only what I approve').waitFor();
    await limitField().focus();
    await press('Control+A');
    await workbook.page.keyboard.type('7');
    await press('Enter');
    await chosen('Up to 7 credits a day').waitFor();
    await says('Saved.');
  });
});

describe('only when I say so', () => {
  beforeAll(() => choose('Only what I approve'));

  it('a formula waits with a sentence, the panel says its price, and fetching answers it', async () => {
    await workbook.type('B16', '=TRACE_COMPANY("company-1.example","name")');
    await shows('B16', WAITS);
    await workbook.select('B16');
    await workbook.page.locator('#cell-sentence', { hasText: 'Waiting for approval (1 credit)' }).waitFor();
    await waits('1 cell is waiting: up to 1 credit.');
    const requestsBefore = workbook.apiRequests();
    await waiting().getByRole('button', { name: 'Fetch 1 cell (up to 1 credit)' }).click();
    await shows('B16', 'Company 1');
    await waits('No cells are waiting.');
    expect({
      requestsBefore,
      requests: workbook.apiRequests().length,
      fetchButtons: await fetchButton().count(),
    }).toEqual({ requestsBefore: [], requests: 1, fetchButtons: 0 });
  });

  it('a formula within IFERROR, which catches no text, is fetched for as well', async () => {
    await workbook.fill('H24:H25', 'formulas', [
      ['=IFERROR(TRACE_COMPANY("company-8.example","name"),"none")'],
      ['=TRACE_COMPANY("company-9.example","name")'],
    ]);
    await shows('H24:H25', WAITS, WAITS);
    await waits('2 cells are waiting: up to 2 credits.');
    await fetchButton().click();
    await shows('H24:H25', 'Company 8', 'Company 9');
    await waits('No cells are waiting.');
  });

  it('what is known already is answered unasked', async () => {
    await workbook.type('H20', '=TRACE_COMPANY("stripe.com","name")');
    await shows('H20', 'Stripe');
    await waits('No cells are waiting.');
  });

  it('one word is good for what was shown: a formula typed later waits again', async () => {
    await workbook.fill('H21', 'formulas', [['=TRACE_COMPANY("company-2.example","name")']]);
    await waits('1 cell is waiting: up to 1 credit.');
    await fetchButton().click();
    await shows('H21', 'Company 2');
    await workbook.fill('H22', 'formulas', [['=TRACE_COMPANY("company-3.example","name")']]);
    await shows('H22', WAITS);
    await waits('1 cell is waiting: up to 1 credit.');
  });

  it('restoring formulas says what it may cost and waits for a word', async () => {
    const { page } = workbook;
    const freezing = page.getByRole('region', { name: 'Freeze formulas' });
    const press = (name: string | RegExp): Promise<void> => freezing.getByRole('button', { name }).click();
    await press('Freeze all sheets');
    await freezing.getByText(/formulas frozen to values/).waitFor();
    await page.evaluate(FORGET_LEDGERS);
    await press('Restore formulas');
    await freezing.getByText(/^Restoring \d+ formulas may fetch up to \d+ credits\.$/).waitFor();
    await press('Keep values');
    await freezing.getByRole('button', { name: 'Keep values' }).waitFor({ state: 'detached' });
    const kept = await workbook.shown('H20');
    await press('Restore formulas');
    await press(/^Restore \d+ formulas$/);
    await freezing.getByText(/^\d+ formulas restored\.$/).waitFor();
    expect({ kept, focused: await page.evaluate('document.activeElement?.id') }).toEqual({
      kept: [['Stripe']],
      focused: 'freeze-title',
    });
  });

  it('formulas of a Google sheet show their values until reconnecting them was approved', async () => {
    const { page } = workbook;
    await workbook.fill('H30:H31', 'formulas', [
      ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_COMPANY(""company-40.example"",""name"")"),"As in Google")'],
      ['=IFERROR(__xludf.DUMMYFUNCTION("TRACE_COMPANY(""company-41.example"",""name"")&GOOGLEFINANCE(1)"),"Kept")'],
    ]);
    await shows('H30:H31', 'As in Google', 'Kept');
    const card = page.getByRole('region', { name: 'Reconnect formulas' });
    const press = (name: string | RegExp): Promise<void> => card.getByRole('button', { name }).click();
    await press('Reconnect formulas');
    await card.getByText('Reconnecting 1 formula may fetch up to 1 credit.').waitFor();
    await press('Keep values');
    await shows('H30', 'As in Google');
    await press('Reconnect formulas');
    await press('Reconnect 1 formula');
    await card
      .getByText(/^1 formula reconnected\.\n1 formula stays as it is:\n• .*!H31: it calls other functions too/)
      .waitFor();
    expect(await page.evaluate('document.activeElement?.id')).toBe('reconnect-title');
    await shows('H30:H31', WAITS, 'Kept');
  });

  it('still holds after another file was opened, for which the page is loaded again', async () => {
    await workbook.openCsv('leads.csv', 'domain\nzoom.us\n');
    await workbook.page.getByRole('button', { name: 'Open', exact: true }).click();
    await workbook.notice('leads.csv: 1 row.');
    await workbook.ready();
    await openTab(workbook.page, 'Settings');
    await chosen('Only what I approve').waitFor();
  });
});
