import type { Browser, Locator } from 'playwright-core';
import { BulkPage } from '../enrich/bulk-page';
import type { TabName } from '../panel/panel-tabs';

/** Orders something of the sandbox that answers the panel. */
type Control = (path: string, body: object) => Promise<void>;

/** The user's actions in the open tab before the picture is taken. */
type Reach = (tab: Locator) => Promise<void>;

const CELLS = [
  ['Website'],
  ...['stripe.com', 'figma.com', 'shopify.com', 'zoom.us', 'notion.so'].map((each) => [each]),
];
/** In pixels, as Excel on Windows opens a panel. */
const WIDTH = 350;
const HEIGHT = 780;

const press = (tab: Locator, name: string | RegExp): Promise<void> => tab.getByRole('button', { name }).first().click();
const says = (tab: Locator, text: string | RegExp): Promise<void> => tab.getByText(text).first().waitFor();

async function open(tab: Locator, text: string, option: string): Promise<void> {
  const box = tab.getByRole('combobox', { name: /^Company, technology/ });
  await box.fill(text);
  await tab.getByRole('option', { name: option, exact: true }).first().click();
}

const EXPLORE: readonly Reach[] = [
  async (tab) => {
    await tab.getByRole('combobox', { name: /^Company, technology/ }).fill('sho');
    await tab.getByRole('option', { name: 'Shopify', exact: true }).first().waitFor();
  },
  async (tab) => {
    await open(tab, 'stripe.com', 'stripe.com');
    await press(tab, /^Look up/);
    await says(tab, /Free until/);
  },
  async (tab) => {
    await open(tab, 'Shopify', 'Shopify');
    await says(tab, 'Companies using Shopify');
    await press(tab, /^Show 25 companies/);
    await tab.getByRole('list', { name: /companies$/ }).waitFor();
  },
];

const LISTS: readonly Reach[] = [
  (tab) => says(tab, 'Picked by hand'),
  async (tab) => {
    await press(tab, /^Picked by hand/);
    await press(tab, /^Read 3 companies/);
    await says(tab, /credits used/);
  },
  async (tab) => {
    await press(tab, /^Shopify users/);
    await press(tab, 'Edit conditions');
    await says(tab, /companies match/);
  },
];

const STATES = { Explore: EXPLORE, Lists: LISTS } as const satisfies Partial<Record<TabName, readonly Reach[]>>;

/** The states of a tab that looks at single companies or at lists. */
export async function takeTabShots(
  browser: Browser,
  origin: string,
  control: Control,
  name: keyof typeof STATES,
  colorScheme: 'light' | 'dark',
): Promise<readonly Buffer[]> {
  const shots: Buffer[] = [];
  for (const reach of STATES[name]) {
    await control('reset', {});
    const panel = await BulkPage.open(browser, origin, CELLS, { colorScheme, width: WIDTH, acts: true });
    await panel.page.setViewportSize({ width: WIDTH, height: HEIGHT });
    await panel.openTab(name);
    await reach(panel.page.getByRole('tabpanel', { name }));
    await panel.page.waitForTimeout(400);
    shots.push(await panel.page.screenshot());
    await panel.close();
  }
  return shots;
}
