import { expectSoon } from '../expect-soon';
import { holdAnswer } from '../workbook/held-answer';
import { openPanel, panel, served, useOnePanel } from './one-panel';
import { STORED_KEY, type PanelOptions } from './panel-page';
import { keyStatus, openTab } from './panel-tabs';

useOnePanel();

const status = () => keyStatus(panel.page);

describe('retry problems', () => {
  const cells = [
    [
      ['stripe.com', 'stripe.com'],
      ['=TRACE_TECH(A1)', '#N/A'],
      ['=1/0', '#DIV/0!'],
    ],
    [
      ['slack.com', 'slack.com'],
      ['=trace_tech(A2)', 'React'],
      ['=IF(TRUE, TRACE_COMPANY (A2))', '#BUSY!'],
    ],
  ] as const;

  it('is suggested after a key is set, and enters the Trace formulas with a problem again and no other', async () => {
    await openPanel({ cells });
    await panel.pasteKey('trace_demo');
    await panel.page
      .locator('.banners')
      .getByText('Cells that needed a key or approval can get answers now.')
      .waitFor();
    await panel.button('Retry problems').click();
    await panel.page.getByText('2 formulas recalculated.').waitFor();
    expect(await panel.retried()).toEqual(['0:1', '1:2']);
  });

  const TEXTS = [
    ['=TRACE_TECH("a.com")', '#TRACE: No API key. Open the Trace panel and paste yours.'],
    ['=TRACE_TECH("b.com")', '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.'],
  ] as const;

  it('says what it costs where a file is opened whose cells needed a key or approval, which Excel does not recalculate', async () => {
    await openPanel({ stored: STORED_KEY, cells: [TEXTS] });
    await panel.page
      .locator('.banners')
      .getByText('Cells that needed a key or approval can get answers now.')
      .waitFor();
    const before = await panel.retried();
    await panel.button('Retry problems (up to 2 credits)').click();
    await panel.page.getByText('2 formulas recalculated.').waitFor();
    expect({ before, retried: await panel.retried() }).toEqual({ before: [], retried: ['0:0', '0:1'] });
  });

  it('happens by itself there where it is free', async () => {
    const settings = JSON.stringify({ 'trace.spendPolicy': { mode: 'onRequest' } });
    await openPanel({ stored: { ...STORED_KEY, 'trace.workbookSettings': settings }, cells: [TEXTS] });
    await expectSoon(() => panel.retried(), ['0:0', '0:1']);
  });

  it('goes on to be told while a key is replaced', async () => {
    await openPanel({ stored: STORED_KEY, tab: 'Activity', cells });
    const letGo = await holdAnswer(panel.page);
    const answered = panel.call('TRACE_COMPANY', [['stripe.com']], 'name', null);
    await panel.button('Retry problems').click();
    await panel.page.getByText('Fetching 2 formulas…').waitFor();
    await openTab(panel.page, 'Settings');
    await panel.button('Replace the key').click();
    await panel.pasteKey('trace_demo');
    await status()
      .getByText(/^Saved\./)
      .waitFor();
    await openTab(panel.page, 'Activity');
    const during = await panel.page.getByText('Fetching 2 formulas…').count();
    letGo();
    await answered;
    await panel.page.getByText('2 formulas recalculated.').waitFor();
    expect(during).toBe(1);
  });

  it('says that there is none', async () => {
    await openPanel({ stored: STORED_KEY, tab: 'Activity', cells: [[['=TRACE_TECH("a.com")', 'React']]] });
    await panel.page.getByText('No Trace cell shows a problem.').waitFor();
    expect(await panel.button('Retry problems').count()).toBe(0);
  });

  it('is not offered outside Excel, and the page says where it works', async () => {
    await openPanel({ cells: null });
    await panel.page.getByText('There is no spreadsheet here. Open Trace in Excel or in the web workbook.').waitFor();
    expect(await panel.button('Retry problems').count()).toBe(0);
  });
});

describe('the last requests', () => {
  const rows = () => panel.page.locator('tbody tr');
  const unfold = () => panel.page.getByText('Last requests').click();

  it('are told as they happen, the newest first', async () => {
    await openPanel({ stored: STORED_KEY });
    await unfold();
    await panel.page.getByText('None yet.').waitFor();
    await panel.call('TRACE_COMPANY', [['stripe.com'], ['slack.com']], 'name', null);
    await panel.button('Test the key').click();
    await rows().nth(1).waitFor();
    await expectSoon(
      async () => (await rows().allInnerTexts()).map((row) => row.replace(/\s+/g, ' ')),
      [expect.stringMatching(/^companies\.show 404 \d+$/), expect.stringMatching(/^companies\.batch 200 \d+$/)],
    );
  });

  it('tell how many credits were missing', async () => {
    await served.control('faults', { fault: 'credits-out', times: 1 });
    await openPanel({ stored: STORED_KEY });
    await unfold();
    await panel.call('TRACE_COMPANY', [['stripe.com'], ['slack.com']], 'name', null);
    expect(await rows().first().innerText()).toMatch(/companies\.batch\s+402 \d+ credits? missing/);
  });

  it('hold neither the key nor what was asked about', async () => {
    await openPanel({ stored: STORED_KEY });
    await unfold();
    await panel.call('TRACE_COMPANY', [['stripe.com']], 'name', null);
    await rows().first().waitFor();
    expect(await panel.page.locator('table').innerHTML()).not.toMatch(/trace_demo|stripe/);
  });
});

describe('the page', () => {
  const shows: readonly [string, PanelOptions][] = [
    ['without a key', {}],
    ['with a key', { stored: STORED_KEY }],
    ['where there is no Excel', { cells: null }],
  ];

  it.each(shows)('gives axe nothing to find and fits 300 px: %s', async (_name, options) => {
    await openPanel(options);
    await panel.call('TRACE_COMPANY', [['stripe.com']], 'name', null);
    await status()
      .getByText(/is set/)
      .waitFor();
    expect({
      violations: await panel.violations(),
      scrollWidth: await panel.scrollWidth(),
      errors: panel.errors,
    }).toEqual({ violations: [], scrollWidth: 300, errors: [] });
  });

  it('says in its header what was spent today, and what is left once Trace has said so', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.call('TRACE_COMPANY', [['stripe.com'], ['slack.com']], 'name', null);
    await panel.page.getByRole('button', { name: '2 spent today', exact: true }).waitFor();
    await served.control('faults', { fault: 'credits-out', times: 1 });
    await panel.call('TRACE_COMPANY', [['figma.com']], 'name', null);
    await panel.page.getByRole('button', { name: '2 spent today 0 left', exact: true }).waitFor();
  });

  it('opens Settings at the key and spending, and unfolds Maintenance by keyboard', async () => {
    await openPanel({ stored: STORED_KEY, tab: 'Activity' });
    await panel.page.getByRole('tab', { name: 'Settings' }).click();
    const titles = (): Promise<string[]> =>
      panel.page.getByRole('tabpanel', { name: 'Settings' }).getByRole('heading', { level: 2 }).allInnerTexts();
    await expectSoon(titles, ['API key', 'Spending', 'Help']);
    await panel.page.getByText('Maintenance', { exact: true }).focus();
    await panel.page.keyboard.press('Enter');
    await panel.page.getByRole('button', { name: 'Remove Trace from this file' }).waitFor();
    expect(await panel.violations()).toEqual([]);
  });

  it.each([
    [300, 298],
    [400, 398],
  ])('has all its tabs in one line of %p px, also beside the wider scrollbar of Windows', async (_width, width) => {
    await openPanel({ stored: STORED_KEY });
    await panel.page.setViewportSize({ width, height: 600 });
    const tops = await panel.page
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
    expect([tops.length, new Set(tops).size]).toEqual([6, 1]);
  });

  it('shows the account menu in front of the tabs', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.page.locator('.account button').first().click();
    const { x, y } = (await panel.page.locator('.account .menu').boundingBox())!;
    expect(await panel.page.evaluate(`document.elementFromPoint(${x + 20}, ${y + 16}).closest('.menu') !== null`)).toBe(
      true,
    );
  });

  it('always has its scrollbar, so that nothing moves when it comes', async () => {
    await openPanel({ stored: STORED_KEY });
    expect(await panel.page.evaluate('getComputedStyle(document.documentElement).overflowY')).toBe('scroll');
  });

  it('gives axe nothing to find while a key is replaced wrongly', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.button('Replace the key').click();
    await panel.pasteKey('x'.repeat(200));
    await panel.alert().getByText('This is not').waitFor();
    expect({
      violations: await panel.violations(),
      scrollWidth: await panel.scrollWidth(),
      errors: panel.errors,
    }).toEqual({ violations: [], scrollWidth: 300, errors: [] });
  });

  it('leads from each function to its page, beside itself', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.page.getByText(/^All \d+ functions$/).click();
    const link = panel.page.getByRole('link', { name: 'TRACE_TECH(domains, [fields], [options])', exact: true });
    const [opened] = await Promise.all([panel.page.waitForEvent('popup'), link.click()]);
    await opened.getByRole('heading', { name: 'TRACE_TECH', exact: true }).waitFor();
    expect(opened.url()).toBe(`${served.origin}/docs/functions/TRACE_TECH.html`);
  });

  it('takes the theme that its place asks for', async () => {
    await openPanel({ theme: 'dark' });
    const background = await panel.page.evaluate('getComputedStyle(document.body).backgroundColor');
    const scrollbar = await panel.page.evaluate('getComputedStyle(document.documentElement).colorScheme');
    expect({ background, scrollbar }).toEqual({ background: 'rgb(27, 29, 32)', scrollbar: 'dark' });
  });

  it('shows text from outside as text', async () => {
    await openPanel({ stored: { ...STORED_KEY, 'trace.accountId': '<b>x</b>' } });
    await status().getByText('account <b>x…').waitFor();
    expect(await status().locator('b').count()).toBe(0);
  });
});
