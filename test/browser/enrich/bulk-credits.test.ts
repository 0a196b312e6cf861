import { BulkPage, companies } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

async function open(cells: readonly (readonly string[])[]): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, cells);
}

async function limit(credits: string): Promise<void> {
  const field = page.section().getByLabel('Limit, in credits');
  await field.fill(credits);
  await field.press('Enter');
}

const column = async (index: number): Promise<readonly unknown[]> =>
  (await page.values()).map((row) => row[index] ?? '');

it('shows the first rows in the sheet for their price, and goes on without paying for them again', async () => {
  await open(companies(5));
  await page.button('Profile').click();
  await page.button('Preview 3 rows (up to 3 credits)').click();
  await page.says('Preview: Leads, 5 rows');
  await page.says(/The preview cost 3 credits/);
  expect(await column(1)).toEqual(['Company', 'Company 1', 'Company 2', 'Company 3', '', '']);
  await page.says('Up to 2 credits');
  await page.button('Go on').click();
  await page.says('Done: Leads, 5 rows');
  await page.says(/Credits used: 5 \(limit 5\)/);
  expect(page.requests).toEqual(['POST /v1/companies/batch', 'POST /v1/companies/batch']);
});

it('does not call a row filled that another row of its company leaves blank', async () => {
  const untracked = ['nothing.invalid'];
  await open([...companies(2), untracked, ...companies(5).slice(3), untracked]);
  await page.button('Profile').click();
  await page.choose(/^Add a status column/);
  await page.button(/^Preview 3 rows/).click();
  await page.says('Preview: Leads, 7 rows');
  await page.says('Found 2 of 7 rows, 2 not tracked by Trace, 3 not done yet. The preview cost 2 credits.');
});

it('clears a preview from the sheet, and keeps the columns that were chosen', async () => {
  await open(companies(5));
  await page.button('Profile').click();
  await page.button('Remove Company').click();
  await page.button(/^Preview 3 rows/).click();
  await page.button('Clear preview').click();
  await page.says('Undone: 12 cells are as before.');
  expect(await column(1)).toEqual(['', '', '', '', '', '']);
  await page
    .section()
    .getByLabel(/^Industry, column 1 of 4/)
    .waitFor();
  await page.button('Preview 3 rows (free)').waitFor();
});

it('knows a preview as one when the panel is opened again', async () => {
  await open(companies(5));
  await page.button('Profile').click();
  await page.button(/^Preview 3 rows/).click();
  await page.says('Preview: Leads, 5 rows');
  await page.do('reopen()');
  await page.says('Up to 2 credits');
  await page.button('Go on').click();
  await page.says('Done: Leads, 5 rows');
});

it("goes on under the person's own limit, less what the preview cost", async () => {
  await open(companies(30));
  await page.button('Profile').click();
  await page.button(/^Preview 3 rows/).waitFor();
  await limit('10');
  await page.button('Preview 3 rows (up to 3 credits)').click();
  await page.says('Preview: Leads, 30 rows');
  expect(await page.violations()).toEqual([]);
  await expectSoon(() => page.section().getByLabel('Limit, in credits').inputValue(), '7');
  await page.says('7 credits: 7 of 27 rows.');
  await page.button('Go on').click();
  await page.says(/Limit reached: the next company/);
  await page.says(/Credits used: 10 \(limit 10\)/);
});

it('previews nothing where there are no more rows', async () => {
  await open(companies(3));
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  expect(await page.button(/^Preview/).count()).toBe(0);
});

it('tells a free price in one line, without a limit', async () => {
  await open(companies(5));
  await page.button('Profile').click();
  await page.button('Enrich 5 rows').click();
  await page.says(/^Done/);
  await page.button('Undo enrichment').click();
  await page.button('Profile').click();
  await page.section().getByRole('heading', { name: 'Price: free' }).waitFor();
  expect(await page.section().getByLabel('Limit, in credits').count()).toBe(0);
  await page.button('Preview 3 rows (free)').click();
  await page.button('Go on').click();
  await page.says('Done: Leads, 5 rows');
});

it('tells no credits while the first rows are under way, since some may be charged already', async () => {
  await open(companies(5));
  await page.button('Profile').click();
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route('**/v1/companies/batch', async (route) => {
    await held;
    await route.continue();
  });
  await page.button('Enrich 5 rows').click();
  await page.says('Starting…');
  const told = await page.section().innerText();
  answer();
  await page.says(/Credits used: 5 \(limit 5\)/);
  expect(told).not.toContain('Credits used');
});

it('tells what the latest partners of each company cost, and pays for no others', async () => {
  await open(companies(4));
  await page.button('Partners').click();
  await page.says('up to 12 credits');
  await page.section().getByLabel('Partners per company').selectOption('1');
  await page.says('up to 4 credits');
  expect(await page.violations()).toEqual([]);
  await page.button('Enrich 4 rows').click();
  await page.says('Done: Leads, 4 rows');
  const shown = (await column(1)).slice(1);
  expect(shown.filter((value) => String(value).includes(', '))).toEqual([]);
  expect(await served.charged()).toBeLessThanOrEqual(4);
});

it('requires a limit if the cost of partners is unknown', async () => {
  await open(companies(3));
  await page.button('Partners').click();
  await page.section().getByLabel('Partners per company').selectOption('all');
  await page.button('Enrich 3 rows').click();
  await page.says(/the partner count of 3 companies is only known after paying/);
  expect(page.requests).toEqual([]);
  await limit('500');
  await page.button('Enrich 3 rows').click();
  await page.says('Done: Leads, 3 rows');
});

it('suggests a limit once a preview has shown how many partners there are', async () => {
  await open(companies(30));
  await page.button('Partners').click();
  await page.section().getByLabel('Partners per company').selectOption('all');
  const field = page.section().getByLabel('Limit, in credits');
  await page.button('Preview 3 rows (up to 100 credits)').click();
  await page.says('Preview: Leads, 30 rows');
  await page.says(/^About \d+ partners? each: probably [\d,]+ credits for 27 rows/);
  await expectSoon(() => field.inputValue(), expect.stringMatching(/^[\d,]+$/));
  const suggested = await field.inputValue();
  await page.says(`Up to ${suggested} credits`);
  await field.fill('');
  await field.press('Enter');
  await expectSoon(() => field.inputValue(), '');
  expect(await page.button('Go on').getAttribute('aria-disabled')).toBe('true');
  await limit(suggested);
  await page.button('Go on').click();
  await page.says('Done: Leads, 30 rows');
});

it('tells how far a limit reaches while it is typed', async () => {
  await open(companies(30));
  await page.button('Partners').click();
  await page.section().getByLabel('Partners per company').selectOption('all');
  await page.button('Preview 3 rows (up to 100 credits)').click();
  await page.says('This limit is a suggestion: the partner count is only known after paying.');
  await page.section().getByLabel('Limit, in credits').fill('40');
  await page.says(/^40 credits: about \d of 27 rows\.$/);
  await page.says('Up to 40 credits');
});

it('counts answers and credits before the first row is written, and says what a pause leaves saved', async () => {
  await open(companies(5));
  await page.button('Partners').click();
  await page.section().getByLabel('Partners per company').selectOption('all');
  await page.button('Enrich 5 rows').waitFor();
  await limit('500');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route('**/v1/enrich/partnerships', async (route) => {
    await held;
    await route.abort();
  });
  await page.button('Enrich 5 rows').click();
  await page.says('5 answers received');
  await page.says('5 of up to 500');
  await page.button('Pause').click();
  answer();
  await page.says('Answers worth 5 credits are saved; resuming them is free.');
});

it('begins nothing under a limit that is not a number, and explains an empty field', async () => {
  await open(companies(4));
  await page.button('Profile').click();
  await page.button('Enrich 4 rows').waitFor();
  const field = page.section().getByLabel('Limit, in credits');
  await field.fill('20c');
  await page.button('Enrich 4 rows').click();
  await page.says('Enter a whole number from 0 to 1,000,000, or leave it empty for the most it can cost.');
  await page.button('Enrich 4 rows').press('Enter');
  await expectSoon(() => page.focused(), 'Limit, in credits');
  await page.button(/^Preview 3 rows/).click();
  expect(page.requests).toEqual([]);
  await field.fill('');
  await field.press('Enter');
  await expectSoon(() => field.inputValue(), '4');
  await page.button('Enrich 4 rows').click();
  await page.says('Done: Leads, 4 rows');
});

it('begins at the first click after a limit was corrected', async () => {
  await open(companies(3));
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  const field = page.section().getByLabel('Limit, in credits');
  await field.fill('20c');
  await field.press('Enter');
  await page.says(/^Enter a whole number/);
  await field.fill('3');
  await page.button('Enrich 3 rows').click();
  await page.says('Done: Leads, 3 rows');
});

it('says why a preview failed', async () => {
  await served.control('reset', { credits: 0 });
  await open(companies(4));
  await page.button('Profile').click();
  await page.button(/^Preview 3 rows/).click();
  await page.says('Preview: Leads, 4 rows');
  await page.says(/Not enough Trace credits: 3 needed, 3 missing/);
});

it('stops at its limit, and goes on under a higher one', async () => {
  await open(companies(60));
  await page.button('Profile').click();
  await page.button('Enrich 60 rows').waitFor();
  await limit('20');
  await page.button('Enrich 60 rows').click();
  await page.says(/Limit reached: the next company/);
  await page.section().getByLabel('Limit for the whole enrichment, in credits').fill('60');
  await page.button('Raise limit and continue').click();
  await page.says('Done: Leads, 60 rows');
  await page.says(/Credits used: 60 \(limit 60\)/);
});

it('counts a credit once whose answer breaks off, and once more is known, says what was used', async () => {
  await open(companies(3));
  await page.do('host.skipsWaits = true');
  await page.button('Profile').click();
  // The service charges, sends half of its answer, and ends the connection.
  await served.control('faults', { fault: 'cut-off-body', times: 7, operation: 'companies.batch' });
  await page.button('Enrich 3 rows').click();
  await page.says(/Credits used: 0 \(limit 3\), 3 unconfirmed \(connection was lost\)\./);
  await page.button('Resume').click();
  await page.says('Done: Leads, 3 rows');
  await page.says(/Credits used: 3 \(limit 3\)\./);
  expect(await served.charged()).toBe(3);
});

it('says that a bad gateway is a problem of Trace, and that the person is offline where that is so', async () => {
  await open(companies(3));
  await page.do('host.skipsWaits = true');
  await page.button('Profile').click();
  await page.page.context().setOffline(true);
  await page.button('Enrich 3 rows').click();
  await page.says(/You are offline/);
  const offline = await page.section().innerText();
  await page.page.context().setOffline(false);
  await served.control('faults', { fault: 'bad-gateway', times: null });
  await page.button('Resume').click();
  await page.says(/Trace has a problem \(HTTP 502\)/);
  await page.says(/3 unconfirmed \(Trace had a problem\)/);
  expect(offline).not.toContain('unconfirmed');
});

it('goes on with the credits that are left, when a person says so', async () => {
  await served.control('reset', { credits: 30 });
  await open(companies(60));
  await page.button('Profile').click();
  await page.button('Enrich 60 rows').click();
  await page.says(/Not enough Trace credits: 60 needed, 30 missing/);
  await page.button('Continue with the 30 credits left').click();
  await page.says(/No Trace credits are left/);
  expect((await column(1)).filter((value) => value !== '')).toHaveLength(31);
});

it('goes on after Trace has refused the key once', async () => {
  await open(companies(20));
  await page.button('Profile').click();
  await served.control('faults', { fault: 'key-revoked', times: 1 });
  await page.button('Enrich 20 rows').click();
  await page.says(/Trace refused the API key/);
  await page.button('Resume').click();
  await page.says('Done: Leads, 20 rows');
  expect((await column(1)).filter((value) => value === '')).toEqual([]);
  expect(await served.charged()).toBe(20);
});
