import type { Browser } from 'playwright-core';
import { readBuiltFiles, toBuiltFile } from '../relay/built-files';
import { listen } from '../relay/listen';
import { makeNodeRelay } from '../relay/node-relay';
import { launchBrowser } from '../test/browser/browser';
import { makeEmptyPanel } from './baselines/empty-panel';
import { median } from './median';
import { against, asRatio, inMs, type Table } from './table';

const RUNS = 15;
const BUDGET = 2;
/** Replaces Microsoft's script, whose time is not ours. */
const OFFICE = 'globalThis.CustomFunctions = { associate() {} };';
/** A key is set, so that the page paints its tabs and not a single card. */
const STORED = `localStorage.setItem('trace.apiKey', 'trace_demo'); localStorage.setItem('trace.accountId', 'bench');`;

/** From navigation to first contentful paint, in Chromium with an empty cache. */
export async function benchFirstPaint(): Promise<Table> {
  const { page, script } = await makeEmptyPanel();
  const files = new Map(await readBuiltFiles('dist/excel-addin'));
  files.set('empty-panel.html', toBuiltFile('empty-panel.html', page));
  files.set('empty-panel.js', toBuiltFile('empty-panel.js', script));
  const { fetch } = makeNodeRelay({ files, apiUrl: new URL('http://127.0.0.1:1'), addinUrl: null });
  const [relay, browser] = await Promise.all([listen(fetch, { host: '127.0.0.1', port: 0 }), launchBrowser()]);
  const origin = `http://127.0.0.1:${relay.port}`;
  const times: { readonly empty: number; readonly panel: number }[] = [];
  // The first run of each also starts parts of the browser.
  for (let run = 0; run <= RUNS; run += 1) {
    const empty = await paintMs(browser, `${origin}/empty-panel.html`);
    const panel = await paintMs(browser, `${origin}/taskpane.html`);
    if (run > 0) times.push({ empty, panel });
  }
  await Promise.all([browser.close(), relay.stop()]);
  const of = (name: 'empty' | 'panel'): number => median(times.map((time) => time[name]));
  const ratio = of('panel') / of('empty');
  return {
    title: "The panel's first paint",
    note: `Median of ${RUNS} alternating runs, each in a fresh browser profile. Excel's own script is left out.`,
    head: ['', 'time', 'ratio', 'budget'],
    rows: [
      ['a heading, drawn by the same library', inMs(of('empty')), asRatio(1), ''],
      ["Excel's panel, with functions.js", inMs(of('panel')), asRatio(ratio), against(ratio, BUDGET, ' ×')],
    ],
  };
}

async function paintMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
  await context.addInitScript(STORED);
  await context.route('**/office.js', (route) => route.fulfill({ contentType: 'text/javascript', body: OFFICE }));
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('heading', { name: 'Trace', exact: true }).waitFor();
  const paintedMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry === undefined) return;
          observer.disconnect();
          resolve(entry.startTime);
        }).observe({ type: 'paint' as never, buffered: true });
      }),
  );
  await context.close();
  return paintedMs;
}
