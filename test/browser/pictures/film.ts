import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { buildAll } from '../../../build';
import { startWorkbook } from '../../../workbook/served/server';
import { launchBrowser } from '../browser';
import { ensureChromium } from '../chromium.mjs';
import { selectCells } from '../workbook/port-page';
import { WorkbookPage } from '../workbook/workbook-page';

/**
 * `npm run film`: the moving picture of the README and of the site, a CSV file that is enriched and undone, to be looked
 * at before it is committed.
 */

const FOLDER = 'docs/film';
const SIZE = { width: 1_200, height: 640 };
const WIDTH_IN_FILM = 960;
/** Of texts on plain colors, less would show. */
const QUALITY = 60;

/** None of them is in the sample sheet, so that each has a price. */
const DOMAINS = [
  ...['adidas.com', 'adyen.com', 'acer.com', 'akamai.com', 'aircall.io', 'airbyte.com', 'adguard.com', 'abstract.com'],
  ...['1password.com', '99designs.com', '500px.com', 'adroll.com', 'accenture.com', 'activision.com', 'airfrance.fr'],
];
const OWNERS = ['Ann', 'Ben', 'Cleo'];
const CSV = [
  'Customer,Website,Owner',
  ...DOMAINS.map((domain, at) => `${domain.replace(/\..*/, '')},${domain},${OWNERS[at % OWNERS.length]}`),
].join('\n');

interface Frame {
  readonly png: Buffer;
  readonly shownMs: number;
}

class Camera {
  readonly frames: Frame[] = [];

  constructor(private readonly workbook: WorkbookPage) {}

  /** Takes a frame with a caption below it. */
  async take(caption: string, shownMs: number): Promise<void> {
    await this.workbook.page.evaluate(writeCaption, caption);
    await this.workbook.page.waitForTimeout(120);
    this.frames.push({ png: await this.workbook.page.screenshot(), shownMs });
  }
}

/** Runs in the page. */
function writeCaption(text: string): void {
  const id = 'film-caption';
  const { document } = globalThis as unknown as { readonly document: CaptionedPage };
  const line = document.getElementById(id) ?? document.createElement('p');
  line.id = id;
  line.textContent = text;
  line.style.cssText =
    'position:fixed;bottom:0;left:0;right:320px;margin:0;padding:9px 16px;z-index:99;background:#3f43c8;color:#fff;font:600 19px system-ui,"Open Sans",sans-serif';
  document.body.append(line);
}

interface CaptionedPage {
  getElementById(id: string): CaptionLine | null;
  createElement(name: string): CaptionLine;
  readonly body: { append(line: CaptionLine): void };
}

interface CaptionLine {
  id: string;
  textContent: string | null;
  readonly style: { cssText: string };
}

async function play(browser: Browser, origin: string, colorScheme: 'light' | 'dark'): Promise<readonly Frame[]> {
  const workbook = await WorkbookPage.open(browser, origin, async (page) => {
    await page.setViewportSize(SIZE);
    await page.emulateMedia({ colorScheme });
  });
  const camera = new Camera(workbook);
  const loaded = workbook.page.waitForEvent('load');
  await workbook.openCsv('customers.csv', CSV);
  await loaded;
  await workbook.ready();
  const section = workbook.page.getByRole('region', { name: 'Enrich a column' });
  const press = (name: string | RegExp): Promise<void> => section.getByRole('button', { name }).click();
  await section
    .getByText(/15 rows/)
    .first()
    .waitFor();
  await camera.take('Open a list of companies', 1_800);
  await selectCells(workbook, 'B1:B16');
  await camera.take('Select the column with their domains', 1_500);
  await press('Profile');
  await section.getByRole('button', { name: /^Enrich/ }).waitFor();
  await camera.take('Choose columns. The price comes first', 2_200);
  await press(/^Enrich/);
  await camera.take('Enrich: each answer beside its company', 700);
  await section.getByRole('button', { name: 'Undo enrichment' }).waitFor();
  await camera.take('Done. One credit a company, then free for 30 days', 2_200);
  await section.getByRole('list', { name: /^Most common/ }).scrollIntoViewIfNeeded();
  await camera.take('See what is most common', 2_000);
  await press('Undo enrichment');
  await section.getByRole('button', { name: 'Undo enrichment' }).waitFor({ state: 'detached' });
  await camera.take('One click takes it all back', 2_200);
  await workbook.close();
  return camera.frames;
}

async function write(frames: readonly Frame[], path: string): Promise<void> {
  const pictures = await Promise.all(frames.map(({ png }) => sharp(png).resize(WIDTH_IN_FILM).png().toBuffer()));
  await sharp(pictures, { join: { animated: true } })
    .webp({ loop: 0, delay: frames.map(({ shownMs }) => shownMs), quality: QUALITY, effort: 6 })
    .toFile(path);
}

await buildAll();
process.env['TRACE_CHROMIUM'] ??= await ensureChromium();
await mkdir(FOLDER, { recursive: true });
const folders = { workbookDir: 'dist/workbook', addinDir: 'dist/excel-addin' };
const browser = await launchBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const server = await startWorkbook({ port: 0, apiUrl: null, ...folders });
  await write(await play(browser, server.origin, colorScheme), join(FOLDER, `enrich-${colorScheme}.webp`));
  await server.stop();
}
await browser.close();
