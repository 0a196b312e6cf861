import { problemColumn, useSheet } from '../../apps-script/retry/problem-sheet';
import { expectSoon } from '../expect-soon';
import { alert, button, field, isNotSet, isSet, open, openSidebars, saveKey, status } from './open-sidebar';

const KEY = 'trace_0123456789abcdef';

const sidebars = openSidebars();

describe('the key', () => {
  it('is saved without what came with pasting once Trace takes it, and shown masked', async () => {
    const tab = await sidebars.open();
    await saveKey(tab, ' "trace_org_demo"');
    await status(tab)
      .getByText(/^Saved\. The key trace_org_… is set \(an organization key, account [0-9a-f]{4}…\)\.$/)
      .waitFor();
    expect(sidebars.stored()['TRACE_API_KEY']).toBe('trace_org_demo');
  });

  it('that Trace refuses is not saved, and the one that is set stays', async () => {
    sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount', 'works']);
    const before = sidebars.stored();
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await button(tab, 'Replace the key').click();
    await saveKey(tab, KEY);
    await alert(tab).getByText('Trace refused the API key: it is wrong, revoked or expired.').waitFor();
    expect(await field(tab).inputValue()).toBe(KEY);
    expect(sidebars.stored()).toMatchObject(before);
    await button(tab, 'Cancel').click();
    await status(tab).getByText('The key trace_… is set').waitFor();
  });

  it('is saved where Trace cannot be reached, and is said to be untested until a test goes well', async () => {
    sidebars.world.state.network.unreachable.add('https://api.tracedata.ai');
    const tab = await sidebars.open();
    await saveKey(tab, 'trace_demo');
    await status(tab)
      .getByText(/^Saved\. The key trace_… is not tested yet/)
      .waitFor();
    await alert(tab).getByText('Trace could not be reached.').waitFor();
    expect(sidebars.stored()['TRACE_API_KEY']).toBe('trace_demo');
    await sidebars.show(tab);
    await open(tab, 'Settings');
    await status(tab).getByText('The key trace_… is not tested yet').waitFor();
    sidebars.world.state.network.unreachable.clear();
    await button(tab, 'Test the key').click();
    await status(tab)
      .getByText(/^This key works\. The key trace_… is set/)
      .waitFor();
    await sidebars.show(tab);
    await open(tab, 'Settings');
    await isSet(tab);
  });

  it('is not said to be set where a test finds it revoked, neither when the sidebar is opened again', async () => {
    sidebars.world.callRpc('setKey', [KEY, 'anotherAccount', 'works']);
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await isSet(tab);
    await button(tab, 'Test the key').click();
    await status(tab).getByText('The key trace_…cdef was refused').waitFor();
    await sidebars.show(tab);
    await open(tab, 'Settings');
    await status(tab).getByText('The key trace_…cdef was refused').waitFor();
  });

  it('that a formula has found revoked is not said to be set', async () => {
    sidebars.world.callRpc('setKey', [KEY, 'anotherAccount', 'works']);
    sidebars.world.typeFormula('TRACE_COMPANY', ['stripe.com']);
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await status(tab).getByText('The key trace_…cdef was refused').waitFor();
  });

  it('is used by the formulas of its owner, and by those that an editor types in the same file', async () => {
    const tab = await sidebars.open();
    await saveKey(tab, 'trace_demo');
    await status(tab).getByText('Saved.').waitFor();
    const cells = (['owner', 'editor'] as const).map(
      (as) => sidebars.world.typeFormula('TRACE_COMPANY', ['stripe.com', 'name'], { as }).cells,
    );
    expect(cells).toEqual([[['Stripe']], [['Stripe']]]);
  });

  it('of the owner is not known to an editor’s sidebar', async () => {
    sidebars.world.callRpc('setKey', [KEY, 'anotherAccount']);
    const tab = await sidebars.open({ user: 'editor' });
    await isNotSet(tab);
    await saveKey(tab, 'trace_demo');
    await isSet(tab);
    expect({ owner: sidebars.stored()['TRACE_API_KEY'], editor: sidebars.stored('editor')['TRACE_API_KEY'] }).toEqual({
      owner: KEY,
      editor: 'trace_demo',
    });
  });

  it('is never sent to the page again, and appears nowhere in it', async () => {
    sidebars.world.callRpc('setKey', [KEY, 'anotherAccount', 'works']);
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await isSet(tab);
    await button(tab, 'Test the key').click();
    await alert(tab).getByText('Trace refused the API key').waitFor();
    await button(tab, 'Replace the key').click();
    const crossed = tab.server.calls.map(({ outcome }) => outcome).join('');
    expect([crossed, await tab.frame.content()].filter((text) => text.includes('0123456789abc'))).toEqual([]);
  });

  it('that is none is told beside the field, and stays there to be mended', async () => {
    const tab = await sidebars.open();
    await saveKey(tab, 'sk_live_1');
    await alert(tab).getByText('This is not a Trace API key').waitFor();
    const focused = (): Promise<unknown> => tab.frame.evaluate('document.activeElement.id');
    await expectSoon(
      () => Promise.all([field(tab).inputValue(), field(tab).getAttribute('aria-invalid'), focused()]),
      ['sk_live_1', 'true', 'key'],
    );
  });

  it.each([
    ['the same organization: keep saved answers', true],
    ['another account: start fresh', false],
  ])('that replaces one of "%s" keeps the account: %p', async (choice, keeps) => {
    sidebars.world.callRpc('setKey', [KEY, 'anotherAccount']);
    const before = sidebars.stored()['TRACE_ACCOUNT_ID'];
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await button(tab, 'Replace the key').click();
    await tab.frame.getByLabel(choice).check();
    await saveKey(tab, 'trace_org_demo');
    await status(tab)
      .getByText(/^Saved\. The key trace_org_… is set \(an organization key, account [0-9a-f]{4}…\)\.$/)
      .waitFor();
    expect(sidebars.stored()['TRACE_ACCOUNT_ID'] === before).toBe(keeps);
  });

  it('asks whose it is only where one is replaced', async () => {
    const tab = await sidebars.open();
    await isNotSet(tab);
    expect({
      groups: await tab.frame.getByRole('group', { name: 'The new key belongs to' }).count(),
      removeButtons: await button(tab, 'Remove the key').count(),
    }).toEqual({ groups: 0, removeButtons: 0 });
  });

  it('is taken by Trace', async () => {
    sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await button(tab, 'Test the key').click();
    await status(tab).getByText('This key works.').waitFor();
  });

  it('is forgotten with its account, once that is confirmed', async () => {
    sidebars.world.callRpc('setKey', [KEY, 'anotherAccount']);
    const before = sidebars.stored();
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await button(tab, 'Remove the key').click();
    await tab.frame.getByText('Remove this key?').waitFor();
    await button(tab, 'Keep the key').click();
    await button(tab, 'Keep the key').waitFor({ state: 'detached' });
    await button(tab, 'Remove the key').click();
    await button(tab, 'Keep the key').waitFor();
    expect(sidebars.stored()).toMatchObject(before);
    await button(tab, 'Remove the key').click();
    await isNotSet(tab);
    // The limit that its person chose for the file stays, and when old answers were last looked for.
    const kept = Object.keys(sidebars.stored()).filter((name) => !name.startsWith('TRACE_LOOKED_'));
    expect(kept).toEqual(['TRACE_FILE_spreadsheet-1']);
  });
});

it('says whose key the formulas of a shared file run on', async () => {
  const tab = await sidebars.open();
  await button(tab, 'Continue without a key').click();
  await open(tab, 'Settings');
  const note = tab.frame.getByText("Formulas spend the file owner's credits. Your key pays for what you do here.");
  await note.waitFor();
});

describe('cells that show a problem', () => {
  it('are entered again, and have their answers', async () => {
    sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    const grid = useSheet(sidebars.world, problemColumn(3));
    const tab = await sidebars.open();
    await open(tab, 'Activity');
    await button(tab, 'Retry problems').click();
    await tab.frame.getByText('3 formulas recalculated.').waitFor();
    sidebars.world.calculate();
    expect([2, 3, 4].map((row) => grid.value({ row, column: 2 }))).toEqual(['Company 1', 'Company 2', 'Company 3']);
  });

  it('have their formulas as before once the panel is opened again', async () => {
    sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    const grid = useSheet(sidebars.world, problemColumn(3));
    const before = grid.formulas();
    sidebars.world.callRpc('retryProblems');
    sidebars.world.calculate();
    const tab = await sidebars.open();
    await open(tab, 'Activity');
    await expectSoon(() => Promise.resolve(grid.formulas()), before);
  });

  const SUGGESTION = 'Cells that needed a key or approval can get answers now.';

  it('that needed a key are suggested once one is set', async () => {
    const noKey = "#TRACE: No API key. The file's owner sets it in the Trace panel.";
    useSheet(sidebars.world, { A1: ['=TRACE_TECH("stripe.com")', noKey] });
    const tab = await sidebars.open();
    await saveKey(tab, 'trace_demo');
    await tab.frame.getByText(SUGGESTION).first().waitFor();
  });

  it('are not spoken of where there are none', async () => {
    const tab = await sidebars.open();
    await saveKey(tab, 'trace_demo');
    await status(tab).getByText('Saved.').waitFor();
    await expectSoon(() => tab.server.calls.some(({ args }) => args.includes('problems')), true);
    await open(tab, 'Settings');
    expect(await tab.frame.getByText(SUGGESTION).count()).toBe(0);
  });
});
