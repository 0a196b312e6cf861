import { officePage } from '../../fakes/excel/office-page';
import { AddinPage } from './addin-page';

const LOADING = 'Excel is slow to load its own script. Trace starts by itself when the script has loaded.';
const ANSWERING = 'Excel is slow to answer. Trace starts by itself when it does.';
const FAILED = "Excel's own script did not load, so Trace cannot reach the workbook. Allow appsforoffice.microsoft.com";

let addin: AddinPage;
beforeAll(async () => {
  addin = await AddinPage.start();
});
afterEach(() => addin.close());
afterAll(() => addin.stop());

/** An office.js that comes when the test says so. */
function whenTold(body: string): { office: () => Promise<string>; come: () => void } {
  let come = (): void => undefined;
  const coming = new Promise<string>((resolve) => (come = () => resolve(body)));
  return { office: () => coming, come: () => come() };
}

/** The clock of tests stands for the page's own list of paints. */
const NOTES_PAINT = `new PerformanceObserver(() => (window.isPainted = true)).observe({ type: 'paint', buffered: true });`;

it.each([
  ['12 s', 12_000],
  ['60 s', 60_000],
  ['5 minutes', 300_000],
])('office.js that comes after %s: a notice meanwhile, then every function and the panel', async (_name, lateMs) => {
  const { office, come } = whenTold(officePage());
  await addin.open({ office, hasClock: true, before: NOTES_PAINT });
  await addin.page.locator('script[data-office]').waitFor({ state: 'attached' });
  await addin.page.clock.runFor(lateMs);
  await addin.page.getByText(LOADING).waitFor();
  // What is in the page is painted a moment later.
  await addin.until('window.isPainted === true');
  const functionsBefore = await addin.countFunctions();
  come();
  await addin.until(`window.told?.hidden === true`);
  await addin.page.evaluate(`told.show('Taskpane')`);
  await addin.page.getByText('No key is set.').first().waitFor();
  expect({
    functionsBefore,
    functions: await addin.countFunctions(),
    notices: await addin.page.getByText(LOADING).count(),
    errors: addin.errors,
  }).toEqual({ functionsBefore: 0, functions: 18, notices: 0, errors: [] });
});

it('an Excel that is ready after 13 s: a notice meanwhile, the functions at once, then the panel with the workbook', async () => {
  await addin.open({ office: async () => officePage({ readyAfterMs: 13_000 }), hasClock: true });
  await addin.until('Object.keys(window.CustomFunctions?._association.mappings ?? {}).length === 18');
  await addin.page.clock.runFor(11_000);
  await addin.page.getByText(ANSWERING).waitFor();
  await addin.page.clock.runFor(5_000);
  await addin.until('told.hidden');
  const whileClosed = await addin.page.getByText(ANSWERING).count();
  await addin.page.evaluate(`told.show('Taskpane')`);
  await addin.page.getByText('No key is set.').first().waitFor();
  expect({
    notices: [whileClosed, await addin.page.getByText(ANSWERING).count()],
    missing: await addin.page.getByText('There is no spreadsheet here').count(),
    errors: addin.errors,
  }).toEqual({ notices: [0, 0], missing: 0, errors: [] });
});

it('an office.js that is there at once leaves no notice', async () => {
  await addin.open({ office: async () => officePage(), hasClock: true });
  await addin.until('window.told?.hidden === true');
  await addin.page.clock.runFor(60_000);
  expect(await addin.page.getByRole('status').allTextContents()).toEqual(['Loading…']);
});

it('an office.js that does not load: the address to allow, and a button that asks for it again', async () => {
  let isBlocked = true;
  await addin.open({ office: async () => (isBlocked ? Promise.reject(new Error('blocked')) : officePage()) });
  await addin.page.getByText(FAILED).waitFor();
  expect(await addin.page.getByText('Loading…').isVisible()).toBe(false);
  isBlocked = false;
  await addin.page.getByRole('button', { name: 'Reload' }).click();
  await addin.until('window.told?.hidden === true');
  await addin.page.evaluate(`told.show('Taskpane')`);
  await addin.page.getByText('No key is set.').first().waitFor();
  expect(await addin.countFunctions()).toBe(18);
});

describe('a panel that Excel has told to be hidden', () => {
  it.each([
    ['the window gets the focus', `dispatchEvent(new Event('focus'))`],
    ['its size changes', `dispatchEvent(new Event('resize'))`],
    ['the page becomes visible', `document.dispatchEvent(new Event('visibilitychange'))`],
    ['somebody presses into it', `document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))`],
  ])('is never blank, and wakes when %s, although Excel does not say that it is shown', async (_name, wake) => {
    await addin.open({ office: async () => officePage(), hasClock: true });
    await addin.until('window.told?.hidden === true');
    await addin.page.clock.runFor(5_000);
    const asleep = [await addin.page.getByText('Loading…').isVisible(), addin.asked.length];
    await addin.page.evaluate(wake);
    await addin.page.getByText('No key is set.').first().waitFor();
    await addin.page.evaluate(`told.show('Hidden')`);
    await addin.page.clock.runFor(2_000);
    expect({ asleep, isVisible: await addin.page.getByText('No key is set.').first().isVisible() }).toEqual({
      asleep: [true, 0],
      isVisible: true,
    });
  });

  it('reads and watches nothing until it is shown again', async () => {
    await addin.open({ office: async () => officePage(), hasClock: true });
    await addin.until('window.told?.hidden === true');
    await addin.page.evaluate(`told.show('Taskpane')`);
    await addin.saveKey();
    await addin.page.getByRole('tab', { name: 'Enrich' }).click();
    // The tab and the line about the selected cell watch the selection.
    await addin.until('told.watches === 2');
    await addin.page.evaluate(`told.show('Hidden')`);
    await addin.until('told.watches === 0');
    const before = await addin.page.evaluate('told.runs');
    await addin.page.clock.runFor(10_000);
    const asleep = await addin.page.evaluate('told.runs');
    await addin.page.evaluate(`dispatchEvent(new Event('focus'))`);
    await addin.until('told.watches === 2');
    expect({ asleep, errors: addin.errors }).toEqual({ asleep: before, errors: [] });
  });
});
