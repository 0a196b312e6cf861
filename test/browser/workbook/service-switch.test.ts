import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { findViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';
import { keyStatus, openTab } from '../panel/panel-tabs';
import { openLeads } from './port-page';
import type { WorkbookPage } from './workbook-page';

/** Another process replaces the real service: it only matters who is asked, and with which key. */
let real: SandboxProcess;
/** One page for both tests: the second one begins with what the first one has fetched from the real service. */
let workbook: WorkbookPage;

const liveUrl = new URL('http://127.0.0.1');
const served = serveWorkbook({ liveUrl });

beforeAll(async () => {
  real = await startSandboxProcess();
  liveUrl.port = new URL(real.origin).port;
  workbook = await openLeads(await served.browser.newContext(), served.origin, 3);
});

afterAll(async () => {
  await workbook.close();
  await real.stop();
});

beforeEach(async () => {
  await real.reset();
  const headers = { 'Content-Type': 'application/json', Origin: served.origin };
  await fetch(`${served.origin}/service`, { method: 'POST', headers, body: '{"service":"sandbox"}' });
});

const button = (name: string) => workbook.page.getByRole('button', { name, exact: true });
const dialog = () => workbook.page.getByRole('dialog', { name: /^Use the real service/ });
const answeredBy = (part: string) => workbook.page.locator('#answered-by', { hasText: part }).waitFor();

it('the real service is asked only after a yes, with a key of its own, and the sandbox keeps its answers', async () => {
  await workbook.fill(
    'B2:B4',
    'formulas',
    [2, 3, 4].map((row) => [`=TRACE_COMPANY(A${row},"name")`]),
  );
  await workbook.waitUntil('B2:B4', (cells) => cells.join() === 'Company 1,Company 2,Company 3');
  await workbook.saved();
  await button('Use the real service').click();
  await button('Cancel').click();
  await answeredBy('The sandbox answers');

  await button('Use the real service').click();
  await dialog()
    .getByRole('checkbox', { name: /^Fetch only what I approve/ })
    .uncheck();
  await dialog().getByRole('button', { name: 'Use the real service' }).click();
  await answeredBy(`${real.origin} answers, with your own key.`);
  await workbook.ready();
  await keyStatus(workbook.page).filter({ hasText: 'No key is set.' }).waitFor();
  await workbook.fill('A60', 'values', [['github.com']]);
  await workbook.fill('B60', 'formulas', [['=TRACE_COMPANY(A60,"name")']]);
  await workbook.waitUntil('B60', ([shown]) => shown === '#TRACE: No API key. Open the Trace panel and paste yours.');
  expect(await real.log()).toEqual([]);

  await workbook.page.getByLabel(/Trace API key/).fill('trace_demo');
  await button('Save').click();
  await workbook.page.getByRole('button', { name: /^Retry problems \(up to \d+ credits\)$/ }).click();
  await workbook.waitUntil('B60', ([shown]) => shown === 'GitHub');
  await workbook.waitUntil('B2:B4', (cells) => cells.join() === 'Company 1,Company 2,Company 3');
  expect((await real.log()).map(({ operation }) => operation)).toContain('companies.batch');

  const askedForReal = (await real.log()).length;
  workbook.forgetRequests();
  await button('Back to the sandbox').click();
  await answeredBy('The sandbox answers');
  await workbook.waitUntil('B2', ([shown]) => shown === 'Company 1');
  await openTab(workbook.page, 'Settings');
  await keyStatus(workbook.page).filter({ hasText: 'is set' }).waitFor();
  expect({ askedForReal: (await real.log()).length, errors: workbook.errors }).toEqual({ askedForReal, errors: [] });
});

it('the price of the open workbook is shown first, without a request, and its formulas wait until the user fetches', async () => {
  const { page } = workbook;
  const partners = [2, 3, 4].map((row) => [`=TRACE_PARTNERS(A${row},,"top=3")`]);
  await workbook.fill('C2:C4', 'formulas', partners);
  await workbook.fill('C60', 'formulas', [['=IF(TRUE,TRACE_PARTNERS(A60),"")']]);
  await workbook.waitUntil('C2:C60', (cells) => [0, 1, 2, 58].every((row) => !['', '#BUSY!'].includes(cells[row]!)));
  await workbook.saved();
  workbook.forgetRequests();
  await button('Use the real service').press('Enter');
  // By the contract: four companies at a credit each, and three partners of three each at most; and one more of unknown price.
  const question = await dialog().locator('#confirm-question').innerText();
  expect(question).toContain('This workbook has 8 Trace formulas. For 1 of them the price is only known after paying');
  expect(question).toContain('The others cost up to 13 credits.');
  expect(workbook.apiRequests()).toEqual([]);
  expect(await findViolations(page)).toEqual([]);

  const tick = dialog().getByRole('checkbox', {
    name: 'Fetch only what I approve: formulas wait until I fetch them in the panel',
  });
  expect(await tick.isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await answeredBy('The sandbox answers');
  await button('Use the real service').click();
  await dialog().getByRole('button', { name: 'Use the real service' }).click();
  await answeredBy(`${real.origin} answers, with your own key.`);
  await workbook.ready();
  const waits = Array.from({ length: 4 }, () => expect.stringMatching(/^#TRACE: Waiting for approval \(/) as unknown);
  await expectSoon(async () => [await workbook.shown('C2:C4'), await workbook.shown('C60')].flat(2), waits);
  await openTab(page, 'Settings');
  const spending = page.getByRole('region', { name: 'Spending' });
  await spending.getByRole('radio', { name: 'Only what I approve', checked: true }).waitFor();
  // Names are looked up in the catalogue, which costs nothing.
  const asked = (await real.log()).filter(({ operation }) => operation !== null && !/^technologies/.test(operation));
  expect(asked.map(({ path }) => path)).toEqual([]);
  expect((await real.ledger()).chargedCompanies).toBe(0);

  await workbook.clear('C60');
  await button('Use the real service').waitFor({ state: 'hidden' });
  await button('Back to the sandbox').click();
  await answeredBy('The sandbox answers');
  await button('Use the real service').click();
  expect(await dialog().locator('#confirm-question').innerText()).toContain(
    'They wait until you fetch them in the Trace panel.',
  );
  expect(await dialog().getByRole('checkbox').count()).toBe(0);
  expect(workbook.errors).toEqual([]);
});
