import type { Locator, Route } from 'playwright-core';
import { BulkPage, companies } from './bulk-page';
import { expectSoon } from './expect-soon';
import { serveWorkbook } from './served-workbook';

/** The notes of a file: a refresh of one company that Trace works on. */
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

const card = (): Locator => page.page.getByRole('region', { name: 'Refresh' });

it('what a look brings is kept, also where the panel was closed meanwhile', async () => {
  page = await BulkPage.open(served.browser, served.origin, [['Website'], ['company-1.example']], { acts: true });
  await page.do(`host.notes = ${JSON.stringify(NOTES)}`);
  const look = new Promise<Route>((resolve) => void page.page.route('**/v1/jobs/job_1', resolve, { times: 1 }));
  await page.openTab('Activity');
  const asked = await look;
  await page.page.route('**/v1/jobs/job_1', (route) => route.abort());
  await page.do('reopen()');
  await asked.fulfill({ json: FINISHED });
  await page.openTab('Activity');
  await card().getByText('Refreshed: 1 company').waitFor();
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
    'Refreshed: 1 company',
  ],
])('a rescan that the user has %s can be dismissed', async (_what, part, said) => {
  page = await BulkPage.open(served.browser, served.origin, [['Website'], ['company-1.example']], { acts: true });
  await page.do(`host.notes = ${JSON.stringify(JSON.stringify([1, [['r1', 1, null, null, [part]]], []]))}`);
  await page.openTab('Activity');
  await card().getByText(said).waitFor();
  await card().getByRole('button', { name: 'Dismiss' }).press('Enter');
  await card().getByText(said).waitFor({ state: 'detached' });
});

const DAY_MS = 86_400_000;
const old = (): Locator => page.page.getByRole('region', { name: 'Old answers' });

/** Answers to three companies, ten days after they came. */
async function openOldAnswers(): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, companies(3), { acts: true });
  await page.do('window.realNow ??= Date.now; window.ahead = 0; Date.now = () => realNow() + ahead; startOver()');
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says('Done: Leads, 3 rows');
  await page.do(`window.ahead = ${10 * DAY_MS}`);
  await page.openTab('Activity');
  await old().getByText('Refresh stale answers').click();
  await old().getByLabel('Older than, in days').fill('5');
  await old()
    .getByText(/^3 of 3 saved answers are older/)
    .waitFor();
}

it('offers no price of other old answers than those of the days that are typed', async () => {
  await openOldAnswers();
  const offered = await page.do(`(async () => {
    const field = document.getElementById('stale-days');
    field.value = '20';
    field.dispatchEvent(new Event('input'));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return document.querySelectorAll('[aria-labelledby=stale-title] button.main').length;
  })()`);
  expect(offered).toBe(0);
});

it('offers no answers again that came after other days were typed', async () => {
  await openOldAnswers();
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route('**/v1/companies/batch', async (route) => {
    await held;
    await route.continue();
  });
  await old()
    .getByRole('button', { name: /^Refetch 3 companies/ })
    .click();
  await old().getByLabel('Older than, in days').fill('6');
  await old()
    .getByText(/^3 of 3 saved answers are older/)
    .waitFor();
  answer();
  await old()
    .getByText(/^3 companies fetched/)
    .waitFor();
  await expectSoon(() => old().getByText('All 3 saved answers are newer.').count(), 1);
});

it('takes the column of old answers that was chosen last, whichever is answered first', async () => {
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
  await old().getByText('Refresh stale answers').click();
  const column = old().getByLabel('Column of companies');
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
