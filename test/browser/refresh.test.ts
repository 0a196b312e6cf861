import type { Locator, Route } from 'playwright-core';
import { BulkPage } from './bulk-page';
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
])('a refresh that somebody has %s can be dismissed', async (_what, part, said) => {
  page = await BulkPage.open(served.browser, served.origin, [['Website'], ['company-1.example']], { acts: true });
  await page.do(`host.notes = ${JSON.stringify(JSON.stringify([1, [['r1', 1, null, null, [part]]], []]))}`);
  await page.openTab('Activity');
  await card().getByText(said).waitFor();
  await card().getByRole('button', { name: 'Dismiss' }).press('Enter');
  await card().getByText(said).waitFor({ state: 'detached' });
});
