import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/browser/browser';
import { startWorkbook } from '../workbook/served/server';
import { makeBareGrid } from './baselines/bare-grid';
import { median } from './median';
import { asRatio, inMs, type Table } from './table';

const RUNS = 7;
const VIEWPORT = { width: 1_280, height: 800 };
const KEY = 'trace_demo';
/** The first of the sample's rows that its formulas ask for. */
const DOMAIN = 'stripe.com';

/** From opening the workbook with an empty browser cache until the first cell of the sample has its answer. */
export async function benchFirstAnswer(): Promise<Table> {
  const folders = { workbookDir: 'dist/workbook', addinDir: 'dist/excel-addin' };
  const server = await startWorkbook({ port: 0, apiUrl: null, sandboxControl: false, ...folders });
  const browser = await launchBrowser();
  const grid = await makeBareGrid();
  const times: Readonly<Record<'bare' | 'grid' | 'workbook', number>>[] = [];
  // The first run of each also starts parts of the browser.
  for (let run = 0; run <= RUNS; run += 1) {
    const bare = await bareMs(browser, server.origin);
    const alone = await drawnMs(browser, server.origin, grid);
    const workbook = await answeredMs(browser, server.origin);
    if (run > 0) times.push({ bare, grid: alone, workbook });
  }
  await Promise.all([browser.close(), server.stop()]);
  const [bare = 0, alone = 0, workbook = 0] = (['bare', 'grid', 'workbook'] as const).map((name) =>
    median(times.map((time) => time[name])),
  );
  return {
    title: 'Web workbook: the first answer',
    note: `Median of ${RUNS} alternating runs, each in a fresh browser profile, with the embedded sandbox. Shown as a trend.`,
    head: ['', 'time', 'ratio'],
    rows: [
      ['a page with one request, and no grid', inMs(bare), asRatio(1)],
      ['the grid alone, until a blank sheet is drawn', inMs(alone), asRatio(alone / bare)],
      ['the workbook, until the first cell of its sample is answered', inMs(workbook), asRatio(workbook / bare)],
    ],
  };
}

async function drawnMs(
  browser: Browser,
  origin: string,
  { page: body, script }: Awaited<ReturnType<typeof makeBareGrid>>,
): Promise<number> {
  const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
  await page.route(`${origin}/bare-grid.html`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.route(`${origin}/bare-grid.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await page.goto(`${origin}/bare-grid.html`, { waitUntil: 'commit' });
  await page.waitForFunction('document.title > 0');
  const tookMs = Number(await page.title());
  await page.context().close();
  return tookMs;
}

async function bareMs(browser: Browser, origin: string): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  await page.route(`${origin}/bare.html`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>One request</title>' }),
  );
  await page.goto(`${origin}/bare.html`);
  const tookMs: number = await page.evaluate(`fetch('/v1/companies/${DOMAIN}', { headers: { 'X-API-Key': '${KEY}' } })
    .then((answer) => answer.text())
    .then((text) => ((document.body.textContent = text), performance.now()))`);
  await page.context().close();
  return tookMs;
}

interface Page {
  readonly univerAPI?: {
    getActiveWorkbook(): { getActiveSheet(): { getRange(address: string): { getValue(): unknown } } } | null;
  };
}

async function answeredMs(browser: Browser, origin: string): Promise<number> {
  const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
  await page.goto(`${origin}/`, { waitUntil: 'commit' });
  // Checked with each painted frame.
  const answered = await page.waitForFunction(() => {
    const { univerAPI } = globalThis as unknown as Page;
    const value = univerAPI?.getActiveWorkbook()?.getActiveSheet().getRange('B2').getValue();
    return value === 'Stripe' ? performance.now() : 0;
  });
  const tookMs = await answered.jsonValue();
  await page.context().close();
  return tookMs;
}
