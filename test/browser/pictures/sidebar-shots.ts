import type { Browser } from 'playwright-core';
import { problemColumn, useSheet } from '../../apps-script/retry/problem-sheet';
import { openWorld } from '../../apps-script/open-world';
import { buildAddon } from '../../fakes/apps-script/built-addon';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { openTab } from '../panel/panel-tabs';

const KEY = 'trace_0123456789abcdef';
const HEIGHT = 940;

/** One state of the sidebar, and the user's actions that reach it. */
type Reach = (tab: SheetTab, world: SheetsWorld) => Promise<void>;

const press = ({ frame }: SheetTab, name: string): Promise<void> =>
  frame.getByRole('button', { name, exact: true }).click();
const said = ({ frame }: SheetTab, text: string | RegExp): Promise<void> => frame.getByText(text).first().waitFor();

async function paste(tab: SheetTab, pasted: string): Promise<void> {
  await tab.frame.getByLabel(/Trace API key/).fill(pasted);
  await press(tab, 'Save');
}

const STATES: readonly Reach[] = [
  (tab) => said(tab, 'No key is set.'),
  async (tab) => {
    await paste(tab, 'sk_live_0123456789');
    await said(tab, 'This is not a Trace API key');
  },
  async (tab) => {
    await paste(tab, KEY);
    await said(tab, 'Saved.');
  },
  async (tab, world) => {
    useSheet(world, problemColumn(1_200));
    await paste(tab, KEY);
    await said(tab, 'Saved.');
    await openTab(tab.frame, 'Activity');
    await press(tab, 'Retry problems');
    await said(tab, 'recalculated');
    tab.server.hold();
    await openTab(tab.frame, 'Settings');
    await press(tab, 'Test the key');
    await said(tab, 'Testing the key…');
  },
  async (tab, world) => {
    const grid = useSheet(world, problemColumn(3));
    grid.isProtected = true;
    await paste(tab, KEY);
    await said(tab, 'Saved.');
    await openTab(tab.frame, 'Activity');
    await press(tab, 'Retry problems');
    await said(tab, 'did not let Trace write');
    await openTab(tab.frame, 'Settings');
    await press(tab, 'Test the key');
    await said(tab, 'Trace could not be reached.');
  },
  async (tab) => {
    await paste(tab, KEY);
    await said(tab, 'Saved.');
    await openTab(tab.frame, 'Settings');
    await press(tab, 'Replace the key');
    await tab.frame.getByLabel(/Trace API key/).fill('x'.repeat(300));
    tab.server.failsWith = 'PERMISSION_DENIED';
    await press(tab, 'Save');
    await said(tab, 'Google did not run this.');
  },
];

/** The sidebar's states in Google's frame. */
export async function takeSidebarShots(browser: Browser, colorScheme: 'light' | 'dark'): Promise<readonly Buffer[]> {
  const { code } = await buildAddon();
  const shots: Buffer[] = [];
  for (const reach of STATES) {
    const world = await openWorld('http://127.0.0.1:9');
    const tab = await SheetTab.open(browser, Object.assign(world, { code }), {
      user: 'editor',
      colorScheme,
      height: HEIGHT,
    });
    await tab.showSidebar(world.choose(world.open('LIMITED').menu![0]!, 'editor')!);
    await reach(tab, world);
    shots.push(await tab.page.locator('iframe').screenshot());
    await Promise.all([tab.close(), world.stop()]);
  }
  return shots;
}
