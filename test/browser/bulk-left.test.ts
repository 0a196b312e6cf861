import { BulkPage, companies } from './bulk-page';
import { expectSoon } from './expect-soon';
import { serveWorkbook } from './served-workbook';

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

const shown = (): Promise<unknown> => page.do('host.shown');

it('leads to a failed row after it has moved, and says where it is gone', async () => {
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await open([...companies(6), ['n/a']]);
  await page.button('Profile').click();
  await page.button('Enrich 6 rows').click();
  await page.says(/^Done/);
  // The first new column, where the answers come.
  await expectSoon(shown, ['sheet-1 0 1']);
  const list = page.section().getByText(/^\d rows?: Trace answered without this row/);
  await list.click();
  const cell = page.section().getByRole('group').getByRole('button').first();
  const name = (await cell.textContent()) ?? '';
  const row = Number(name.slice(1));
  await page.do(`host.grid.rows.splice(1, 0, [{ value: 'new.example' }])`);
  await cell.click();
  await page.says(`The row that was ${name} is A${row + 1} now.`);
  await expectSoon(shown, ['sheet-1 0 1', `sheet-1 ${row} 0`]);
  await page.do(`host.grid.rows.splice(${row}, 1)`);
  await cell.click();
  await page.says(`The row that was ${name} is no longer there, or names another company.`);
  await page
    .section()
    .getByText(/1 skipped without a usable domain/)
    .waitFor();
});

it('says who pays when a stopped run goes on, and retries what failed with it', async () => {
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await open(companies(4_000));
  await page.do('host.delayMs = 120');
  await page.button('Profile').click();
  await page.button('Enrich 4,000 rows').click();
  await page.says(/rows a minute/);
  await page.button('Stop').click();
  await page.do('host.delayMs = 0');
  await page.says(/^The key in this panel pays for the remaining rows, up to [\d,]+ credits more\./);
  await page.button(/^Resume and retry \d+ failed rows?$/).click();
  await page.says('Done: Leads, 4,000 rows');
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

it('lists rows that were gone, looks for them again, and lists those that someone has filled by then', async () => {
  await open(companies(3));
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do(`
    const { journal } = host.ports;
    const save = journal.save;
    journal.save = (parts) => {
      window.taken ??= host.grid.rows.splice(2, 1);
      return save(parts);
    };`);
  await page.button('Enrich 3 rows').click();
  await page.says('Deleted or changed, by their earlier place: 1 row');
  await page.do("window.taken[0][1] = { value: 'mine' }; host.grid.rows.push(...window.taken)");
  await page.button('Look again for 1 row').click();
  await page.says('Filled by someone else: 1 row');
  expect((await page.values()).map(([, name]) => name)).toEqual(['Company', 'Company 1', 'Company 3', 'mine']);
  await page.section().getByText('Filled by someone else: 1 row').click();
  await page.section().getByRole('group').getByRole('button', { name: 'A4' }).click();
  await expectSoon(shown, ['sheet-1 0 1', 'sheet-1 3 0']);
});

it('looks again at a run that another panel has, when it cannot be discarded', async () => {
  await served.control('reset', { credits: 1 });
  await open(companies(3));
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says(/^Paused/);
  // The other panel has discarded it, and begins one of its own.
  await page.do("host.grid.journal = null; host.grid.lease = { holder: 'theirs', untilMs: Date.now() + 60000 }");
  await page.button('Discard').click();
  await page.button('Discard the enrichment').click();
  await page.says(/^Leads › A/);
  await page.says(/^Someone else is enriching this file/);
});

it('warns before a new run takes answers without a row away', async () => {
  await open(companies(6));
  await page.button('Profile').click();
  await page.button('Enrich 6 rows').waitFor();
  await page.do(`
    const { sheet } = host.ports;
    const write = sheet.write;
    let writes = 0;
    sheet.write = (writing) => {
      if (writes++ === 1) host.grid.rows.splice(3, 1);
      return write(writing);
    };`);
  await page.button('Enrich 6 rows').click();
  await page.says(/1 answer has no row/);
  await page.button('New enrichment').click();
  await page.says('1 answer without a row will be lost when you start another enrichment. Copy what you need first.');
  await page.button('Start a new enrichment').click();
  await page.button('Back to the last enrichment').waitFor();
});

it('shows every cell that is not written, a hundred at a time', async () => {
  await open([
    // As earlier versions titled it.
    ['Website', 'name'],
    ...companies(250)
      .slice(1)
      .map(([domain]) => [domain!, 'mine']),
  ]);
  await page.says('250 rows already have values in Trace columns: name');
  await page.button('Profile').click();
  await page.section().getByText('A column with this title exists: name.').waitFor();
  await page.choose(/Columns with the same titles/);
  await page
    .section()
    .getByText(/^250 cells skipped: the cell is not empty/)
    .click();
  await page.button('Show 100 more of 150').press('Enter');
  await page.button('B201').waitFor();
  await expectSoon(() => page.focused(), 'B102');
  await page.button('Show 50 more of 50').press('Enter');
  await page.button('B251').waitFor();
  await expectSoon(() => page.focused(), 'B202');
});

it('says that no title was found', async () => {
  await open(companies(3).slice(1));
  await page.says(/^Row 1 counts as a company/);
});

it('says before a run that only titles tell its columns, where the host refuses marks, and begins once a person agrees', async () => {
  await open(companies(3));
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do(`(async () => {
    host.grid.isFull = true;
    const refused = await host.grid.sheet.addColumns('sheet-1', 1).catch((thrown) => thrown);
    host.grid.isFull = false;
    host.grid.anchors.refusal = new refused.constructor('workbookRefused', { message: 'no names here' });
  })()`);
  await page.button('Enrich 3 rows').click();
  await page.says('Trace cannot mark columns in this file. Keep the titles in row 1 until the enrichment ends.');
  expect({ requests: page.requests.length, values: await page.values() }).toEqual({
    requests: 0,
    values: companies(3),
  });
  await page.button('Enrich by titles').click();
  await page.says('Done: Leads, 3 rows');
  await page.button('Undo enrichment').click();
  await page.says(/^Undone: \d+ cells are as before\.$/);
});
