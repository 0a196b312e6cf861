import { BulkPage, companies } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

/** A user's actions between a question and its answer: a sheet and a service may take seconds. */

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

async function openProfile(rows: number): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, companies(rows));
  await page.button('Profile').click();
  await page.button(/^Enrich \d+ rows$/).waitFor();
}

const limit = () => page.section().getByLabel('Limit, in credits');

/** Presses the start and resolves while the sheet is planned again. */
async function startHeld(): Promise<void> {
  await page.do('host.delayMs = 60000');
  await page.button(/^Enrich \d+ rows$/).click();
  await page.says('Checking the price…');
}

it('begins under the limit that was entered while the price was checked again', async () => {
  await openProfile(3);
  await startHeld();
  await limit().fill('1');
  await limit().press('Enter');
  await page.do('host.delayMs = 0');
  await page.says(/Credits used: 1 \(limit 1\)/);
});

it('begins nothing if a column was removed while the price was checked again', async () => {
  await openProfile(3);
  await startHeld();
  await page.button('Remove Company').click();
  await page.do('host.delayMs = 0');
  await page.button(/^Enrich \d+ rows$/).waitFor();
  await expectSoon(() => page.section().getByText('Checking the price…').count(), 0);
  expect({ requests: page.requests, isStarted: await page.button('Pause').count() }).toEqual({
    requests: [],
    isStarted: 0,
  });
});

it('begins under a limit whose typing nothing has ended, as where a voice presses the button', async () => {
  await openProfile(3);
  await page.do(`{
    const field = document.getElementById('run-cap');
    field.value = '1';
    field.dispatchEvent(new Event('input'));
  }`);
  await page.button('Enrich 3 rows').evaluate((button: { click(): void }) => button.click());
  await page.says(/Credits used: 1 \(limit 1\)/);
});

it('shows the price of a new selection in a limit that was typed and typed back', async () => {
  await openProfile(3);
  await limit().press('End');
  await page.page.keyboard.type('0');
  await page.page.keyboard.press('Backspace');
  await limit().press('Tab');
  await page.do('host.select(host.area(0, 3, 0, 1))');
  await page.button('Enrich 2 rows').waitFor();
  expect(await limit().inputValue()).toBe('2');
});

const choices = [{ adds: 'company', field: 'name' }];
const presetNames = (): Promise<unknown> => page.do(`JSON.parse(host.presets || '[]').map(({ name }) => name)`);

/** Opens the panel over a file with presets, and the fold where they are saved and deleted. */
async function openPresets(names: readonly string[], before = ''): Promise<void> {
  const saved = JSON.stringify(names.map((name) => ({ name, choices })));
  page = await BulkPage.open(served.browser, served.origin, companies(3));
  await page.do(`host.presets = ${JSON.stringify(saved)}; ${before}; reopen()`);
  await page.button('Profile').click();
  await page.section().getByText('Save or delete presets').click();
}

const SLOW = `
  const { writePresets } = host;
  host.writePresets = (text) => new Promise((resolve) => setTimeout(resolve, 300)).then(() => writePresets.call(host, text));`;

it('keeps the presets that could not be read when another one is saved', async () => {
  await openPresets(
    ['Mine'],
    'const { readPresets } = host; host.readPresets = () => Promise.reject(new Error()); window.mend = () => (host.readPresets = readPresets)',
  );
  await page.do('mend()');
  await page.section().getByLabel('Save these columns as').fill('Other');
  await page.section().getByLabel('Save these columns as').press('Enter');
  await page.says('Other is saved.');
  expect(await presetNames()).toEqual(['Mine', 'Other']);
});

it('deletes each of two presets whose buttons are pressed one after the other', async () => {
  await openPresets(['One', 'Two'], SLOW);
  await page.button('Delete One').click();
  await page.button('Delete Two').click();
  await page.says('Two is deleted.');
  expect(await presetNames()).toEqual([]);
  await page.button('Undo delete').click();
  await page.says('Two is saved.');
  expect(await presetNames()).toEqual(['Two']);
});

it('keeps the name of a preset that is typed while another one is saved', async () => {
  await openPresets([], SLOW);
  const name = page.section().getByLabel('Save these columns as');
  await name.fill('One');
  await name.press('Enter');
  await name.fill('Two');
  await page.says('One is saved.');
  expect(await name.inputValue()).toBe('Two');
});

it('reads the column that was chosen last, whichever is answered first', async () => {
  page = await BulkPage.open(served.browser, served.origin, [
    ['Website', 'Partner', 'Client'],
    ['company-1.example', 'company-2.example', 'company-3.example'],
  ]);
  await page.do('host.select(host.area(0, 2, 0, 3))');
  const column = page.section().getByLabel('Column of companies');
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
