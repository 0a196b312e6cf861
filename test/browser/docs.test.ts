import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { serveWorkbook } from './served-workbook';

/** The narrowest screen that WCAG 2.2 speaks of: https://www.w3.org/WAI/WCAG22/Understanding/reflow. */
const NARROW = 320;

const PAGES = [
  'index.html',
  'functions/TRACE_TECH.html',
  'functions/TRACE_PARTNERED.html',
  'functions/TRACE_FIELDS.html',
  'functions/TRACE_PARTNER_GRAPH.html',
  'problems/creditsOut.html',
  'guides/api-coverage.html',
];

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const served = serveWorkbook();
let page: Page;
let said: string[];

afterEach(() => page.context().close());

async function open(name: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  const context = await served.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  page = await context.newPage();
  said = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${served.origin}/docs/${name}`);
}

/** What axe finds, as rule and element. */
async function violations(): Promise<string[]> {
  const axe = createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate<AxeResults>('axe.run(document)');
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it.each(PAGES)('%s gives axe nothing to find, and the console nothing to say', async (name) => {
    await open(name, 1_000, colorScheme);
    expect([await violations(), said]).toEqual([[], []]);
  });
});

it.each(PAGES)('%s fits a narrow screen', async (name) => {
  await open(name, NARROW);
  expect([await page.evaluate('document.documentElement.scrollWidth'), await violations()]).toEqual([NARROW, []]);
});

it('takes the colours that the browser asks for', async () => {
  const background = 'getComputedStyle(document.body).backgroundColor';
  await open('index.html', 1_000, 'light');
  const light = await page.evaluate(background);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect([light, await page.evaluate(background)]).toEqual(['rgb(255, 255, 255)', 'rgb(27, 29, 32)']);
});

it('leads from the index to a function, from its example to a problem, and back', async () => {
  await open('index.html', 1_000);
  await page.getByRole('link', { name: 'TRACE_JOB', exact: true }).click();
  await page.getByRole('link', { name: '#TRACE: Trace does not know the job' }).click();
  await page.getByRole('heading', { name: 'Trace does not know this job' }).waitFor();
  await page.getByRole('link', { name: 'Trace for Sheets & Excel' }).click();
  await page.getByRole('heading', { name: 'Trace in a spreadsheet' }).waitFor();
});

it('is all there without scripts', async () => {
  const context = await served.browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await page.goto(`${served.origin}/docs/functions/TRACE_TECH.html`);
  await page.getByText('BentoML, Cloudflare').waitFor();
});

it('a table that is cut off can be scrolled by keyboard', async () => {
  await open('functions/TRACE_PARTNER_GRAPH.html', NARROW);
  const region = page.getByRole('region', { name: 'Answer of example 1' });
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => {
    const { document } = globalThis as unknown as { document: { activeElement: { scrollLeft: number } } };
    return document.activeElement.scrollLeft > 0;
  });
});
