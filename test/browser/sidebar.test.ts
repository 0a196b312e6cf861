import type { Browser, Frame } from 'playwright-core';
import { openWorld } from '../apps-script/open-world';
import { problemColumn, useSheet } from '../apps-script/problem-sheet';
import { buildAddon } from '../fakes/apps-script/built-addon';
import type { User } from '../fakes/apps-script/run';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { SheetTab, type TabOptions } from '../fakes/sidebar-frame/sheet-tab';
import { SIDEBAR_WIDTH } from '../fakes/sidebar-frame/sheet-page';
import { findViolations } from './axe';
import { launchBrowser } from './browser';

const KEY = 'trace_0123456789abcdef';

let browser: Browser;
let sandbox: SandboxProcess;
let world: SheetsWorld;
const tabs: SheetTab[] = [];

beforeAll(async () => {
  [browser, sandbox] = await Promise.all([launchBrowser(), startSandboxProcess()]);
});

beforeEach(async () => {
  await sandbox.reset();
  world = await openWorld(sandbox.origin);
});

afterEach(async () => {
  await Promise.all([...tabs.splice(0).map((tab) => tab.close()), world.stop()]);
});

afterAll(() => Promise.all([browser.close(), sandbox.stop()]));

/** Opens the spreadsheet in a tab, and the sidebar from its menu. */
async function open(options: TabOptions = {}): Promise<SheetTab> {
  const script = Object.assign(world, { code: (await buildAddon()).code });
  const tab = await SheetTab.open(browser, script, options);
  tabs.push(tab);
  await show(tab, options.user);
  return tab;
}

async function show(tab: SheetTab, user: User = 'owner'): Promise<void> {
  const [item] = world.open('LIMITED', user).menu ?? [];
  await tab.showSidebar(world.choose(item!, user)!);
}

const status = ({ frame }: SheetTab) => frame.locator('#key-status');
const alert = ({ frame }: SheetTab) => frame.getByRole('alert');
const field = ({ frame }: SheetTab) => frame.getByLabel(/Trace API key/);
const button = ({ frame }: SheetTab, name: string) => frame.getByRole('button', { name });
const stored = (user: User = 'owner'): Readonly<Record<string, string>> => world.state.userProperties[user].read();
const isSet = (tab: SheetTab): Promise<void> => status(tab).getByText('is set').waitFor();
const isNotSet = (tab: SheetTab): Promise<void> => status(tab).getByText('No key is set.').waitFor();

async function saveKey(tab: SheetTab, pasted: string): Promise<void> {
  await field(tab).fill(pasted);
  await button(tab, 'Save').click();
}

describe('the key', () => {
  it('is saved without what came with pasting, and shown masked', async () => {
    const tab = await open();
    await saveKey(tab, ` "${KEY}"`);
    await status(tab)
      .getByText(/^Saved\. The key trace_…cdef is set \(a personal key, account [0-9a-f]{4}…\)\.$/)
      .waitFor();
    expect(stored()['TRACE_API_KEY']).toBe(KEY);
  });

  it('is used by the formulas of its owner, and by those that an editor types in the same file', async () => {
    const tab = await open();
    await saveKey(tab, 'trace_demo');
    await status(tab).getByText('Saved.').waitFor();
    const cells = (['owner', 'editor'] as const).map(
      (as) => world.typeFormula('TRACE_COMPANY', ['stripe.com', 'name'], { as }).cells,
    );
    expect(cells).toEqual([[['Stripe']], [['Stripe']]]);
  });

  it('of the owner is not known to an editor’s sidebar', async () => {
    world.callRpc('setKey', [KEY, 'anotherAccount']);
    const tab = await open({ user: 'editor' });
    await isNotSet(tab);
    await saveKey(tab, 'trace_of_the_editor_9999');
    await status(tab).getByText('trace_…9999').waitFor();
    expect([stored()['TRACE_API_KEY'], stored('editor')['TRACE_API_KEY']]).toEqual([KEY, 'trace_of_the_editor_9999']);
  });

  it('never crosses to the page again, and stands nowhere in it', async () => {
    world.callRpc('setKey', [KEY, 'anotherAccount']);
    const tab = await open();
    await isSet(tab);
    await button(tab, 'Test the key').click();
    await alert(tab).getByText('Trace refused the API key').waitFor();
    await button(tab, 'Replace the key').click();
    const crossed = tab.server.calls.map(({ outcome }) => outcome).join('');
    expect([crossed, await tab.frame.content()].filter((text) => text.includes('0123456789'))).toEqual([]);
  });

  it('that is none is told beside the field, and stays there to be mended', async () => {
    const tab = await open();
    await saveKey(tab, 'sk_live_1');
    await alert(tab).getByText('This is not a Trace API key.').waitFor();
    const focused = await tab.frame.evaluate('document.activeElement.id');
    expect([await field(tab).inputValue(), await field(tab).getAttribute('aria-invalid'), focused]).toEqual([
      'sk_live_1',
      'true',
      'key',
    ]);
  });

  it.each([
    ['the same organization: keep what is remembered', true],
    ['another account: start afresh', false],
  ])('that replaces one of "%s" keeps the account: %p', async (choice, keeps) => {
    world.callRpc('setKey', [KEY, 'anotherAccount']);
    const before = stored()['TRACE_ACCOUNT_ID'];
    const tab = await open();
    await button(tab, 'Replace the key').click();
    await tab.frame.getByLabel(choice).check();
    await saveKey(tab, 'trace_org_replacement');
    await status(tab)
      .getByText(/^Saved\. The key trace_org_…ment is set \(an organization key, account [0-9a-f]{4}…\)\.$/)
      .waitFor();
    expect(stored()['TRACE_ACCOUNT_ID'] === before).toBe(keeps);
  });

  it('asks whose it is only where one is replaced', async () => {
    const tab = await open();
    await isNotSet(tab);
    expect([await tab.frame.getByRole('radio').count(), await button(tab, 'Forget').count()]).toEqual([0, 0]);
  });

  it('is taken by Trace', async () => {
    world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    const tab = await open();
    await button(tab, 'Test the key').click();
    await status(tab).getByText('Trace takes this key.').waitFor();
  });

  it('is forgotten with its account', async () => {
    world.callRpc('setKey', [KEY, 'anotherAccount']);
    const tab = await open();
    await button(tab, 'Forget the key').click();
    await isNotSet(tab);
    expect(stored()).toEqual({});
  });
});

it('says whose key the formulas of a shared file run on', async () => {
  const tab = await open();
  const note = tab.frame.getByText(
    "Formulas in this file run on the owner's key and spend the owner's credits, whoever types them.",
  );
  expect(await note.isVisible()).toBe(true);
});

describe('cells that show a problem', () => {
  it('are entered again, and have their answers', async () => {
    world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
    const grid = useSheet(world, problemColumn(3));
    const tab = await open();
    await button(tab, 'Retry problems').click();
    await tab.frame.getByText('3 cells are calculated again.').waitFor();
    world.calculate();
    expect([2, 3, 4].map((row) => grid.value({ row, column: 2 }))).toEqual(['Company 1', 'Company 2', 'Company 3']);
  });

  it('have their formulas back, and it is said, where an earlier retry broke off', async () => {
    const grid = useSheet(world, problemColumn(3));
    const before = grid.formulas();
    world.state.meanwhile = (calls) => {
      if (calls.at(-1) === 'SpreadsheetApp.flush') world.state.cutOff = { afterCalls: 0, makesCollectedChanges: true };
    };
    expect(() => world.callRpc('retryProblems')).toThrow('Exceeded maximum execution time');
    world.state.meanwhile = null;
    world.state.cutOff = null;
    const tab = await open();
    await tab.frame.getByText('3 formulas that an earlier retry had taken out are back.').waitFor();
    expect(grid.formulas()).toEqual(before);
  });

  it('are suggested once a key is set', async () => {
    const tab = await open();
    await saveKey(tab, 'trace_demo');
    await tab.frame.getByText('Cells that asked for a key can be answered now.').waitFor();
  });
});

describe('while Google works', () => {
  it('the buttons are off, and it is said what is waited for', async () => {
    const tab = await open();
    await isNotSet(tab);
    const release = tab.server.hold();
    await saveKey(tab, KEY);
    await status(tab).getByText('Saving the key…').waitFor();
    const whileWaiting = await button(tab, 'Save').isDisabled();
    release();
    await status(tab).getByText('Saved.').waitFor();
    expect([whileWaiting, await button(tab, 'Test the key').isDisabled()]).toEqual([true, false]);
  });

  it('nothing is sent twice by a double click', async () => {
    const tab = await open();
    await isNotSet(tab);
    await field(tab).fill(KEY);
    await button(tab, 'Save').dblclick();
    await status(tab).getByText('Saved.').waitFor();
    expect(tab.server.calls.filter(({ args }) => args.includes('setKey'))).toHaveLength(1);
  });

  it('the sidebar may be opened again, and shows what became of it', async () => {
    const tab = await open();
    await isNotSet(tab);
    const release = tab.server.hold();
    await saveKey(tab, KEY);
    await show(tab);
    release();
    await isSet(tab);
    expect([tab.problems, tab.refused, stored()['TRACE_API_KEY']]).toEqual([[], [], KEY]);
  });
});

describe('opened in two tabs', () => {
  it('a key set in one is what the other tests', async () => {
    const [one, other] = [await open(), await open()];
    await isNotSet(other);
    await saveKey(one, KEY);
    await status(one).getByText('Saved.').waitFor();
    await saveKey(other, 'trace_demo');
    await status(other).getByText('Saved.').waitFor();
    await button(one, 'Test the key').click();
    await status(one)
      .getByText(/^Trace takes this key\. The key trace_… is set/)
      .waitFor();
  });

  it('each key begins an account of its own where nobody was asked whose it is', async () => {
    const [one, other] = [await open(), await open()];
    await isNotSet(other);
    await saveKey(one, KEY);
    await status(one).getByText('Saved.').waitFor();
    const first = stored()['TRACE_ACCOUNT_ID'];
    await saveKey(other, 'trace_demo');
    await status(other).getByText('Saved.').waitFor();
    expect(stored()['TRACE_ACCOUNT_ID']).not.toBe(first);
  });
});

it('says what to do when Google does not run it, as for people with two accounts', async () => {
  const tab = await open();
  await isNotSet(tab);
  tab.server.failsWith = 'PERMISSION_DENIED';
  await show(tab);
  await alert(tab).getByText('If you are signed in to several Google accounts').waitFor();
  tab.server.failsWith = null;
  await button(tab, 'Try again').click();
  await isNotSet(tab);
});

it('says what to do when Google refuses its store', async () => {
  world.state.userProperties.owner.fault = 'Service invoked too many times for one day: properties.';
  const tab = await open();
  await alert(tab).getByText("Google could not read or keep Trace's settings").waitFor();
});

describe('by keyboard alone', () => {
  const focused = ({ frame }: SheetTab): Promise<string> =>
    frame.evaluate(
      'document.activeElement.ariaLabel ?? (document.activeElement.id || document.activeElement.textContent)',
    );

  async function press(tab: SheetTab, ...keys: string[]): Promise<void> {
    for (const key of keys) await tab.page.keyboard.press(key);
  }

  it('a key is set, tested, replaced and forgotten, and problems are retried', async () => {
    useSheet(world, problemColumn(2));
    const tab = await open();
    await isNotSet(tab);
    // Past the button that closes the sidebar.
    await press(tab, 'Tab', 'Tab');
    await tab.page.keyboard.type('trace_demo');
    await press(tab, 'Enter');
    await status(tab).getByText('Saved.').waitFor();
    await press(tab, 'Enter');
    await status(tab).getByText('Trace takes this key.').waitFor();
    await press(tab, 'Tab', 'Tab', 'Tab', 'Enter');
    await tab.frame.getByText('2 cells are calculated again.').waitFor();
    const afterRetry = await focused(tab);
    await press(tab, 'Shift+Tab', 'Shift+Tab', 'Enter');
    await tab.page.keyboard.type('trace_org_demo');
    await press(tab, 'Tab', 'ArrowDown', 'Tab', 'Enter');
    await status(tab).getByText('an organization key').waitFor();
    await press(tab, 'Tab', 'Tab', 'Enter');
    await isNotSet(tab);
    expect([afterRetry, await focused(tab), stored()]).toEqual(['Retry problems', 'key', {}]);
  });

  it('what has the focus is seen to have it', async () => {
    const tab = await open();
    await isNotSet(tab);
    await press(tab, 'Tab', 'Tab', 'Tab');
    const outline = await tab.frame.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect([await focused(tab), outline]).toEqual(['Save', 'solid']);
  });
});

describe('the page', () => {
  const states: readonly [name: string, reach: (tab: SheetTab) => Promise<void>][] = [
    ['without a key', isNotSet],
    [
      'with a key',
      async (tab) => {
        await saveKey(tab, KEY);
        await isSet(tab);
      },
    ],
    [
      'with a wrong key pasted',
      async (tab) => {
        await saveKey(tab, 'x'.repeat(300));
        await alert(tab).getByText('This is not').waitFor();
      },
    ],
    [
      'with a key that Trace refuses',
      async (tab) => {
        await saveKey(tab, KEY);
        await isSet(tab);
        await button(tab, 'Test the key').click();
        await alert(tab).getByText('Trace refused the API key').waitFor();
      },
    ],
    [
      'while a key is replaced',
      async (tab) => {
        await saveKey(tab, KEY);
        await button(tab, 'Replace the key').click();
      },
    ],
    [
      'while it waits',
      async (tab) => {
        await isNotSet(tab);
        tab.server.hold();
        await saveKey(tab, KEY);
        await status(tab).getByText('Saving the key…').waitFor();
      },
    ],
  ];

  it.each(
    (['light', 'dark'] as const).flatMap((scheme) => states.map(([name, reach]) => [name, scheme, reach] as const)),
  )('fits 300 px, loads nothing and gives axe nothing to find: %s, %s', async (_name, colorScheme, reach) => {
    const tab = await open({ colorScheme });
    await reach(tab);
    expect({
      width: await widthOf(tab.frame),
      violations: await findViolations(tab.frame),
      problems: tab.problems,
      refused: tab.refused,
    }).toEqual({ width: SIDEBAR_WIDTH, violations: [], problems: [], refused: [] });
  });

  it('lists the functions, and leaves out what Google cannot answer', async () => {
    const tab = await open();
    await isNotSet(tab);
    expect([
      await tab.frame.getByText('TRACE_PARTNERS').isVisible(),
      await tab.frame.getByRole('heading', { name: 'Last requests' }).count(),
    ]).toEqual([true, 0]);
  });
});

function widthOf(frame: Frame): Promise<number> {
  return frame.evaluate('document.documentElement.scrollWidth');
}
