import { findViolations, OF_COLORS } from '../axe';
import { openTab } from '../panel/panel-tabs';
import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

beforeAll(async () => {
  workbook = await WorkbookPage.openFour(served.browser, served.origin);
});
afterEach(() => expect(workbook.errors).toEqual([]));
afterAll(() => workbook.close());

const button = (name: string) => workbook.page.locator('#cell-sentence').getByRole('button', { name, exact: true });

/** Enters a formula, selects its cell, and waits for what it shows and what the line says. */
async function enter(cell: string, formula: string, shown: string, says: string): Promise<void> {
  await workbook.fill(cell, 'formulas', [[formula]]);
  await workbook.waitUntil(cell, ([value]) => value === shown);
  await workbook.select(cell);
  await workbook.sentence(says);
}

it('says whom an answer is about, how old it is and what it cost', async () => {
  await workbook.select('C5');
  expect(await workbook.sentence('slack.com')).toMatch(
    /^slack\.com · fetched today · up to 1 credit, free until \d+ \w+ \d+$/,
  );
  await workbook.select('A5');
  await workbook.sentence('');
});

it('says the same of a Trace call within other functions, and corrects its company', async () => {
  await enter('I7', '=IFERROR(TRACE_COMPANY(A5,"name"),"-")', 'Slack', 'slack.com · fetched today');
  await workbook.type('K8', 'slakc.com');
  await enter('I8', '=IF(K8="","",TRACE_COMPANY(K8,"name"))', 'not tracked', 'Trace has no data on slakc.com.');
  await button('Use “slack.com” in K8').click();
  await workbook.waitUntil('I8', ([shown]) => shown === 'Slack');
});

it('replaces an unknown name in the formula by one press of a key', async () => {
  await enter('I2', '=TRACE_HAS_TECH(A2,"Stripes")', '#VALUE!', 'Did you mean Stripe?');
  await button('Use “Stripe”').focus();
  await workbook.page.keyboard.press('Enter');
  await workbook.waitUntil('I2', ([shown]) => shown === 'TRUE');
  expect(await workbook.page.evaluate('document.activeElement.id')).toBe('cell-sentence');
});

it('names the company that was meant by one without data, and corrects its cell', async () => {
  await workbook.type('K3', 'slakc.com');
  await enter('I3', '=TRACE_COMPANY(K3,"name")', 'not tracked', 'Trace has no data on slakc.com.');
  await workbook.sentence('Did you mean slack.com?');
  await button('Use “slack.com” in K3').click();
  await workbook.waitUntil('I3', ([shown]) => shown === 'Slack');
  expect(await workbook.shown('K3')).toEqual([['slack.com']]);
});

it('finds the domain of a name, for the price on its button, and puts it in place', async () => {
  await enter('I4', '=TRACE_COMPANY("Stripe Inc","name")', '#VALUE!', 'is not a domain');
  await button('Find domain (up to 3 credits)').click();
  await workbook.sentence('Trace found stripe.com');
  await button('Use “stripe.com”').click();
  await workbook.waitUntil('I4', ([shown]) => shown === 'Stripe');
});

it('retries only this cell', async () => {
  await served.control('faults', { fault: 'server-error', times: null });
  await workbook.fill('I5', 'formulas', [['=TRACE_COMPANY("github.com","name")']]);
  await workbook.fill('I6', 'formulas', [['=TRACE_COMPANY("gitlab.com","name")']]);
  await workbook.waitUntil('I5:I6', (cells) => cells.every((shown) => shown === '#N/A'));
  await served.control('reset', {});
  await workbook.select('I5');
  await button('Retry').click();
  await workbook.waitUntil('I5', ([shown]) => shown === 'GitHub');
  expect(await workbook.shown('I6')).toEqual([['#N/A']]);
  workbook.errors.length = 0;
});

it('fetches only this cell, for the price on its button', async () => {
  const spending = workbook.page.getByRole('region', { name: 'Spending' });
  await openTab(workbook.page, 'Settings');
  await spending.getByRole('radio', { name: 'Only what I approve' }).check();
  await spending.getByText('Saved.', { exact: true }).waitFor();
  await workbook.fill('I9', 'formulas', [['=TRACE_COMPANY("company-9.example","name")']]);
  await workbook.fill('I10', 'formulas', [['=TRACE_COMPANY("company-10.example","name")']]);
  await workbook.waitUntil('I9:I10', (cells) => cells.every((shown) => shown.startsWith('#TRACE: Waiting')));
  const before = await served.charged();
  await workbook.select('I9');
  await button('Fetch (1 credit)').click();
  await workbook.waitUntil('I9', ([shown]) => shown === 'Company 9');
  expect(await workbook.shown('I10')).toEqual([[expect.stringMatching(/^#TRACE: Waiting/)]]);
  expect((await served.charged()) - before).toBe(1);
});

it('Diagnose leads to the first cell of what it finds', async () => {
  const diagnose = workbook.page.getByRole('region', { name: 'Diagnose' });
  await openTab(workbook.page, 'Settings');
  await diagnose.getByRole('button', { name: 'Diagnose' }).press('Enter');
  await diagnose.getByRole('button', { name: 'Show I6' }).click();
  await workbook.sentence('Trace has a problem');
  expect(await workbook.page.evaluate('univerAPI.getActiveWorkbook().getActiveCell().getA1Notation()')).toBe('I6');
});

it.each([
  ['wide', 1280, 800],
  ['narrow', 400, 800],
  ['a phone', 300, 700],
  ['a laptop at 200 %', 640, 400],
])('%s: keeps its room, in which its button is seen, and axe finds nothing in it', async (_size, width, height) => {
  await workbook.page.setViewportSize({ width, height });
  const room = async () => (await workbook.page.locator('#cell-sentence').boundingBox())?.height;
  await workbook.select('A3');
  await workbook.sentence('');
  const empty = await room();
  await workbook.select('I6');
  await workbook.sentence('Trace has a problem');
  const found = await findViolations(workbook.page, { include: ['#cell-sentence'] });
  await workbook.page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await findViolations(workbook.page, { include: ['#cell-sentence'] }, OF_COLORS)));
  await workbook.page.emulateMedia({ colorScheme: 'light' });
  const [line, retry] = [workbook.page.locator('#cell-sentence'), button('Retry')];
  const [bottom, end] = (await Promise.all([line, retry].map((part) => part.boundingBox()))).map(
    (box) => box!.y + box!.height,
  );
  expect({ found, room: await room(), isButtonSeen: end! <= bottom! }).toEqual({
    found: [],
    room: empty,
    isButtonSeen: true,
  });
});
