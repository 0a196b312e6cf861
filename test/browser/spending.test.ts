import type { BrowserContext, Locator } from 'playwright-core';
import { findViolations } from './axe';
import { serveWorkbook } from './served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let context: BrowserContext;
let workbook: WorkbookPage;

beforeEach(async () => {
  await served.control('reset', {});
  context = await served.browser.newContext();
  workbook = await WorkbookPage.openAnswered(context, served.origin);
});

afterEach(() => context.close());

const section = (): Locator => workbook.page.getByRole('region', { name: 'Spending' });
const says = (text: string | RegExp): Promise<void> => section().getByText(text, { exact: true }).waitFor();
const radio = (name: string): Locator => section().getByRole('radio', { name });
const limitField = (): Locator => section().getByLabel('Up to how many credits a day');
const fetchButton = (): Locator => section().getByRole('button', { name: /^Fetch waiting/ });

async function choose(name: string): Promise<void> {
  await radio(name).check();
  await says('Saved.');
}

async function limitTo(credits: number): Promise<void> {
  await limitField().fill(String(credits));
  await limitField().press('Enter');
  await says('Saved.');
}

/** What the panel says that formulas have spent so far. */
async function spentToday(): Promise<number> {
  const said = await section().locator('dd').first().innerText();
  return Number(/^\d+/.exec(said)?.[0]);
}

const shows = (range: string, ...expected: string[]): Promise<void> =>
  workbook.waitUntil(range, (cells) => cells.join('|') === expected.join('|'));

describe('only when I say so', () => {
  it('a formula waits with a sentence, the panel says its price, and fetching answers it', async () => {
    await choose('Only when I say so');
    await workbook.type('H20', '=TRACE_COMPANY("zoom.us","name")');
    await shows('H20', '#N/A');
    await workbook.select('H20');
    await workbook.page.locator('#cell-sentence', { hasText: '1 credit to fetch this' }).waitFor();
    await says('1 cell waits; at most 1 credit.');
    const requestsBefore = workbook.apiRequests();
    await section().getByRole('button', { name: 'Fetch waiting (at most 1 credit)' }).click();
    await shows('H20', 'Zoom');
    await says('No cell waits to be fetched.');
    expect([requestsBefore, workbook.apiRequests().length, await fetchButton().count()]).toEqual([[], 1, 0]);
  });

  it('what is known already is answered unasked', async () => {
    await choose('Only when I say so');
    await workbook.type('H20', '=TRACE_COMPANY("stripe.com","name")');
    await shows('H20', 'Stripe');
    await says('No cell waits to be fetched.');
  });

  it('one word is good for what was shown: a formula typed later waits again', async () => {
    await choose('Only when I say so');
    await workbook.fill('H20', 'formulas', [['=TRACE_COMPANY("zoom.us","name")']]);
    await says('1 cell waits; at most 1 credit.');
    await fetchButton().click();
    await shows('H20', 'Zoom');
    await workbook.fill('H21', 'formulas', [['=TRACE_COMPANY("figma.com","name")']]);
    await shows('H21', '#N/A');
    await says('1 cell waits; at most 1 credit.');
  });

  it('still holds when the page is loaded again, and after another file was opened', async () => {
    await choose('Only when I say so');
    await workbook.reload();
    await radio('Only when I say so').waitFor();
    const afterReload = await radio('Only when I say so').isChecked();
    await workbook.openCsv('leads.csv', 'domain\nzoom.us\n');
    await workbook.notice('leads.csv: 2 rows.');
    await workbook.ready();
    await radio('Only when I say so').waitFor();
    expect([afterReload, await radio('Only when I say so').isChecked()]).toEqual([true, true]);
  });
});

describe('a daily limit', () => {
  it('of two more credits answers two cells of five, and three wait', async () => {
    const spent = await spentToday();
    await limitTo(spent + 2);
    const companies = ['zoom.us', 'figma.com', 'asana.com', 'gitlab.com', 'dropbox.com'];
    await workbook.fill(
      'H20:H24',
      'formulas',
      companies.map((domain) => [`=TRACE_COMPANY("${domain}","name")`]),
    );
    await shows('H20:H24', 'Zoom', 'Figma', '#N/A', '#N/A', '#N/A');
    await says('3 cells wait; at most 3 credits.');
    await says(`${spent + 2} of ${spent + 2} credits`);
    await fetchButton().click();
    await shows('H20:H24', 'Zoom', 'Figma', 'Asana', 'GitLab', 'Dropbox');
    await says(`${spent + 5} credits; the limit is ${spent + 2}`);
  });

  it('is chosen by typing it, and by its radio button', async () => {
    await choose('Freely');
    await limitTo(1_000);
    const typed = await radio('Up to 1,000 credits a day').isChecked();
    await choose('Only when I say so');
    await choose('Up to 1,000 credits a day');
    expect([typed, await radio('Up to 1,000 credits a day').isChecked()]).toEqual([true, true]);
  });

  it('that is none is told beside its field, and nothing is chosen', async () => {
    await choose('Freely');
    await limitField().fill('0');
    await limitField().press('Enter');
    await section().getByRole('alert').getByText('Give a whole number from 1 to 1,000,000.').waitFor();
    // By a click: the browser itself would show it as chosen.
    await radio('Up to').click();
    expect([await radio('Freely').isChecked(), await limitField().getAttribute('aria-invalid')]).toEqual([
      true,
      'true',
    ]);
    await choose('Only when I say so');
    expect([await limitField().inputValue(), await limitField().getAttribute('aria-invalid')]).toEqual(['500', null]);
  });
});

it('is all done by keyboard', async () => {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await workbook.page.keyboard.press(key);
  };
  await radio('Up to 500 credits a day').focus();
  await press('ArrowDown');
  await says('Saved.');
  await workbook.fill('H20:H21', 'formulas', [
    ['=TRACE_COMPANY("zoom.us","name")'],
    ['=TRACE_COMPANY("figma.com","name")'],
  ]);
  await says('2 cells wait; at most 2 credits.');
  await press('Shift+Tab', 'Shift+Tab', 'Enter');
  await shows('H20:H21', 'Zoom', 'Figma');
  await says('No cell waits to be fetched.');
  const focused = await workbook.page.evaluate('document.activeElement.textContent');
  await press('Tab');
  await workbook.page.keyboard.type('7');
  await press('Enter');
  await says('Saved.');
  expect([focused, await radio('Up to 7 credits a day').isChecked()]).toEqual(['No cell waits to be fetched.', true]);
});

describe.each(['light', 'dark'] as const)('the page, %s', (colorScheme) => {
  it('gives axe nothing to find in any state, and does not scroll sideways', async () => {
    await workbook.page.emulateMedia({ colorScheme });
    await workbook.page.setViewportSize({ width: 300, height: 900 });
    const found: string[] = [];
    const check = async (): Promise<void> => void found.push(...(await findViolations(workbook.page)));
    await choose('Only when I say so');
    await check();
    await workbook.fill('H20', 'formulas', [['=TRACE_COMPANY("zoom.us","name")']]);
    await says('1 cell waits; at most 1 credit.');
    await check();
    await limitField().fill('lots');
    await limitField().press('Enter');
    await check();
    await fetchButton().click();
    await says('No cell waits to be fetched.');
    await check();
    const pane = workbook.page.locator('#trace-pane');
    const overflow = await pane.evaluate(
      'document.getElementById("trace-pane").scrollWidth - document.getElementById("trace-pane").clientWidth',
    );
    expect([found, overflow, workbook.errors]).toEqual([[], 0, []]);
  });
});
