import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { officePage } from '../../fakes/excel/office-page';
import { builtFolders } from '../../workbook/built';
import { AddinPage, PANEL_WIDTH } from './addin-page';
import { findThemedViolations } from '../axe';
import { PAGE_WIDTH } from '../page-width';

let addin: AddinPage;
beforeAll(async () => {
  addin = await AddinPage.start();
});
afterEach(() => addin.close());
afterAll(() => addin.stop());

/** Opens the panel with the real office.js, in a browser that is no Excel. */
async function open(before = ''): Promise<void> {
  await addin.open({ before });
  await isPainted();
}

function isPainted(): Promise<void> {
  return addin.page
    .getByText(/No key is set\.|is set \(/)
    .first()
    .waitFor();
}

it('the real office.js is there, and says that there is no Excel', async () => {
  await open();
  const ready = await addin.page.evaluate(
    'Office.onReady().then(({ host }) => [typeof Office.actions, host, typeof Excel])',
  );
  expect(ready).toEqual(['object', null, 'undefined']);
});

it('the panel says where it works, and offers no retrying', async () => {
  await open();
  await addin.page.getByText('There is no spreadsheet here. Open Trace in Excel or in the web workbook.').waitFor();
  expect(await addin.page.getByRole('button', { name: 'Retry problems' }).count()).toBe(0);
});

it('every function is known to office.js', async () => {
  await open();
  const { functions } = JSON.parse(await readFile(join(builtFolders().addinDir, 'functions.json'), 'utf8')) as {
    functions: readonly { id: string }[];
  };
  const known = await addin.page.evaluate<string[]>('Object.keys(CustomFunctions._association.mappings)');
  expect(known.sort()).toEqual(functions.map(({ id }) => id).sort());
});

it('a key that is set is taken by Trace through the relay, and used by the functions', async () => {
  await open();
  await addin.saveKey();
  await addin.page.getByRole('button', { name: 'Test the key' }).click();
  await addin.page.getByText('This key works.').waitFor();
  expect({
    answer: await addin.askFunction(),
    keptKey: await addin.page.evaluate(`localStorage.getItem('trace.apiKey')`),
  }).toEqual({ answer: [['Stripe']], keptKey: 'trace_demo' });
});

it.each([
  [
    'is forbidden',
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`,
  ],
  ['is full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`],
])('if the browser’s storage %s, the key serves as long as the panel is open', async (_name, before) => {
  await open(before);
  await addin.saveKey();
  const answer = await addin.askFunction();
  await addin.page.reload();
  await addin.page.getByText('The browser did not keep your key.').waitFor();
  expect({ answer, errors: addin.errors }).toEqual({ answer: [['Stripe']], errors: [] });
});

it('under the relay’s own headers nothing fails, axe finds nothing at any width, and 320 px suffice', async () => {
  await open();
  await addin.saveKey();
  await addin.askFunction();
  const width = await addin.page.evaluate(PAGE_WIDTH);
  const violations = await findThemedViolations(addin.page);
  for (const wider of [400, 1_280]) {
    await addin.page.setViewportSize({ width: wider, height: 700 });
    violations.push(...(await findThemedViolations(addin.page)));
  }
  expect({ errors: addin.errors, violations, width }).toEqual({ errors: [], violations: [], width: PANEL_WIDTH });
});

it('only Microsoft learns anything, through its own script', async () => {
  await open();
  await addin.saveKey();
  await addin.askFunction();
  expect(addin.elsewhere.filter((host) => !/\.(microsoft\.com|aspnetcdn\.com|oaspapps\.com)$/.test(host))).toEqual([]);
});

it('while the panel is closed it reads no cell, asks nothing, writes nothing and never opens itself', async () => {
  await addin.open({ office: async () => officePage(), hasClock: true });
  await addin.until('window.told?.hidden === true');
  await addin.askFunction();
  await addin.page.clock.runFor(10_000);
  expect({
    // The one run asks how the workbook counts days.
    told: await addin.page.evaluate('[told.runs, told.watches, told.opened, told.actions.length]'),
    asked: addin.asked,
    keyTexts: await addin.page.getByText('No key is set.').count(),
  }).toEqual({ told: [1, 0, 0, 0], asked: [], keyTexts: 0 });
});

it('the panel that Excel opens starts from the selection, and opens at its last tab', async () => {
  await addin.open({ office: async () => officePage(), hasClock: true });
  await addin.until('window.told?.hidden === true');
  await addin.page.evaluate(`told.show('Taskpane')`);
  await isPainted();
  await addin.saveKey();
  await addin.page.getByRole('tab', { name: 'Enrich' }).click();
  // It reads the selection, and watches it, as the line about the selected cell does.
  await addin.until('told.watches === 2');
  await addin.page.getByRole('tab', { name: 'Settings' }).click();
  await addin.page.reload();
  await addin.until('window.told?.hidden === true');
  await addin.page.evaluate(`told.show('Taskpane')`);
  await addin.page.getByRole('tab', { name: 'Settings', selected: true }).waitFor();
  expect(addin.errors).toEqual([]);
});
