import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildAll } from '../../../build';
import { PSEUDO } from '../../../languages/language';
import { startWorkbook } from '../../../workbook/served/server';
import { launchBrowser } from '../browser';
import { ensureChromium } from '../chromium.mjs';
import { makeContactSheet } from './contact-sheet';
import { takeEnrichingShots } from './enriching-shots';
import { digestLooks, LOOKS_FILE } from './looks-digest';
import { takePanelShots } from './panel-shots';
import { takeRecipeShots } from './recipe-shots';
import { takeSidebarShots } from './sidebar-shots';
import { takeSpendingShots } from './spending-shots';
import { takeTabShots } from './tab-shots';
import { walkPanel } from '../panel/walk-panel';
import { selectCells } from '../workbook/port-page';
import { WorkbookPage } from '../workbook/workbook-page';

/** `npm run screenshots`: the pictures of the README and of `docs/`, to be looked at before they are committed. */

interface Shot {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** The user's actions before the picture is taken. */
  readonly act: (workbook: WorkbookPage, origin: string) => Promise<void>;
}

const FOLDER = 'docs/screenshots';

const showSample = async (workbook: WorkbookPage): Promise<void> => {
  await workbook.waitUntil(
    'B2:G11',
    (cells) => cells[0] === 'Stripe' && !cells.includes('#BUSY!') && !cells.includes(''),
  );
  // What it cost is said a moment later, where there is room for the panel.
  const panel = workbook.page.locator('#trace-panel');
  if (await panel.isVisible())
    await panel
      .locator('.account button', { hasText: /^[1-9]/ })
      .first()
      .waitFor();
};

const LEADS = [
  ...['Website', 'stripe.com', 'https://www.figma.com/pricing', 'hello@zoom.us', 'notion.so', 'n/a', 'shopify.com'],
  ...['hubspot.com', 'stripe.com', 'atlassian.com', 'cloudflare.com', 'datadoghq.com', 'twilio.com', 'okta.com'],
];

const enrich = async (workbook: WorkbookPage): Promise<void> => {
  await showSample(workbook);
  const loaded = workbook.page.waitForEvent('load');
  await workbook.openCsv('leads.csv', LEADS.join('\n'));
  await loaded;
  await workbook.ready();
  await selectCells(workbook, `A1:A${LEADS.length}`);
  const section = workbook.page.getByRole('region', { name: 'Enrich a column' });
  const press = (name: string | RegExp): Promise<void> => section.getByRole('button', { name }).click();
  await press('Stack');
  await press(/^Enrich/);
  await section.getByRole('list', { name: /^Most common/ }).waitFor();
  await section.scrollIntoViewIfNeeded();
};

const SHOTS: readonly Shot[] = [
  { name: 'workbook-light', width: 1280, height: 720, colorScheme: 'light', act: showSample },
  { name: 'workbook-dark', width: 1280, height: 720, colorScheme: 'dark', act: showSample },
  { name: 'workbook-narrow', width: 420, height: 720, colorScheme: 'light', act: showSample },
  { name: 'workbook-enriching', width: 1280, height: 900, colorScheme: 'light', act: enrich },
  {
    name: 'workbook-busy',
    width: 1280,
    height: 720,
    colorScheme: 'light',
    async act(workbook, origin) {
      await showSample(workbook);
      await control(origin, 'faults', { fault: 'slow', times: null, delayMs: 20_000 });
      await workbook.type('A16', 'company-7.example');
    },
  },
  {
    name: 'workbook-problem',
    width: 1280,
    height: 720,
    colorScheme: 'light',
    async act(workbook, origin) {
      await showSample(workbook);
      await control(origin, 'faults', { fault: 'credits-out', times: null });
      await workbook.type('A16', 'company-7.example');
      await workbook.waitUntil('B16', ([shown]) => shown === '#N/A');
      await workbook.select('B16');
    },
  },
];

async function control(origin: string, path: string, body: object): Promise<void> {
  await fetch(`${origin}/_sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
}

async function take(browser: Browser, origin: string, shot: Shot): Promise<void> {
  await control(origin, 'reset', {});
  const { width, height, colorScheme } = shot;
  const workbook = await WorkbookPage.open(browser, origin, async (page) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
  });
  await shot.act(workbook, origin);
  await workbook.page.waitForTimeout(500);
  await workbook.page.screenshot({ path: join(FOLDER, `${shot.name}.png`) });
  await workbook.close();
}

await buildAll();
process.env['TRACE_CHROMIUM'] ??= await ensureChromium();
await mkdir(FOLDER, { recursive: true });
const folders = { workbookDir: 'dist/workbook', addinDir: 'dist/excel-addin' };
const server = await startWorkbook({ port: 0, apiUrl: null, sandboxControl: true, ...folders });
const browser = await launchBrowser();
for (const shot of SHOTS) await take(browser, server.origin, shot);
for (const colorScheme of ['light', 'dark'] as const) {
  const order = (path: string, body: object): Promise<void> => control(server.origin, path, body);
  const sheets = {
    panel: await takePanelShots(browser, server.origin, order, colorScheme),
    sidebar: await takeSidebarShots(browser, colorScheme),
    enriching: await takeEnrichingShots(browser, server.origin, order, colorScheme),
    explore: await takeTabShots(browser, server.origin, order, 'Explore', colorScheme),
    lists: await takeTabShots(browser, server.origin, order, 'Lists', colorScheme),
    spending: await takeSpendingShots(browser, server.origin, colorScheme),
  };
  for (const [name, shots] of Object.entries(sheets)) {
    const picture = await makeContactSheet(browser, shots, colorScheme);
    await writeFile(join(FOLDER, `${name}-${colorScheme}.png`), picture);
  }
  await order('reset', {});
  for (const [id, picture] of await takeRecipeShots(browser, server.origin, colorScheme)) {
    await writeFile(join(FOLDER, `recipe-${id}-${colorScheme}.png`), picture);
  }
}
const inPseudo: Buffer[] = [];
await walkPanel(browser, server.origin, PSEUDO, async (page) => {
  inPseudo.push(await page.screenshot({ fullPage: true }));
});
await writeFile(join(FOLDER, 'pseudo-locale.png'), await makeContactSheet(browser, inPseudo, 'light'));
await writeFile(LOOKS_FILE, `${await digestLooks()}\n`);
await browser.close();
await server.stop();
