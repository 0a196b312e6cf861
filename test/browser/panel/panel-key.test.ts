import { expectSoon } from '../expect-soon';
import { openPanel, panel, served, useOnePanel } from './one-panel';
import { STORED_KEY } from './panel-page';
import { keyStatus, openTab } from './panel-tabs';

useOnePanel();

const status = () => keyStatus(panel.page);
const focused = (): Promise<string> =>
  panel.page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent');

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await panel.page.keyboard.press(key);
}

describe('the key', () => {
  it('is set by keyboard alone, and shown masked', async () => {
    await openPanel();
    await status().getByText('No key is set.').waitFor();
    await press('Tab');
    await panel.page.keyboard.type('trace_org_demo');
    await press('Tab', 'Enter');
    await status()
      .getByText(/^Saved\. The key trace_org_… is set \(an organization key, account [0-9a-f]{4}…\)\.$/)
      .waitFor();
    await expectSoon(() => Promise.all([panel.stored('trace.apiKey'), focused()]), ['trace_org_demo', 'Enrich']);
    // It is read once the person goes on.
    for (const tab of ['Explore', 'Enrich'] as const) {
      await openTab(panel.page, tab);
      await panel.page.getByRole('tabpanel', { name: tab }).waitFor();
      await expectSoon(() => status().count(), 0);
    }
    // Settings says it beside the key. Elsewhere it stays read.
    await openTab(panel.page, 'Settings');
    await status().getByText('Saved.').waitFor();
    await openTab(panel.page, 'Explore');
    await panel.page.getByRole('tabpanel', { name: 'Explore' }).waitFor();
    await expectSoon(() => status().count(), 0);
  });

  it('that is none is refused in a sentence beside the field, and stays there to be mended', async () => {
    await openPanel();
    await panel.pasteKey('sk_live_1');
    await panel.alert().getByText('This is not a Trace API key').waitFor();
    const field = panel.page.getByLabel('Your Trace API key');
    await expectSoon(
      () => Promise.all([field.inputValue(), field.getAttribute('aria-invalid')]),
      ['sk_live_1', 'true'],
    );
  });

  it('is taken by the service', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.button('Test the key').click();
    await status().getByText('This key works.').waitFor();
    await expectSoon(focused, 'Test the key');
  });

  it('that the service does not know is refused in a sentence, and is not said to be set when the panel is opened again', async () => {
    await openPanel({ stored: { ...STORED_KEY, 'trace.apiKey': 'trace_unknown_0123456789' } });
    await status().getByText('The key trace_…6789 is set').waitFor();
    await panel.button('Test the key').click();
    await panel.alert().getByText('Trace refused the API key').waitFor();
    await status().getByText('The key trace_…6789 was refused').waitFor();
    expect(await panel.stored('trace.keyVerdict')).toBe('refused key1-0000');
    await panel.close();
    const again = { 'trace.apiKey': 'trace_unknown_0123456789', 'trace.keyVerdict': 'refused key1-0000' };
    await openPanel({ stored: { ...STORED_KEY, ...again } });
    await status().getByText('The key trace_…6789 was refused').waitFor();
  });

  it('that a formula finds refused is said to be, while the panel is open', async () => {
    await openPanel({ stored: { ...STORED_KEY, 'trace.apiKey': 'trace_unknown_0123456789' } });
    await status().getByText('The key trace_…6789 is set').waitFor();
    await panel.call('TRACE_COMPANY', [['stripe.com']], 'name', null);
    await status().getByText('The key trace_…6789 was refused').waitFor();
    await panel.button('Key refused').waitFor();
    await openTab(panel.page, 'Activity');
    await panel.page.getByText('Trace refused your API key.').waitFor();
  });

  it.each([
    ['the same organization: keep saved answers', true],
    ['another account: start fresh', false],
  ])('of "%s" keeps the account: %p', async (choice, keeps) => {
    await openPanel({ stored: STORED_KEY });
    await panel.button('Replace the key').click();
    await panel.page.getByLabel(choice).check();
    await panel.pasteKey('trace_org_demo');
    await status().getByText('Saved. The key trace_org_…').waitFor();
    const account = await panel.stored('trace.accountId');
    expect({ keeps: account === 'acc1-0000', isSet: account !== null }).toEqual({ keeps, isSet: true });
  });

  it('stays when its replacement is cancelled', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.button('Replace the key').click();
    await panel.button('Cancel').click();
    await status().getByText('(a personal key, account acc1…)').waitFor();
    await expectSoon(() => Promise.all([panel.stored('trace.apiKey'), focused()]), ['trace_demo', 'Test the key']);
  });

  it('that the service refuses is not saved, and the one that is set stays', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.button('Replace the key').click();
    await panel.pasteKey('trace_unknown_0123456789');
    await panel.alert().getByText('Trace refused the API key').waitFor();
    expect({ apiKey: await panel.stored('trace.apiKey'), accountId: await panel.stored('trace.accountId') }).toEqual({
      apiKey: 'trace_demo',
      accountId: 'acc1-0000',
    });
    await panel.button('Cancel').click();
    await status().getByText('The key trace_… is set').waitFor();
  });

  it('is saved where the service cannot be reached, and is said to be untested', async () => {
    await openPanel({ isAddressed: true });
    await panel.page.context().setOffline(true);
    await panel.pasteKey('trace_demo');
    await status()
      .getByText(/^Saved\. The key trace_… is not tested yet/)
      .waitFor();
    await panel.alert().getByText('You are offline. Connect to').waitFor();
    expect(await panel.stored('trace.apiKey')).toBe('trace_demo');
    await panel.page.context().setOffline(false);
    await panel.page.reload();
    await openTab(panel.page, 'Settings');
    await status().getByText('The key trace_… is not tested yet').waitFor();
    await panel.button('Test the key').click();
    await status()
      .getByText(/^This key works\. The key trace_… is set/)
      .waitFor();
  });

  it('is forgotten together with its account, once that is confirmed', async () => {
    await openPanel({ stored: STORED_KEY });
    await panel.button('Remove the key').click();
    await panel.page.getByText('Remove this key?').waitFor();
    const left = (): Promise<unknown> => Promise.all([focused(), panel.stored('trace.apiKey')]);
    await expectSoon(left, ['Keep the key', 'trace_demo']);
    await press('Enter');
    await expectSoon(left, ['Test the key', 'trace_demo']);
    await panel.button('Remove the key').click();
    await panel.button('Keep the key').waitFor();
    await panel.button('Remove the key').click();
    await status().getByText('No key is set.').waitFor();
    const names = ['trace.apiKey', 'trace.accountId', 'trace.keyId', 'trace.keyVerdict'];
    expect(await Promise.all(names.map((name) => panel.stored(name)))).toEqual([null, null, null, null]);
  });

  it('is not in the page again once it is set', async () => {
    await openPanel();
    await served.control('faults', { fault: 'dropped-connection', times: null });
    await panel.pasteKey('trace_0123456789abcdef');
    await status().getByText('trace_…cdef').waitFor();
    const inPage = await panel.page.evaluate(
      'document.documentElement.outerHTML + [...document.querySelectorAll("input")].map(({ value }) => value)',
    );
    expect(inPage).not.toContain('0123456789');
  });
});
