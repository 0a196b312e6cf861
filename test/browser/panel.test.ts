import { PanelPage, type PanelOptions } from './panel-page';
import { keyStatus, openTab } from './panel-tabs';
import { serveWorkbook } from './served-workbook';

const KEY = 'trace_demo';
const STORED = {
  'trace.apiKey': KEY,
  'trace.accountId': 'acc1-0000',
  'trace.keyId': 'key1-0000',
  'trace.keyVerdict': 'works key1-0000',
};

const served = serveWorkbook();
let panel: PanelPage;

beforeEach(() => served.control('reset', {}));

afterEach(async () => {
  await panel.close();
});

async function open(options: PanelOptions = {}): Promise<void> {
  panel = await PanelPage.open(served.browser, served.origin, options);
}

const status = () => keyStatus(panel.page);
const alert = () => panel.page.getByRole('alert');
const button = (name: string) => panel.page.getByRole('button', { name });
const focused = (): Promise<string> =>
  panel.page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent');

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await panel.page.keyboard.press(key);
}

async function pasteKey(pasted: string): Promise<void> {
  await panel.page.getByLabel(/Trace API key/).fill(pasted);
  await press('Enter');
}

describe('the key', () => {
  it('is set by keyboard alone, and shown masked', async () => {
    await open();
    await status().getByText('No key is set.').waitFor();
    await press('Tab');
    await panel.page.keyboard.type('trace_org_demo');
    await press('Tab', 'Enter');
    await status()
      .getByText(/^Saved\. The key trace_org_… is set \(an organization key, account [0-9a-f]{4}…\)\.$/)
      .waitFor();
    expect([await panel.stored('trace.apiKey'), await focused()]).toEqual(['trace_org_demo', 'Enrich']);
  });

  it('that is none is refused in a sentence beside the field, and stays there to be mended', async () => {
    await open();
    await pasteKey('sk_live_1');
    await alert().getByText('This is not a Trace API key').waitFor();
    const field = panel.page.getByLabel('Your Trace API key');
    expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['sk_live_1', 'true']);
  });

  it('is taken by the service', async () => {
    await open({ stored: STORED });
    await button('Test the key').click();
    await status().getByText('This key works.').waitFor();
    expect(await focused()).toBe('Test the key');
  });

  it('that the service does not know is refused in a sentence, and is not said to be set when the panel is opened again', async () => {
    await open({ stored: { ...STORED, 'trace.apiKey': 'trace_unknown_0123456789' } });
    await status().getByText('The key trace_…6789 is set').waitFor();
    await button('Test the key').click();
    await alert().getByText('Trace refused the API key').waitFor();
    await status().getByText('The key trace_…6789 was refused').waitFor();
    expect(await panel.stored('trace.keyVerdict')).toBe('refused key1-0000');
    await panel.close();
    const again = { 'trace.apiKey': 'trace_unknown_0123456789', 'trace.keyVerdict': 'refused key1-0000' };
    await open({ stored: { ...STORED, ...again } });
    await status().getByText('The key trace_…6789 was refused').waitFor();
  });

  it('that a formula finds refused is said to be, while the panel is open', async () => {
    await open({ stored: { ...STORED, 'trace.apiKey': 'trace_unknown_0123456789' } });
    await status().getByText('The key trace_…6789 is set').waitFor();
    await panel.call('TRACE_COMPANY', [['stripe.com']], 'name', null);
    await status().getByText('The key trace_…6789 was refused').waitFor();
    await button('Key refused').waitFor();
    await openTab(panel.page, 'Activity');
    await panel.page.getByText('Trace refused your API key.').waitFor();
  });

  it.each([
    ['the same organization: keep saved answers', true],
    ['another account: start fresh', false],
  ])('of "%s" keeps the account: %p', async (choice, keeps) => {
    await open({ stored: STORED });
    await button('Replace the key').click();
    await panel.page.getByLabel(choice).check();
    await pasteKey('trace_org_demo');
    await status().getByText('Saved. The key trace_org_…').waitFor();
    const account = await panel.stored('trace.accountId');
    expect([account === 'acc1-0000', account !== null]).toEqual([keeps, true]);
  });

  it('stays when its replacement is cancelled', async () => {
    await open({ stored: STORED });
    await button('Replace the key').click();
    await button('Cancel').click();
    await status().getByText('(a personal key, account acc1…)').waitFor();
    expect([await panel.stored('trace.apiKey'), await focused()]).toEqual([KEY, 'Test the key']);
  });

  it('that the service refuses is not saved, and the one that is set stays', async () => {
    await open({ stored: STORED });
    await button('Replace the key').click();
    await pasteKey('trace_unknown_0123456789');
    await alert().getByText('Trace refused the API key').waitFor();
    expect([await panel.stored('trace.apiKey'), await panel.stored('trace.accountId')]).toEqual([KEY, 'acc1-0000']);
    await button('Cancel').click();
    await status().getByText('The key trace_… is set').waitFor();
  });

  it('is saved where the service cannot be reached, and is said to be untested', async () => {
    await open();
    await panel.page.context().setOffline(true);
    await pasteKey('trace_demo');
    await status()
      .getByText(/^Saved\. The key trace_… is not tested yet/)
      .waitFor();
    await alert().getByText('Trace could not be reached.').waitFor();
    expect(await panel.stored('trace.apiKey')).toBe('trace_demo');
    await panel.page.context().setOffline(false);
    await panel.page.reload();
    await openTab(panel.page, 'Settings');
    await status().getByText('The key trace_… is not tested yet').waitFor();
    await button('Test the key').click();
    await status()
      .getByText(/^This key works\. The key trace_… is set/)
      .waitFor();
  });

  it('is forgotten together with its account, once that is confirmed', async () => {
    await open({ stored: STORED });
    await button('Forget the key').click();
    await panel.page.getByText('Forget this key?').waitFor();
    expect([await focused(), await panel.stored('trace.apiKey')]).toEqual(['Keep the key', KEY]);
    await press('Enter');
    expect([await focused(), await panel.stored('trace.apiKey')]).toEqual(['Test the key', KEY]);
    await button('Forget the key').click();
    await button('Forget the key').click();
    await status().getByText('No key is set.').waitFor();
    const names = ['trace.apiKey', 'trace.accountId', 'trace.keyId', 'trace.keyVerdict'];
    expect(await Promise.all(names.map((name) => panel.stored(name)))).toEqual([null, null, null, null]);
  });

  it('is not in the page again once it is set', async () => {
    await open();
    await served.control('faults', { fault: 'dropped-connection', times: 2 });
    await pasteKey('trace_0123456789abcdef');
    await status().getByText('trace_…cdef').waitFor();
    const inPage = await panel.page.evaluate(
      'document.documentElement.outerHTML + [...document.querySelectorAll("input")].map(({ value }) => value)',
    );
    expect(inPage).not.toContain('0123456789');
  });
});

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
    await open({ cells });
    await pasteKey(KEY);
    await panel.page.getByText('Cells that needed a key can get answers now.').waitFor();
    await button('Retry problems').click();
    await panel.page.getByText('2 formulas are calculated again.').waitFor();
    expect(await panel.retried()).toEqual(['0:1', '1:2']);
  });

  it('says that there is none', async () => {
    await open({ stored: STORED, tab: 'Activity', cells: [[['=TRACE_TECH("a.com")', 'React']]] });
    await panel.page.getByText('No Trace cell shows a problem.').waitFor();
    expect(await button('Retry problems').count()).toBe(0);
  });

  it('is not offered outside Excel, and the page says where it works', async () => {
    await open({ cells: null });
    await panel.page.getByText('There is no spreadsheet here. Open Trace in Excel or in the web workbook.').waitFor();
    expect(await button('Retry problems').count()).toBe(0);
  });
});

describe('the last requests', () => {
  const rows = () => panel.page.locator('tbody tr');
  const unfold = () => panel.page.getByText('Last requests').click();

  it('are told as they happen, the newest first', async () => {
    await open({ stored: STORED });
    await unfold();
    await panel.page.getByText('None yet.').waitFor();
    await panel.call('TRACE_COMPANY', [['stripe.com'], ['slack.com']], 'name', null);
    await button('Test the key').click();
    await rows().nth(1).waitFor();
    expect((await rows().allInnerTexts()).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^companies\.show 404 \d+$/),
      expect.stringMatching(/^companies\.batch 200 \d+$/),
    ]);
  });

  it('tell how many credits were missing', async () => {
    await served.control('faults', { fault: 'credits-out', times: 1 });
    await open({ stored: STORED });
    await unfold();
    await panel.call('TRACE_COMPANY', [['stripe.com'], ['slack.com']], 'name', null);
    expect(await rows().first().innerText()).toMatch(/companies\.batch\s+402 \d+ credits? missing/);
  });

  it('hold neither the key nor what was asked about', async () => {
    await open({ stored: STORED });
    await unfold();
    await panel.call('TRACE_COMPANY', [['stripe.com']], 'name', null);
    await rows().first().waitFor();
    expect(await panel.page.locator('table').innerHTML()).not.toMatch(/trace_demo|stripe/);
  });
});

describe('the page', () => {
  const shows: readonly [string, PanelOptions][] = [
    ['without a key', {}],
    ['with a key', { stored: STORED }],
    ['where there is no Excel', { cells: null }],
  ];

  it.each(shows)('gives axe nothing to find and fits 300 px: %s', async (_name, options) => {
    await open(options);
    await panel.call('TRACE_COMPANY', [['stripe.com']], 'name', null);
    await status()
      .getByText(/is set/)
      .waitFor();
    expect([await panel.violations(), await panel.scrollWidth(), panel.errors]).toEqual([[], 300, []]);
  });

  it('gives axe nothing to find while a key is replaced wrongly', async () => {
    await open({ stored: STORED });
    await button('Replace the key').click();
    await pasteKey('x'.repeat(200));
    await alert().getByText('This is not').waitFor();
    expect([await panel.violations(), await panel.scrollWidth(), panel.errors]).toEqual([[], 300, []]);
  });

  it('leads from each function to its page, beside itself', async () => {
    await open({ stored: STORED });
    await panel.page.getByText('All 18 functions').click();
    const link = panel.page.getByRole('link', { name: 'TRACE_TECH(domains, [fields], [options])', exact: true });
    const [opened] = await Promise.all([panel.page.waitForEvent('popup'), link.click()]);
    await opened.getByRole('heading', { name: 'TRACE_TECH', exact: true }).waitFor();
    expect(opened.url()).toBe(`${served.origin}/docs/functions/TRACE_TECH.html`);
  });

  it('takes the theme that its place asks for', async () => {
    await open({ theme: 'dark' });
    const background = await panel.page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe('rgb(27, 29, 32)');
  });

  it('shows text from outside as text', async () => {
    await open({ stored: { ...STORED, 'trace.accountId': '<b>x</b>' } });
    await status().getByText('account <b>x…').waitFor();
    expect(await status().locator('b').count()).toBe(0);
  });
});
