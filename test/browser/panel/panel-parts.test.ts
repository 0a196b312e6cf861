import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { builtFolders } from '../../workbook/built';
import { PanelPage, STORED_KEY } from './panel-page';
import { keyStatus, openTab } from './panel-tabs';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let panel: PanelPage;

afterEach(() => panel.close());

/** The scripts that the panel loads only where a person can use them. */
const laterScripts = (): readonly string[] => {
  const script = readFileSync(join(builtFolders().addinDir, 'taskpane.js'), 'utf8');
  return [...new Set([...script.matchAll(/import\("\.\/(taskpane-\w+\.js)"\)/g)].map(([, name = '']) => name))];
};

/** The one of them that says something. */
const laterScriptWith = (text: string): string =>
  laterScripts().find((name) => readFileSync(join(builtFolders().addinDir, name), 'utf8').includes(text)) ?? '';

const loaded = (): Promise<readonly string[]> =>
  panel.page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)),
  );

it('without a key, what enriches is not loaded', async () => {
  panel = await PanelPage.open(served.browser, served.origin);
  await keyStatus(panel.page).getByText('No key is set.').waitFor();
  const names = await loaded();
  expect({
    laterScripts: laterScripts().length,
    loaded: names.filter((name) => laterScripts().includes(name)),
  }).toEqual({ laterScripts: 5, loaded: [] });
  expect(names).toContain('taskpane.js');
});

it('with a key, it is loaded once, with what finds problems and the selection, and what manages lists only when it is opened', async () => {
  panel = await PanelPage.open(served.browser, served.origin, { stored: STORED_KEY, tab: 'Enrich' });
  await panel.page.getByRole('heading', { name: 'Enrich a column' }).waitFor();
  const lists = laterScriptWith('Loading your lists');
  const enriching = (await loaded()).filter((name) => laterScripts().includes(name));
  await openTab(panel.page, 'Lists');
  await panel.page.getByRole('heading', { name: 'Lists' }).waitFor();
  const all = (await loaded()).filter((name) => laterScripts().includes(name));
  expect({
    enriching: enriching.length,
    hasListsBefore: enriching.includes(lists),
    all: all.length,
    hasListsAfter: all.includes(lists),
  }).toEqual({ enriching: 3, hasListsBefore: false, all: 4, hasListsAfter: true });
});

it('if it cannot be loaded, the other tabs work, and a button loads the panel again', async () => {
  const script = laterScriptWith('Enrich a column');
  const prepare = async (opened: Page): Promise<void> => {
    await opened.route(`**/${script}`, (route) => route.abort());
  };
  panel = await PanelPage.open(served.browser, served.origin, { stored: STORED_KEY, prepare });
  const { page } = panel;
  await keyStatus(page)
    .getByText(/^The key trace_\S+ is set/)
    .waitFor();
  await openTab(page, 'Enrich');
  const card = page.getByRole('tabpanel', { name: 'Enrich' });
  await card.getByRole('heading', { name: 'Enrich did not load' }).waitFor();
  await card.getByText('Trace may have been updated. Your sheet is unchanged. Reload the panel.').waitFor();
  expect(await panel.violations()).toEqual([]);
  await page.unroute(`**/${script}`);
  await card.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { name: 'Enrich a column' }).waitFor();
});
