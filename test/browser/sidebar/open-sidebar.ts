import type { Browser, Locator } from 'playwright-core';
import { openWorld } from '../../apps-script/open-world';
import { buildAddon } from '../../fakes/apps-script/built-addon';
import type { User } from '../../fakes/apps-script/user';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { SheetTab, type TabOptions } from '../../fakes/sidebar-frame/sheet-tab';
import { leaveBrowser, takeBrowser } from '../kept-browser';
import { keyStatus, openTab, type TabName } from '../panel/panel-tabs';

interface Sidebars {
  /** The spreadsheet of the test that runs. */
  readonly world: SheetsWorld;
  /** The service that answers. */
  readonly sandbox: SandboxProcess;
  /** Opens the spreadsheet in a tab, and the sidebar from its menu. */
  readonly open: (options?: Omit<TabOptions, 'colorScheme'>) => Promise<SheetTab>;
  /** Opens the sidebar in a tab, in the place of the one that is there, by an entry of the menu. */
  readonly show: (tab: SheetTab, user?: User, caption?: string) => Promise<void>;
  /** What Google keeps for a user. */
  readonly stored: (user?: User) => Readonly<Record<string, string>>;
}

/** A spreadsheet for each test of a file, and a sandbox that answers. What it gives may be used in tests only. */
export function openSidebars(): Sidebars {
  let browser: Browser;
  let sandbox: SandboxProcess;
  let world: SheetsWorld;
  const tabs: SheetTab[] = [];
  /** Those of the tests before. */
  const kept: SheetTab[] = [];
  beforeAll(async () => {
    [browser, sandbox] = await Promise.all([takeBrowser(), startSandboxProcess()]);
  });
  beforeEach(async () => {
    await sandbox.reset();
    world = await openWorld(sandbox.origin);
  });
  afterEach(async () => {
    await Promise.all(tabs.map((tab) => tab.leave()));
    kept.push(...tabs.splice(0));
    await world.stop();
  });
  afterAll(() => Promise.all([leaveBrowser(browser), sandbox.stop()]));
  const show = async (tab: SheetTab, user: User = 'owner', caption = 'Open Trace'): Promise<void> => {
    const item = world.open('LIMITED', user).menu?.find((each) => each.caption === caption);
    await tab.showSidebar(world.choose(item!, user)!);
  };
  return {
    get world() {
      return world;
    },
    get sandbox() {
      return sandbox;
    },
    async open(options = {}) {
      const script = Object.assign(world, { code: (await buildAddon()).code });
      const before = kept.pop();
      await before?.goOn(script, options);
      const tab = before ?? (await SheetTab.open(browser, script, options));
      tabs.push(tab);
      await show(tab, options.user);
      return tab;
    },
    show,
    stored: (user = 'owner') => world.state.userProperties[user].read(),
  };
}

export const status = ({ frame }: SheetTab): Locator => keyStatus(frame);
export const open = ({ frame }: SheetTab, name: TabName): Promise<void> => openTab(frame, name);
export const alert = ({ frame }: SheetTab): Locator => frame.getByRole('alert');
export const field = ({ frame }: SheetTab): Locator => frame.getByLabel(/Trace API key/);
export const button = ({ frame }: SheetTab, name: string): Locator => frame.getByRole('button', { name, exact: true });
export const isSet = (tab: SheetTab): Promise<void> => status(tab).getByText('is set').waitFor();
export const isNotSet = (tab: SheetTab): Promise<void> => status(tab).getByText('No key is set.').waitFor();

export async function saveKey(tab: SheetTab, pasted: string): Promise<void> {
  await field(tab).fill(pasted);
  await button(tab, 'Save').click();
}
