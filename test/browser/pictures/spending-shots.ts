import type { Browser, Frame, Page } from 'playwright-core';
import { openWorld } from '../../apps-script/open-world';
import { buildAddon } from '../../fakes/apps-script/built-addon';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { PanelPage } from '../panel/panel-page';
import { openTab } from '../panel/panel-tabs';
import { typeColumn } from '../panel/spending-section';

type Scheme = 'light' | 'dark';
type Place = Page | Frame;

const EXCEL_SIZE = { width: 350, height: 620 };
const SHEETS_HEIGHT = 800;
const ON_REQUEST = { mode: 'onRequest' };

const press = (place: Place, name: string | RegExp): Promise<void> => place.getByRole('button', { name }).click();
const said = (place: Place, text: string | RegExp): Promise<void> => place.getByText(text).first().waitFor();

interface ExcelState {
  readonly policy: object;
  readonly companies: number;
  readonly reach: (page: Page) => Promise<void>;
}

const EXCEL_STATES: readonly ExcelState[] = [
  { policy: { mode: 'daily', limit: 500 }, companies: 12, reach: (page) => said(page, '12 of 500 credits') },
  {
    policy: ON_REQUEST,
    companies: 240,
    async reach(page) {
      await openTab(page, 'Activity');
      await said(page, '240 cells are waiting: up to 240 credits.');
    },
  },
  {
    policy: ON_REQUEST,
    companies: 1,
    async reach(page) {
      await openTab(page, 'Activity');
      await press(page, /^Fetch 1 cell/);
      await said(page, '1 formula recalculated.');
    },
  },
  {
    policy: { mode: 'freely' },
    companies: 3,
    async reach(page) {
      const field = page.getByLabel('Up to how many credits a day');
      await field.fill('lots');
      await field.press('Enter');
      await said(page, /^3 credits$/);
      await said(page, 'Enter a whole number');
    },
  },
];

type Reach = (frame: Frame, world: SheetsWorld) => Promise<void>;

const SHEETS_STATES: readonly Reach[] = [
  async (frame) => {
    await openTab(frame, 'Activity');
    await said(frame, 'No cells are waiting.');
  },
  async (frame, world) => {
    world.callRpc('setPolicy', [ON_REQUEST]);
    typeColumn(world, 38);
    await frame.evaluate('void window.dispatchEvent(new Event("focus"))');
    await openTab(frame, 'Settings');
    await said(frame, '38 cells are waiting.');
    const field = frame.getByLabel('In all files I own');
    await field.last().fill('2,000');
    await field.last().press('Enter');
    await said(frame, 'Saved.');
  },
];

/** What waits, and what may be spent, in both hosts. */
export async function takeSpendingShots(browser: Browser, origin: string, colorScheme: Scheme): Promise<Buffer[]> {
  const shots: Buffer[] = [];
  for (const state of EXCEL_STATES) shots.push(await takeExcelShot(browser, origin, state, colorScheme));
  for (const reach of SHEETS_STATES) shots.push(await takeSheetsShot(browser, origin, reach, colorScheme));
  return shots;
}

async function takeExcelShot(
  browser: Browser,
  origin: string,
  { policy, companies, reach }: ExcelState,
  colorScheme: Scheme,
): Promise<Buffer> {
  const stored = {
    'trace.apiKey': 'trace_demo',
    'trace.accountId': 'acc1-0000',
    'trace.workbookSettings': JSON.stringify({ 'trace.spendPolicy': policy }),
  };
  const cells = [[['=TRACE_COMPANY("company-1.example")', '#N/A']]] as const;
  const panel = await PanelPage.open(browser, origin, { stored, cells, colorScheme });
  await panel.page.setViewportSize(EXCEL_SIZE);
  const domains = Array.from({ length: companies }, (_row, row) => [`company-${row + 1}.example`]);
  await panel.call('TRACE_COMPANY', domains, 'name', null);
  await reach(panel.page);
  await showSection(panel.page);
  const shot = await panel.page.screenshot();
  await panel.close();
  return shot;
}

async function takeSheetsShot(browser: Browser, origin: string, reach: Reach, colorScheme: Scheme): Promise<Buffer> {
  const world = await openWorld(origin, { mode: 'daily', limit: 500 });
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const { code } = await buildAddon();
  const tab = await SheetTab.open(browser, Object.assign(world, { code }), { colorScheme, height: SHEETS_HEIGHT });
  await tab.showSidebar(world.choose(world.open('LIMITED').menu![0]!)!);
  await tab.frame.getByRole('tab', { name: 'Settings' }).waitFor();
  await reach(tab.frame, world);
  await showSection(tab.frame);
  const shot = await tab.page.locator('iframe').screenshot();
  await Promise.all([tab.close(), world.stop()]);
  return shot;
}

async function showSection(place: Place): Promise<void> {
  const region = place.getByRole('region', { name: /^(Spending|Waiting cells)$/ });
  await region.evaluate((section) => section.scrollIntoView({ block: 'center' }));
  await place.waitForTimeout(200);
}
