import type { Page } from 'playwright-core';
import { BulkPage, type BulkPageOptions } from '../enrich/bulk-page';
import { PanelPage } from './panel-page';
import { openTab } from './panel-tabs';
import { serveWorkbook } from '../served-workbook';

/** https://www.w3.org/WAI/WCAG22/Understanding/reflow.html: a window of 1,280 by 1,024 pixels at 400 %, and a panel at 200 %. */
const SIZE = { width: 320, height: 256 };
const WAITING = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.';
const STORED = { 'trace.apiKey': 'trace_demo', 'trace.accountId': 'acc1-0000' };

const served = serveWorkbook();
let page: Page | undefined;
let opened: BulkPage | PanelPage | undefined;
beforeEach(() => served.control('reset', {}));
afterEach(() => opened?.close());

/** Texts and controls of the panel that are wider than it or cut, without a way to scroll to the rest. */
const cutParts = (): Promise<unknown> =>
  page!.evaluate(`(() => {
    const cut = [];
    for (const part of document.querySelectorAll('.trace-panel *')) {
      const box = part.getBoundingClientRect();
      if (box.width === 0 || part.closest('.unseen, svg, [hidden]') !== null || !part.checkVisibility()) continue;
      const scrolls = (each) => each !== null && (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
      const isCut = /hidden|clip/.test(getComputedStyle(part).overflowX) && part.scrollWidth > part.clientWidth + 1;
      const isOut = box.right > innerWidth + 0.5 || box.left < -0.5;
      if (part.tagName !== 'INPUT' && (isCut || (isOut && !scrolls(part.parentElement)))) cut.push(part.tagName + ' ' + part.textContent.slice(0, 40));
    }
    if (document.documentElement.scrollWidth > document.documentElement.getBoundingClientRect().width + 0.5) cut.push('scrolls sideways');
    return cut;
  })()`);

/** How much of the window what sticks to its edges leaves for the rest, in pixels. */
const roomLeft = (): Promise<unknown> =>
  page!.evaluate(`[...document.querySelectorAll('.head, .foot')].reduce(
    (room, part) => room - (getComputedStyle(part).position === 'sticky' ? part.getBoundingClientRect().height : 0), innerHeight)`);

/** Controls of the open tab that something covers once they have the focus, as what sticks to the edges would. */
const coveredControls = (): Promise<unknown> =>
  page!.evaluate(`[...document.querySelectorAll('[role=tabpanel]:not([hidden]) :is(button, input, select, summary)')]
    .filter((control) => {
      if (!control.checkVisibility()) return false;
      control.focus();
      const { left, top, width, height } = control.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit === null || !(hit.contains(control) || control.contains(hit));
    })
    .map((control) => control.ariaLabel ?? control.textContent)`);

/** Buttons and choices of the open tab, one after the other. */
async function press(...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    const tab = page!.locator('[role=tabpanel]:visible');
    await tab.getByRole('button', { name }).or(tab.getByRole('radio', { name })).first().click();
  }
}

async function typeCompany(text: string): Promise<void> {
  await page!.locator('#check-from').selectOption('One company');
  const field = page!.locator('#check-company');
  await field.fill(text);
  await field.press('Enter');
}

/** A company in Explore, with the form for wrong data unfolded. */
async function openReport(): Promise<void> {
  const panel = page!.getByRole('tabpanel', { name: 'Explore' });
  await panel.getByRole('combobox', { name: 'Company, technology or vendor' }).fill('company-3.example');
  await panel.getByRole('option', { name: 'company-3.example' }).first().click();
  await panel.getByRole('button', { name: /^Look up/ }).click();
  await panel.getByText('Report wrong data').click();
}

async function openBulk(options: BulkPageOptions = {}): Promise<BulkPage> {
  const bulk = await BulkPage.open(
    served.browser,
    served.origin,
    [
      ['Website of the company that somebody has met'],
      ...Array.from({ length: 12 }, (_row, at) => [at === 5 ? 'n/a' : `company-with-a-long-name-${at}.example`]),
    ],
    options,
  );
  opened = bulk;
  ({ page } = bulk);
  await page.setViewportSize(SIZE);
  return bulk;
}

/** Where parts of a line begin, in pixels from the left. */
const leftOf = (selector: string, ...parts: readonly string[]): Promise<readonly number[]> =>
  page!.evaluate(`(() => {
    const [text] = document.querySelector(${JSON.stringify(selector)}).childNodes;
    const range = document.createRange();
    return ${JSON.stringify(parts)}.map((part) => {
      const at = text.data.indexOf(part);
      range.setStart(text, at);
      range.setEnd(text, at + part.length);
      return range.getBoundingClientRect().left;
    });
  })()`);

it('Enrich fits at 200 %, with its button in reach', async () => {
  const bulk = await openBulk();
  await bulk.button('Stack').click();
  await bulk.choose(/^Add a status column/);
  await bulk.button(/^Preview 3 rows/).click();
  await bulk.says(/The preview cost/);
  expect(await cutParts()).toEqual([]);
  await bulk.button('Clear preview').press('Enter');
  await bulk.button('Enrich 11 rows').waitFor();
  expect(await cutParts()).toEqual([]);
  expect(await roomLeft()).toBeGreaterThan(SIZE.height / 2);
  // At both ends of the page.
  for (const top of [0, 100_000]) {
    await page!.evaluate(`scrollTo(0, ${top})`);
    const box = await bulk.button('Enrich 11 rows').boundingBox();
    expect({ isBelowTop: box!.y >= 0, isAboveBottom: box!.y + box!.height <= SIZE.height }).toEqual({
      isBelowTop: true,
      isAboveBottom: true,
    });
  }
  await bulk.button('Enrich 11 rows').press('Enter');
  await bulk.says(/^Done/);
  expect(await cutParts()).toEqual([]);
});

it('a title that is written from right to left leaves the line around it in order, and long words wrap', async () => {
  const companies = [`${'a'.repeat(60)}.example`, 'company-3.example', 'company-4.example'];
  const cells = ['אתרים', ...companies, 'b'.repeat(300), '🚀'.repeat(40)].map((each) => [each]);
  const bulk = await BulkPage.open(served.browser, served.origin, cells);
  opened = bulk;
  ({ page } = bulk);
  await bulk.says(/5 rows/);
  const places = await leftOf('h3.source', 'Leads', 'A ', 'אתרים', '5 rows');
  expect([...places].sort((one, other) => one - other)).toEqual(places);
  await bulk.button(/skipped/).click();
  await bulk.section().getByText('2 rows without a usable domain').click();
  await bulk.says(/^b{300}|bbb/);
  expect(await cutParts()).toEqual([]);
});

it('the list of columns fits at 200 %', async () => {
  const bulk = await openBulk();
  await bulk.section().getByRole('combobox').fill('tech');
  await bulk.section().getByRole('option').first().waitFor();
  expect(await cutParts()).toEqual([]);
  const box = await bulk.section().locator('.combo-list').boundingBox();
  expect(box!.height).toBeLessThan(SIZE.height * 0.8);
});

it.each(['Explore', 'Activity', 'Formula', 'Settings'] as const)('%s fits at 200 %', async (tab) => {
  const panel = await PanelPage.open(served.browser, served.origin, {
    stored: STORED,
    cells: [[['=TRACE_TECH(A2)', WAITING]], [['=TRACE_TECH(A3)', '#VALUE!']]],
    selected: [0, 0],
  });
  opened = panel;
  ({ page } = panel);
  await page.setViewportSize(SIZE);
  await openTab(page, tab);
  await page.locator('[role=tabpanel]:visible :is(h2, input)').first().waitFor();
  expect(await cutParts()).toEqual([]);
  expect(await roomLeft()).toBeGreaterThan(SIZE.height / 2);
  // As wide as Google's sidebar at 200 %, with what the selected cell lacks.
  await page.setViewportSize({ ...SIZE, width: 150 });
  await page.locator('.cell-banner', { hasText: 'Waiting for approval' }).waitFor();
  expect(await cutParts()).toEqual([]);
});

it.each([
  ['Lists', 'Picked by hand', async (): Promise<void> => undefined],
  ['Lists', /companies match/, async (): Promise<void> => press(/^Shopify users/, 'Edit conditions')],
  ['Lists', /ready$/, async (): Promise<void> => press('New list', /^The selected companies/)],
  ['Explore', 'Send report · free', openReport],
  ['Activity', /^Rescan \d+ companies/, async (): Promise<void> => undefined],
  [
    'Activity',
    /is not a domain/,
    async (): Promise<void> => typeCompany('A company with a long name, without a domain'),
  ],
] as const)('%s with “%s” fits at 200 %%, and axe finds nothing', async (tab, text, reach) => {
  const bulk = await openBulk({ acts: true });
  await bulk.openTab(tab);
  await reach();
  await page!.locator('[role=tabpanel]:visible').getByText(text).first().waitFor();
  expect(await cutParts()).toEqual([]);
  expect(await roomLeft()).toBeGreaterThan(SIZE.height / 2);
  expect(await bulk.violations()).toEqual([]);
});

it('the welcome card fits at 200 %', async () => {
  const panel = await PanelPage.open(served.browser, served.origin, {});
  opened = panel;
  ({ page } = panel);
  await page.setViewportSize(SIZE);
  await page.getByRole('heading', { name: 'Welcome to Trace' }).waitFor();
  expect(await cutParts()).toEqual([]);
});

it.each([
  ["in Google's sidebar", 300],
  ["in Google's sidebar at 200 %", 150],
] as const)('the names of all tabs are on one line %s', async (_place, width) => {
  const panel = await PanelPage.open(served.browser, served.origin, { stored: STORED });
  opened = panel;
  ({ page } = panel);
  await page.setViewportSize({ ...SIZE, width });
  await page.getByRole('tab', { name: 'Lists' }).waitFor();
  const heights = await page.evaluate(
    `[...document.querySelectorAll('[role=tab]')].map((tab) => tab.getBoundingClientRect()).map(({ top, height }) => [top, height])`,
  );
  const [first] = heights as readonly (readonly number[])[];
  expect(heights).toEqual((heights as readonly unknown[]).map(() => first));
  expect(first![1]).toBeLessThanOrEqual(40);
  // The last tab is reached by its arrow key, and is then in sight.
  await page.getByRole('tab', { selected: true }).press('End');
  const box = await page.getByRole('tab', { name: 'Settings' }).boundingBox();
  expect({ isInSight: box!.x >= 0 && box!.x + box!.width <= width, cut: await cutParts() }).toEqual({
    isInSight: true,
    cut: [],
  });
});

it.each(['Enrich', 'Explore', 'Lists', 'Activity', 'Formula'] as const)(
  "%s fits in Google's sidebar at 200 %%",
  async (tab) => {
    const bulk = await openBulk({ acts: true });
    await page!.setViewportSize({ ...SIZE, width: 150 });
    await bulk.openTab(tab);
    await page!.locator('[role=tabpanel]:visible :is(h2, input)').first().waitFor();
    expect(await cutParts()).toEqual([]);
    if (tab !== 'Formula') return;
    await press('Technologies of companies');
    await page!.getByText(/^Up to \d+ credits/).waitFor();
    expect(await cutParts()).toEqual([]);
    const title = page!.getByRole('heading', { name: 'Technologies of companies' });
    expect((await title.boundingBox())!.width).toBeGreaterThan(100);
  },
);

it("an enrichment and a list fit in Google's sidebar at 200 %", async () => {
  const bulk = await openBulk({ acts: true });
  const sidebar = { width: 150, height: 800 };
  await page!.setViewportSize(sidebar);
  const cut: Record<string, unknown> = {};
  // The menu leaves its button free, which closes it again.
  await page!.locator('.account button').first().click();
  await page!.getByRole('button', { name: 'Key and limits' }).waitFor();
  await page!.locator('.account button').first().click();
  await page!.getByRole('button', { name: 'Key and limits' }).waitFor({ state: 'detached' });
  await press('Partners');
  await bulk.button(/^Preview 3 rows/).waitFor();
  cut['chosen'] = await cutParts();
  cut['covered'] = await coveredControls();
  await press(/^Preview 3 rows/);
  await bulk.says(/The preview cost/);
  cut['preview'] = await cutParts();
  await press('Go on');
  await bulk.says(/^Done/);
  cut['done'] = await cutParts();
  for (const width of [400, 1_280]) {
    await page!.setViewportSize({ ...sidebar, width });
    cut[`violations at ${width}`] = await bulk.violations();
  }
  await page!.setViewportSize(sidebar);
  await bulk.openTab('Lists');
  await press(/^Picked by hand/, /^Read 3 companies/, /^Bring 3 into sheet/);
  await page!.getByRole('menuitem', { name: 'Values · free' }).waitFor();
  cut['list'] = await cutParts();
  await page!.keyboard.press('Escape');
  await press('All lists', /^Shopify users/, 'Edit conditions');
  await page!.getByText(/companies match/).waitFor();
  cut['conditions'] = await cutParts();
  expect(Object.entries(cut).filter(([, found]) => (found as readonly unknown[]).length > 0)).toEqual([]);
});
