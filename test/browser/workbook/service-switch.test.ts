import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { findViolations } from '../axe';
import { serveWorkbook } from '../served-workbook';
import { keyStatus, openTab } from '../panel-tabs';
import { openLeads } from './port-page';
import { WorkbookPage } from './workbook-page';

/** Another process stands for the real service: what counts here is who is asked, and with which key. */
let real: SandboxProcess;
let workbook: WorkbookPage;

const liveUrl = new URL('http://127.0.0.1');
const served = serveWorkbook({ liveUrl });

beforeAll(async () => {
  real = await startSandboxProcess();
  liveUrl.port = new URL(real.origin).port;
});

afterAll(() => real.stop());

beforeEach(async () => {
  await real.reset();
  const headers = { 'Content-Type': 'application/json', Origin: served.origin };
  await fetch(`${served.origin}/service`, { method: 'POST', headers, body: '{"service":"sandbox"}' });
});

const button = (name: string) => workbook.page.getByRole('button', { name, exact: true });
const dialog = () => workbook.page.getByRole('dialog', { name: /^Use the real service/ });
const answeredBy = (part: string) => workbook.page.locator('#answered-by', { hasText: part }).waitFor();

it('the real service is asked only after a yes, with a key of its own, and the sandbox keeps its answers', async () => {
  workbook = await openLeads(await served.browser.newContext(), served.origin, 3);
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
  await workbook.type('A60', 'github.com');
  await workbook.type('B60', '=TRACE_COMPANY(A60,"name")');
  await workbook.waitUntil('B60', ([shown]) => shown === '#N/A');
  expect(await real.log()).toEqual([]);

  await workbook.page.getByLabel(/Trace API key/).fill('trace_demo');
  await button('Save').click();
  await button('Retry problems').click();
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
  expect([(await real.log()).length, workbook.errors]).toEqual([askedForReal, []]);
  await workbook.close();
});

it('what the open workbook costs is told first, without a request, and its formulas wait until somebody fetches', async () => {
  workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
  const { page } = workbook;
  await workbook.type('A60', 'github.com');
  await workbook.type('B60', '=IF(TRUE,TRACE_PARTNERS(A60),"")');
  await workbook.answer('B60');
  workbook.forgetRequests();
  await button('Use the real service').press('Enter');
  // By the contract: 50 domains at a credit each, and three partners of each at most; and one more of unknown price.
  const question = await dialog().locator('#confirm-question').innerText();
  expect(question).toContain(
    'This workbook has 301 Trace formulas. For 1 of them the price is only known after paying',
  );
  expect(question).toContain('The others cost up to 200 credits.');
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
  await page.getByLabel(/Trace API key/).fill('trace_demo');
  await button('Save').click();
  await button('Retry problems').click();
  await workbook.problems('Fetch it in the Trace panel');
  await openTab(page, 'Settings');
  const spending = page.getByRole('region', { name: 'Spending' });
  await spending.getByRole('radio', { name: 'Only what I approve', checked: true }).waitFor();
  // The key is tried on a name that nobody can have, and names are looked up in the catalogue; neither costs anything.
  const asked = (await real.log()).filter(({ operation }) => operation !== null && !/^technologies/.test(operation));
  expect(asked.map(({ path }) => path)).toEqual(['/v1/companies/key-check.invalid']);
  expect((await real.ledger()).chargedCompanies).toBe(0);

  await workbook.clear('B60');
  await button('Use the real service').waitFor({ state: 'hidden' });
  await button('Back to the sandbox').click();
  await answeredBy('The sandbox answers');
  await button('Use the real service').click();
  expect(await dialog().locator('#confirm-question').innerText()).toContain(
    'They wait until you fetch them in the Trace panel.',
  );
  expect(await dialog().getByRole('checkbox').count()).toBe(0);
  expect(workbook.errors).toEqual([]);
  await workbook.close();
});
