import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { serveWorkbook } from '../served-workbook';
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
const answeredBy = (part: string) => workbook.page.locator('#answered-by', { hasText: part }).waitFor();

it('the real service is asked only after a yes, with a key of its own, and the sandbox keeps its answers', async () => {
  workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
  await button('Use the real service').click();
  await button('Cancel').click();
  await answeredBy('The sandbox answers');

  await button('Use the real service').click();
  await workbook.page.locator('#confirm').getByRole('button', { name: 'Use the real service' }).click();
  await answeredBy(`${real.origin} answers, with your own key.`);
  await workbook.ready();
  await workbook.page.locator('#key-status', { hasText: 'No key is set.' }).waitFor();
  await workbook.type('A30', 'github.com');
  await workbook.type('B30', '=TRACE_COMPANY(A30,"name")');
  await workbook.waitUntil('B30', ([shown]) => shown === '#N/A');
  expect(await real.log()).toEqual([]);

  await workbook.page.getByLabel(/Trace API key/).fill('trace_demo');
  await button('Save').click();
  await button('Retry problems').click();
  await workbook.waitUntil('B30', ([shown]) => shown === 'GitHub');
  expect((await real.log()).map(({ operation }) => operation)).toContain('companies.batch');

  const askedForReal = (await real.log()).length;
  workbook.forgetRequests();
  await button('Back to the sandbox').click();
  await answeredBy('The sandbox answers');
  await workbook.waitUntil('B2', ([shown]) => shown === 'Stripe');
  await workbook.page.locator('#key-status', { hasText: 'is set' }).waitFor();
  expect([(await real.log()).length, workbook.errors]).toEqual([askedForReal, []]);
  await workbook.close();
});
