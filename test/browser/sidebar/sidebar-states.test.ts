import type { Frame } from 'playwright-core';
import { problemColumn, useSheet } from '../../apps-script/retry/problem-sheet';
import { SIDEBAR_WIDTH } from '../../fakes/sidebar-frame/sheet-page';
import type { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { findThemedViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { alert, button, field, isNotSet, isSet, open, openSidebars, saveKey, status } from './open-sidebar';
import { PAGE_WIDTH } from '../page-width';

const KEY = 'trace_demo';
const REVOKED = 'trace_0123456789abcdef';

const sidebars = openSidebars();

describe('while Google works', () => {
  it('the buttons are off, and it is said what is waited for', async () => {
    const tab = await sidebars.open();
    await isNotSet(tab);
    const release = tab.server.hold();
    await saveKey(tab, KEY);
    await status(tab).getByText('Testing and saving the key…').waitFor();
    const whileWaiting = await button(tab, 'Save').isDisabled();
    release();
    await status(tab).getByText('Saved.').waitFor();
    await open(tab, 'Settings');
    await expectSoon(() => button(tab, 'Test the key').isDisabled(), false);
    expect(whileWaiting).toBe(true);
  });

  it('nothing is sent twice by a double click', async () => {
    const tab = await sidebars.open();
    await isNotSet(tab);
    await field(tab).fill(KEY);
    await button(tab, 'Save').dblclick();
    await status(tab).getByText('Saved.').waitFor();
    expect(tab.server.calls.filter(({ args }) => args.includes('setKey'))).toHaveLength(1);
  });

  it('the sidebar may be opened again, and shows what became of it', async () => {
    const tab = await sidebars.open();
    await isNotSet(tab);
    const release = tab.server.hold();
    await saveKey(tab, KEY);
    await sidebars.show(tab);
    release();
    // Trace was still being asked about the key when the page went.
    await isNotSet(tab);
    expect([tab.problems, tab.refused, sidebars.stored()['TRACE_API_KEY']]).toEqual([[], [], undefined]);
  });
});

describe('opened in two tabs', () => {
  it('a key set in one is what the other tests', async () => {
    const [one, other] = [await sidebars.open(), await sidebars.open()];
    await isNotSet(other);
    await saveKey(one, KEY);
    await status(one).getByText('Saved.').waitFor();
    await saveKey(other, 'trace_org_demo');
    await status(other).getByText('Saved.').waitFor();
    await open(one, 'Settings');
    await button(one, 'Test the key').click();
    await status(one)
      .getByText(/^This key works\. The key trace_org_… is set/)
      .waitFor();
  });

  it('each key begins an account of its own if no one was asked whose it is', async () => {
    const [one, other] = [await sidebars.open(), await sidebars.open()];
    await isNotSet(other);
    await saveKey(one, KEY);
    await status(one).getByText('Saved.').waitFor();
    const first = sidebars.stored()['TRACE_ACCOUNT_ID'];
    await saveKey(other, 'trace_org_demo');
    await status(other).getByText('Saved.').waitFor();
    expect(sidebars.stored()['TRACE_ACCOUNT_ID']).not.toBe(first);
  });
});

it('says what to do when Google does not run it, as for people with two accounts', async () => {
  const tab = await sidebars.open();
  await isNotSet(tab);
  tab.server.failsWith = 'PERMISSION_DENIED';
  await sidebars.show(tab);
  await alert(tab).getByText('If you use several Google accounts').waitFor();
  tab.server.failsWith = null;
  await button(tab, 'Retry').click();
  await isNotSet(tab);
});

it('says what to do when Google refuses its store', async () => {
  sidebars.world.state.userProperties.owner.fault = 'Service invoked too many times for one day: properties.';
  const tab = await sidebars.open();
  await alert(tab).getByText("Google's daily limit for reading settings is reached").waitFor();
});

describe('by keyboard alone', () => {
  const focused = ({ frame }: SheetTab): Promise<string> =>
    frame.evaluate(
      'document.activeElement.ariaLabel ?? (document.activeElement.id || document.activeElement.textContent)',
    );

  async function press(tab: SheetTab, ...keys: string[]): Promise<void> {
    for (const key of keys) await tab.page.keyboard.press(key);
  }

  const hasFocus = (tab: SheetTab, name: string): Promise<void> => expectSoon(() => focused(tab), name);

  /** As often as a user would. */
  async function tabTo(tab: SheetTab, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; (await focused(tab)) !== name; presses += 1) {
      if (presses === 30) throw new Error(`${key} does not lead to ${name}`);
      await press(tab, key);
    }
  }

  it('a key is set, tested, replaced and forgotten, and problems are retried', async () => {
    useSheet(sidebars.world, problemColumn(2));
    const tab = await sidebars.open();
    await isNotSet(tab);
    // Past the button that closes the sidebar.
    await press(tab, 'Tab', 'Tab');
    await tab.page.keyboard.type('trace_demo');
    await press(tab, 'Enter');
    await status(tab).getByText('Saved.').waitFor();
    await hasFocus(tab, 'tab-enrich');
    await press(tab, 'End', 'ArrowLeft', 'ArrowLeft');
    await tabTo(tab, 'Retry problems');
    await press(tab, 'Enter');
    await tab.frame.getByText('2 formulas recalculated.').waitFor();
    await hasFocus(tab, 'Retry problems');
    await tabTo(tab, 'tab-activity', 'Shift+Tab');
    await press(tab, 'End');
    await tabTo(tab, 'Test the key');
    await press(tab, 'Enter');
    await status(tab).getByText('This key works.').waitFor();
    await tabTo(tab, 'Replace the key');
    await press(tab, 'Enter');
    await hasFocus(tab, 'key');
    await tab.page.keyboard.type('trace_org_demo');
    await press(tab, 'Tab', 'ArrowDown', 'Tab', 'Enter');
    await status(tab).getByText('an organization key').waitFor();
    await hasFocus(tab, 'Test the key');
    await press(tab, 'Tab', 'Tab', 'Enter');
    await tab.frame.getByText('Remove this key?').waitFor();
    await hasFocus(tab, 'Keep the key');
    await press(tab, 'Tab', 'Enter');
    await isNotSet(tab);
    await hasFocus(tab, 'key');
    // What formulas may spend is not the key's, nor when the panel looked for old answers, two seconds after it was opened.
    const left = Object.keys(sidebars.stored()).filter((name) => !name.startsWith('TRACE_LOOKED_'));
    expect(left).toEqual(['TRACE_FILE_spreadsheet-1']);
  });

  it('what has the focus is seen to have it', async () => {
    const tab = await sidebars.open();
    await isNotSet(tab);
    await press(tab, 'Tab', 'Tab', 'Tab');
    const outline = await tab.frame.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect({ focused: await focused(tab), outline }).toEqual({ focused: 'Save', outline: 'solid' });
  });
});

describe('the page', () => {
  it('fits 300 px, loads nothing and gives axe nothing to find in any state', async () => {
    const tab = await sidebars.open();
    const found: unknown[] = [];
    const check = async (state: string): Promise<void> => {
      const [width, violations] = [await widthOf(tab.frame), await findThemedViolations(tab.page, tab.frame)];
      found.push({ state, width, violations });
    };
    await isNotSet(tab);
    await check('without a key');
    await saveKey(tab, 'x'.repeat(300));
    await alert(tab).getByText('This is not').waitFor();
    await check('with a wrong key pasted');
    await saveKey(tab, REVOKED);
    await alert(tab).getByText('Trace refused the API key').waitFor();
    await check('with a key that Trace refuses');
    const release = tab.server.hold();
    await saveKey(tab, KEY);
    await status(tab).getByText('Testing and saving the key…').waitFor();
    await check('while it waits');
    release();
    await isSet(tab);
    await check('with a key');
    await open(tab, 'Settings');
    await button(tab, 'Remove the key').click();
    await tab.frame.getByText('Remove this key?').waitFor();
    await check('while it asks whether a key is to be forgotten');
    await button(tab, 'Keep the key').click();
    await button(tab, 'Replace the key').click();
    await tab.frame.getByLabel('New Trace API key').waitFor();
    await check('while a key is replaced');
    const states = [
      ...['without a key', 'with a wrong key pasted', 'with a key that Trace refuses', 'while it waits', 'with a key'],
      ...['while it asks whether a key is to be forgotten', 'while a key is replaced'],
    ];
    expect(found).toEqual(states.map((state) => ({ state, width: SIDEBAR_WIDTH, violations: [] })));
    expect({ problems: tab.problems, refused: tab.refused }).toEqual({ problems: [], refused: [] });
  });

  it('lists the functions, and leaves out what Google cannot answer', async () => {
    const tab = await sidebars.open();
    await isNotSet(tab);
    await button(tab, 'Continue without a key').click();
    await open(tab, 'Settings');
    await tab.frame.getByText(/^All \d+ functions/).click();
    expect({
      isPartnersListed: await tab.frame.getByText('TRACE_PARTNERS(').isVisible(),
      lastRequests: await tab.frame.getByText('Last requests').count(),
    }).toEqual({ isPartnersListed: true, lastRequests: 0 });
  });

  it('freezes from its settings, and restores nothing without a key', async () => {
    const grid = useSheet(sidebars.world, { A2: 'stripe.com', B2: ['=TRACE_COMPANY(A2,"country")', 'US'] });
    const tab = await sidebars.open();
    await isNotSet(tab);
    await button(tab, 'Continue without a key').click();
    await open(tab, 'Settings');
    await button(tab, 'Freeze sheet').click();
    await tab.frame.getByText('1 formula frozen to values, and listed on the sheet Trace formulas.').waitFor();
    await button(tab, 'Restore formulas').click();
    await tab.frame.getByText('No API key.').waitFor();
    expect({ formulas: grid.formulas(), value: grid.value({ row: 2, column: 2 }) }).toEqual({
      formulas: {},
      value: 'US',
    });
  });
});

function widthOf(frame: Frame): Promise<number> {
  return frame.evaluate(PAGE_WIDTH);
}
