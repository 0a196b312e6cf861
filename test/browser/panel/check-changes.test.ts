import type { Locator, Route } from 'playwright-core';
import { BulkPage, companies } from '../enrich/bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

/** The notes of a file: an unfinished rescan of one company. */
const NOTES = JSON.stringify([
  1,
  [['r1', 1, null, null, [['running', 'job_1', 'queued', 0, 'company-1.example', [], [-1], null]]]],
  [],
]);
const FINISHED = {
  job_id: 'job_1',
  status: 'complete',
  domains: [{ domain: 'company-1.example', status: 'complete' }],
};

const served = serveWorkbook();
let page: BulkPage;

afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

const card = (): Locator => page.page.getByRole('region', { name: 'Check for changes' });

it('what a check finds is kept, also if the panel is closed meanwhile', async () => {
  page = await BulkPage.open(served.browser, served.origin, [['Website'], ['company-1.example']], { acts: true });
  await page.do(`host.notes = ${JSON.stringify(NOTES)}`);
  const check = new Promise<Route>((resolve) => void page.page.route('**/v1/jobs/job_1', resolve, { times: 1 }));
  await page.openTab('Activity');
  const asked = await check;
  await page.page.route('**/v1/jobs/job_1', (route) => route.abort());
  await page.do('reopen()');
  await asked.fulfill({ json: FINISHED });
  await page.openTab('Activity');
  await card()
    .getByText(/^1 company was rescanned\./)
    .waitFor();
});

it.each([
  [
    'never sent the rest of',
    ['unsent', null, null, 0, 'company-1.example', [], [], null],
    '1 company was not sent yet.',
  ],
  [
    'noted as running although it is over',
    ['finished', null, null, 0, 'company-1.example', [], [-1], null],
    /^1 company was rescanned\./,
  ],
])('a rescan that the user has %s can be dismissed', async (_what, part, said) => {
  page = await BulkPage.open(served.browser, served.origin, [['Website'], ['company-1.example']], { acts: true });
  await page.do(`host.notes = ${JSON.stringify(JSON.stringify([1, [['r1', 1, null, null, [part]]], []]))}`);
  await page.openTab('Activity');
  await card().getByText(said).waitFor();
  await card().getByRole('button', { name: 'Dismiss' }).press('Enter');
  await card().getByText(said).waitFor({ state: 'detached' });
});

it('brings the progress of a new rescan into view', async () => {
  page = await BulkPage.open(served.browser, served.origin, companies(3), { acts: true });
  await page.page.setViewportSize({ width: 300, height: 500 });
  await page.openTab('Activity');
  await card()
    .getByRole('button', { name: /^Rescan 3 companies/ })
    .press('Enter');
  const progress = card().getByText(/^Rescanning: /);
  await progress.waitFor();
  await expectSoon(async () => {
    const { y, height } = (await progress.boundingBox())!;
    return y > 80 && y + height <= 500;
  }, true);
});

it('offers to read the selection only where the host cannot follow it', async () => {
  page = await BulkPage.open(served.browser, served.origin, companies(3), { acts: true });
  await page.openTab('Activity');
  await card().getByText('3 ready').waitFor();
  expect(await card().getByRole('button', { name: 'Read selection' }).count()).toBe(0);
  await page.do('host.followsOnReturn = true; reopen()');
  await page.openTab('Activity');
  await card().getByRole('button', { name: 'Read selection' }).waitFor();
});

const DAY_MS = 86_400_000;
const openOld = (): Promise<void> => card().getByText('Update old answers without a rescan').click();

/** Answers about three companies, 31 days after they came. */
async function openOldAnswers(): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, companies(3), { acts: true });
  await page.do('window.realNow ??= Date.now; window.ahead = 0; Date.now = () => realNow() + ahead; startOver()');
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says('Done: Leads, 3 rows');
  await page.do(`window.ahead = ${31 * DAY_MS}`);
  await page.openTab('Activity');
  await openOld();
  await card()
    .getByText(/^3 of 3 saved answers older than 30 days, the oldest from /)
    .waitFor();
}

it('says which companies are selected above the button that rescans them', async () => {
  page = await BulkPage.open(served.browser, served.origin, companies(3), { acts: true });
  await page.openTab('Activity');
  const button = await card()
    .getByRole('button', { name: /^Rescan 3 companies/ })
    .boundingBox();
  const source = await card().locator('.source').boundingBox();
  expect(source!.y).toBeLessThan(button!.y);
});

it('updates old answers without a rescan', async () => {
  await openOldAnswers();
  await card()
    .getByRole('button', { name: /^Update 3 answers · / })
    .press('Enter');
  await card()
    .getByText(/^3 answers updated, .* Nothing changed\.$/)
    .waitFor();
  await card().getByText('3 saved answers, none older than 30 days.').waitFor();
  expect(page.requests.filter((request) => request.includes('refresh'))).toEqual([]);
});

it('offers no price of answers about other companies than the selected ones', async () => {
  await openOldAnswers();
  await page.do(`{
    const region = document.querySelector('[aria-labelledby=check-title]');
    const read = () => {
      const button = [...region.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith('Update'));
      return region.querySelector('.chip')?.textContent + ', ' + (button?.textContent.split(' ·')[0] ?? 'no button');
    };
    window.seen = new Set([read()]);
    new MutationObserver(() => seen.add(read())).observe(region, { subtree: true, childList: true, characterData: true });
    host.select(host.area(1, 2, 0, 1));
  }`);
  await card()
    .getByText(/^2 of 2 saved answers older than 30 days/)
    .waitFor();
  expect(await page.do('[...seen]')).toEqual([
    '3 ready, Update 3 answers',
    '2 ready, no button',
    '2 ready, Update 2 answers',
  ]);
});

it('takes the column that was chosen last, whichever is answered first', async () => {
  page = await BulkPage.open(
    served.browser,
    served.origin,
    [
      ['Website', 'Partner', 'Client'],
      ['company-1.example', 'company-2.example', 'company-3.example'],
    ],
    { acts: true },
  );
  await page.do('host.select(host.area(0, 2, 0, 3))');
  await page.openTab('Activity');
  const column = card().getByLabel('Column of companies');
  await column.waitFor();
  await page.do(`{
    const { selection } = host;
    window.answers = [];
    host.selection = () => new Promise((resolve) => answers.push(resolve)).then(selection);
  }`);
  await column.selectOption({ label: 'B: Partner' });
  await column.selectOption({ label: 'C: Client' });
  await expectSoon(() => page.do('answers.length'), 2);
  await page.do('answers[1]()');
  await expectSoon(() => column.inputValue(), '2');
  await page.do('answers[0]()');
  await page.do('new Promise((resolve) => setTimeout(resolve, 300))');
  expect(await column.inputValue()).toBe('2');
});

it('a company in Explore leads to its check', async () => {
  page = await BulkPage.open(served.browser, served.origin, [['Website'], ['stripe.com']], { acts: true });
  await page.openTab('Explore');
  const explore = page.page.getByRole('tabpanel', { name: 'Explore' });
  await explore.getByRole('combobox', { name: /^Company, technology/ }).fill('stripe.com');
  await explore.getByRole('option', { name: 'stripe.com' }).first().click();
  await explore.getByRole('button', { name: /^Look up/ }).click();
  await explore.getByRole('button', { name: 'Check for changes' }).press('Enter');
  const field = card().getByLabel('Company', { exact: true });
  await expectSoon(() => field.inputValue(), 'stripe.com');
  await expectSoon(() => page.focused(), 'Check for changes');
  await field.press('Enter');
  await card().getByText('Rescanning: 0 of 1 company').waitFor();
});

it('old answers are told once the panel is open, and the button leads to all companies of the file', async () => {
  await openOldAnswers();
  await page.do('host.lookedMs = 0; reopen()');
  const banner = page.page.getByText('3 answers are older than 30 days.');
  await banner.waitFor();
  await page.page.getByRole('status').getByRole('button', { name: 'Check for changes' }).press('Enter');
  await expectSoon(() => card().getByLabel('Companies').inputValue(), 'file');
  await card().getByText('3 companies have an answer').waitFor();
  await card().getByRole('button', { name: 'Rescan 3 companies · free' }).waitFor();
  expect(await banner.count()).toBe(0);
  await page.do('reopen()');
  await page.openTab('Activity');
  await page.do('new Promise((resolve) => setTimeout(resolve, 3000))');
  expect(await banner.count()).toBe(0);
});

it('the companies of a list are read for the price on the button, and rescanned for nothing', async () => {
  page = await BulkPage.open(served.browser, served.origin, companies(1), { acts: true });
  await page.openTab('Activity');
  await card().getByLabel('Companies').selectOption('A list');
  await card().getByLabel('List').selectOption({ label: 'Picked by hand' });
  await card().getByRole('button', { name: 'Read 3 companies · up to 3 credits' }).press('Enter');
  await card().getByRole('button', { name: 'Rescan 3 companies · free' }).press('Enter');
  await card().getByText('Rescanning: 0 of 3 companies').waitFor();
});

it('the enriched column is checked as long as the file keeps its record, and otherwise the selected cells are', async () => {
  page = await BulkPage.open(served.browser, served.origin, companies(3), { acts: true });
  await page.openTab('Activity');
  await card().getByLabel('Companies').selectOption('Enriched column');
  await card().getByText('This file keeps no enrichment. Select the column instead.').waitFor();
  await card().getByRole('button', { name: 'Use selected cells' }).press('Enter');
  await expectSoon(() => card().getByLabel('Companies').inputValue(), 'selection');
  await page.openTab('Enrich');
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says('Done: Leads, 3 rows');
  await page.openTab('Activity');
  await card().getByLabel('Companies').selectOption('Enriched column');
  await card().getByText('Leads › Website · 3 companies').waitFor();
  await card().getByRole('button', { name: 'Rescan 3 companies · free' }).waitFor();
});
