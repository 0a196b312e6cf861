import { BulkPage, companies } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

async function open(cells: readonly (readonly string[])[]): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, cells);
}

/** Parts that have a scrollbar of their own, by class. */
const SCROLLED = `[...document.querySelectorAll('.trace-panel *')]
  .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight)
  .map(({ className }) => className)`;

const shown = (): Promise<unknown> => page.do('host.shown');

it('leads to a failed row', async () => {
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await open([...companies(6), ['n/a']]);
  await page.button('Profile').click();
  await page.button('Enrich 6 rows').click();
  await page.says(/^Done/);
  // The companies, beside which the answers come.
  await expectSoon(shown, ['sheet-1 0 0']);
  await page
    .section()
    .getByText(/^\d rows?: Trace answered without this row/)
    .click();
  const cell = page.section().getByRole('group').getByRole('button').first();
  const row = Number(((await cell.textContent()) ?? '').slice(1)) - 1;
  await cell.click();
  await expectSoon(shown, ['sheet-1 0 0', `sheet-1 ${row} 0`]);
  await page.says(/1 skipped without a usable domain/);
});

it('says who pays when a stopped run goes on, and retries what failed with it', async () => {
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await open(companies(2_100));
  const goOn = await page.holdWrites();
  await page.button('Profile').click();
  await page.button('Enrich 2,100 rows').click();
  await page.button('Stop').click();
  await goOn();
  await page.says(/^The key in this panel pays for the remaining rows, up to [\d,]+ credits more\./);
  await page.button(/^Resume and retry \d+ failed rows?$/).click();
  await page.says('Done: Leads, 2,100 rows');
  expect((await page.values()).filter(([, name]) => name === '')).toEqual([]);
});

it('offers to retry, and nothing else, where a retry has paused and only failed rows are left', async () => {
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await open(companies(6));
  await page.button('Profile').click();
  await page.button('Enrich 6 rows').click();
  await page.says(/^Done/);
  await served.control('faults', { fault: 'credits-out' });
  await page.button('Retry 3 failed rows').click();
  await page.says(/^Paused/);
  expect(
    await page
      .section()
      .getByRole('button', { name: /Resume/ })
      .count(),
  ).toBe(0);
  await served.control('reset', {});
  await page.button('Retry 3 failed rows').click();
  await page.says(/^Found 6 of 6 rows\./);
});

it('lists rows that someone has filled meanwhile, and opens the record', async () => {
  await open(companies(3));
  await page.section().getByRole('combobox').fill('founded');
  await page.section().getByRole('combobox').press('Enter');
  await page.button('Enrich 3 rows').waitFor();
  await page.do(`
    const { sheet } = host.ports;
    const write = sheet.write;
    sheet.write = (writing) => {
      if (writing.rows[0] > 0) host.grid.at(3, 1).value = 'mine';
      return write(writing);
    };`);
  await page.button('Enrich 3 rows').click();
  await page.says('Filled by someone else: 1 row');
  expect((await page.values())[3]).toEqual(['company-3.example', 'mine']);
  await page.section().getByText('Filled by someone else: 1 row').click();
  await page.section().getByRole('group').getByRole('button', { name: 'A4' }).click();
  await page.button('Show record').click();
  await expectSoon(shown, ['sheet-1 0 0', 'sheet-1 3 0', 'record']);
});

it('starts another enrichment only once the one before is kept', async () => {
  await open(companies(2));
  await page.button('Profile').click();
  await page.button('Enrich 2 rows').click();
  await page.says(/^Done/);
  await page.button('New enrichment').click();
  await page.says(
    'A new enrichment replaces the record of this one. Filled cells stay, but you can no longer undo them.',
  );
  await page.do('window.kept = host.grid.record');
  await page.button('Keep filled cells').click();
  await page.says(/^Leads › A/);
  expect(await page.do('host.grid.record')).toBeNull();
  const filled = await page.values();
  await page.button('Profile').click();
  await page.button('Enrich 2 rows').waitFor();
  // Another panel has begun one meanwhile.
  await page.do('host.grid.record = window.kept');
  await page.button('Enrich 2 rows').click();
  await page.says('This file has an earlier enrichment. Undo, keep or discard it first.');
  await page.says(/^Did you start this enrichment on .+\?$/);
  expect(await page.values()).toEqual(filled);
});

it('asks whether an enrichment is this person’s, and continues it under a limit of their own', async () => {
  await open(companies(5));
  await page.button('Profile').click();
  await page.button('Enrich 5 rows').waitFor();
  const limit = page.section().getByLabel('Limit, in credits');
  await limit.fill('2');
  await limit.press('Enter');
  await page.button('Enrich 5 rows').click();
  await page.says(/Limit reached/);
  await page.do('host.grid.spent.clear(); reopen()');
  await page.says(/^Did you start this enrichment on .+\?$/);
  await page.button('Resume with my key').click();
  await page.says('Enter a whole number from 0 to 1,000,000.');
  expect(await served.charged()).toBe(2);
  await page.section().getByLabel('Limit for the remaining rows, in credits').fill('1');
  await page.button('Resume with my key').click();
  await page.says(/Limit reached/);
  expect(await served.charged()).toBe(3);
});

it('shows every cell that is not written, more with each press and without a scrollbar inside', async () => {
  await open([
    ['Website', 'Company'],
    ...companies(250)
      .slice(1)
      .map(([domain]) => [domain!, 'mine']),
  ]);
  await page.button('Profile').click();
  await page.section().getByText('A column with this title exists: Company.').waitFor();
  await page.choose(/Columns with the same titles/);
  await page
    .section()
    .getByText(/^250 cells skipped: the cell is not empty/)
    .click();
  await page.button('Show 40 more').press('Enter');
  await page.button('B51').waitFor();
  await expectSoon(() => page.focused(), 'B12');
  expect(await page.do(SCROLLED)).toEqual([]);
  await page.button('Show 200 more').press('Enter');
  await page.button('B251').waitFor();
  await expectSoon(() => page.focused(), 'B52');
});

it('looks again for the enrichment of the file where the browser did not answer at first', async () => {
  await open(companies(2));
  await page.button('Profile').click();
  await page.button('Enrich 2 rows').click();
  await page.says(/^Done/);
  await page.do(
    `{ const { own } = host.ports; const { load } = own; let isSilent = true; host.endSilence = () => { isSilent = false; };
       own.load = (run) => (isSilent ? Promise.reject(new Error('the database is silent')) : load.call(own, run)); reopen(); }`,
  );
  await page.says('Trace could not check for an earlier enrichment of this file.');
  await page.button('Retry').focus();
  await page.page.keyboard.press('Enter');
  await page.says(/^Done/);
  expect(await page.button('Retry').count()).toBe(0);
});

it('says that no title was found', async () => {
  await open(companies(3).slice(1));
  await page.says(/^Row 1 counts as a company/);
});

it('begins nothing where the file refuses marks, and says so', async () => {
  await open(companies(3));
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do(`(async () => {
    host.grid.isFull = true;
    const refused = await host.addSheet({ title: 'x', rows: [] }).catch((thrown) => thrown);
    host.grid.isFull = false;
    host.grid.anchors.refusal = new refused.constructor('workbookRefused', { message: 'no names here' });
  })()`);
  await page.button('Enrich 3 rows').click();
  await page.says(/^This file won't let Trace track columns/);
  expect({ requests: page.requests.length, values: await page.values() }).toEqual({
    requests: 0,
    values: companies(3),
  });
});
