import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/browser';
import { buildAddon } from '../fakes/apps-script/built-addon';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { openWorld } from './open-world';

/** Google shows sidebars at this width, and no wider: https://developers.google.com/apps-script/guides/dialogs. */
const WIDTH = 300;
const KEY = 'trace_0123456789abcdef';

/** Whatever the page would fetch, import or evaluate is refused. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/** `google.script.run`: each call of a handler answers a new runner, and functions of the script answer nothing. */
const SCRIPT_RUN = `
  const makeRun = (onSuccess, onFailure) => ({
    withSuccessHandler: (handler) => makeRun(handler, onFailure),
    withFailureHandler: (handler) => makeRun(onSuccess, handler),
    rpc: (...args) => void window.scriptRun(args).then(onSuccess, onFailure),
  });
  window.google = { script: { run: makeRun(() => {}, () => {}) } };`;

let browser: Browser;
let world: SheetsWorld;
let page: Page;
let isGoogleDown: boolean;
let answerAfter: Promise<void>;
const problems: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

beforeEach(async () => {
  world = await openWorld('http://127.0.0.1:9');
  isGoogleDown = false;
  answerAfter = Promise.resolve();
  problems.length = 0;
});

afterEach(() => Promise.all([page.close(), world.stop()]));
afterAll(() => browser.close());

async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  const { html } = await buildAddon();
  page = await browser.newPage({ viewport: { width: WIDTH, height: 700 }, colorScheme });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  await page.exposeFunction('scriptRun', async (args: readonly unknown[]) => {
    await answerAfter;
    if (isGoogleDown) throw new Error('PERMISSION_DENIED');
    return world.scriptRun('rpc', args);
  });
  await page.addInitScript(SCRIPT_RUN);
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': POLICY }, body: html }),
  );
  await page.goto('https://sidebar.example/');
}

const status = () => page.locator('#key-status');
const field = () => page.getByLabel(/Trace API key/);
const save = () => page.getByRole('button', { name: 'Save' });

async function saveKey(pasted: string): Promise<void> {
  await field().fill(pasted);
  await save().click();
}

it('says that no key is set, and on whose key a shared spreadsheet runs', async () => {
  await open();
  await status().getByText('No key is set.').waitFor();
  expect(
    await page.getByText(/Formulas in this file run on the owner's key and spend the owner's credits/).isVisible(),
  ).toBe(true);
});

it('saves a key and shows it masked', async () => {
  await open();
  await saveKey(` ${KEY} `);
  await status()
    .getByText(/^Saved\. The key trace_…cdef is set \(a personal key, account [0-9a-f]{4}…\)\.$/)
    .waitFor();
  expect(world.state.userProperties.owner.read()['TRACE_API_KEY']).toBe(KEY);
});

it('never shows the key itself again', async () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  await open();
  await status().getByText('trace_…cdef').waitFor();
  expect(await page.content()).not.toContain('0123456789');
});

it('saves with the Enter key', async () => {
  await open();
  await field().fill(KEY);
  await field().press('Enter');
  await status().getByText('Saved.').waitFor();
  expect(world.state.userProperties.owner.read()['TRACE_API_KEY']).toBe(KEY);
});

it('says what is wrong with what was pasted, beside the field, and keeps it', async () => {
  await open();
  await saveKey('sk_live_1');
  await page.getByRole('alert').getByText('This is not a Trace API key.').waitFor();
  expect([await field().inputValue(), await field().getAttribute('aria-invalid')]).toEqual(['sk_live_1', 'true']);
});

it.each([
  ['the same organization: keep what is remembered', true],
  ['another account: start afresh', false],
])('a new key of "%s" keeps the account: %p', async (choice, keeps) => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  const before = world.state.userProperties.owner.read()['TRACE_ACCOUNT_ID'];
  await open();
  await page.getByRole('button', { name: 'Replace the key' }).click();
  await page.getByLabel(choice).check();
  await saveKey('trace_org_replacement');
  await status()
    .getByText(/^Saved\. The key trace_org_…ment is set \(an organization key, account [0-9a-f]{4}…\)\.$/)
    .waitFor();
  expect(world.state.userProperties.owner.read()['TRACE_ACCOUNT_ID'] === before).toBe(keeps);
});

it('asks whose key it is only when one is replaced', async () => {
  await open();
  await status().getByText('No key is set.').waitFor();
  expect([await page.getByRole('radio').count(), await page.getByRole('button', { name: 'Forget' }).count()]).toEqual([
    0, 0,
  ]);
});

it('forgets the key', async () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  await open();
  await page.getByRole('button', { name: 'Forget the key' }).click();
  await status().getByText('No key is set.').waitFor();
  expect(world.state.userProperties.owner.read()).toEqual({});
});

it('has its buttons off while it waits', async () => {
  await open();
  await status().getByText('No key is set.').waitFor();
  let answer = (): void => undefined;
  answerAfter = new Promise((resolve) => (answer = resolve));
  await saveKey(KEY);
  await status().getByText('Saving the key…').waitFor();
  const whileWaiting = await save().isDisabled();
  answer();
  await status().getByText('Saved.').waitFor();
  expect([whileWaiting, await page.getByRole('button', { name: 'Test the key' }).isDisabled()]).toEqual([true, false]);
});

it('takes the focus to what comes next where the control that had it is gone', async () => {
  await open();
  await field().fill(KEY);
  await field().press('Enter');
  await status().getByText('Saved.').waitFor();
  const afterSaving = await page.evaluate('document.activeElement.ariaLabel');
  await page.getByRole('button', { name: 'Forget the key' }).click();
  await status().getByText('No key is set.').waitFor();
  expect([afterSaving, await page.evaluate('document.activeElement.id')]).toEqual(['Test the key', 'key']);
});

it('says what to do when Google does not run it', async () => {
  isGoogleDown = true;
  await open();
  await page.getByRole('alert').getByText('If you are signed in to several Google accounts').waitFor();
  isGoogleDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await status().getByText('No key is set.').waitFor();
});

it.each(['light', 'dark'] as const)('fits, loads nothing and reports no problem: %s', async (colorScheme) => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  await open(colorScheme);
  await status().getByText('is set').waitFor();
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect({ width, problems }).toEqual({ width: WIDTH, problems: [] });
});

it('lists the functions', async () => {
  await open();
  expect(await page.getByText('TRACE_PARTNERS').isVisible()).toBe(true);
});

it('tests the key, and says why Trace could not be asked', async () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  await open();
  await page.getByRole('button', { name: 'Test the key' }).click();
  await page.getByRole('alert').getByText('Trace could not be reached.').waitFor();
});

it('leaves out what Google cannot answer', async () => {
  await open();
  await status().getByText('No key is set.').waitFor();
  expect(await page.getByRole('heading', { name: 'Last requests' }).count()).toBe(0);
});
