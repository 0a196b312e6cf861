import type { BrowserContextOptions, Page } from 'playwright-core';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFolders } from '../workbook/built';
import { ALL, findThemedViolations, findViolations } from './axe';
import { expectSoon } from './expect-soon';
import { serveWorkbook } from './served-workbook';

/** The narrowest screen that WCAG 2.2 speaks of: https://www.w3.org/WAI/WCAG22/Understanding/reflow. */
const NARROW = 320;

/** One of each kind. */
const PAGES = [
  'index.html',
  'problems.html',
  'guides/quick-start.html',
  'guides/spending.html',
  'guides/recipes.html',
  'problems/name-error.html',
  'functions/TRACE_TECH.html',
  'functions/TRACE_FIELDS.html',
  'functions/TRACE_PARTNER_GRAPH.html',
  'problems/creditsOut.html',
  'guides/api-coverage.html',
];

/** Of the same kinds, and with words and tables of their own. */
const MORE_PAGES = [
  'guides/administrators.html',
  'guides/support.html',
  'problems/add-in-gone.html',
  'functions/TRACE_PARTNERED.html',
];

/** The rules that decide by where things stand: a narrow page differs in nothing else. */
const OF_LAYOUT = {
  runOnly: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
};

const served = serveWorkbook();
let page: Page;
let said: string[];

/** One for all who only read: pages of text keep nothing. */
beforeAll(async () => {
  page = await (await served.browser.newContext()).newPage();
  page.on('console', (message) => said.push(message.text()));
});
afterAll(() => page.context().close());

async function open(name: string, width: number): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width, height: 900 });
  said = [];
  await page.goto(`${served.origin}/docs/${name}`);
}

/** In a browser of its own. */
async function apart(options: BrowserContextOptions, read: (page: Page) => Promise<void>): Promise<void> {
  const context = await served.browser.newContext(options);
  await read(await context.newPage());
  await context.close();
}

it.each(PAGES)(
  '%s gives axe nothing to find, and the console nothing to say, and fits a narrow screen',
  async (name) => {
    await open(name, 1_000);
    const wide = await findThemedViolations(page);
    await page.setViewportSize({ width: NARROW, height: 900 });
    const narrow = await page.evaluate('document.documentElement.scrollWidth');
    expect({
      wideViolations: wide,
      width: narrow,
      narrowViolations: await findViolations(page, ALL, OF_LAYOUT),
      said,
    }).toEqual({ wideViolations: [], width: NARROW, narrowViolations: [], said: [] });
  },
);

it('a page with words and tables of its own fits a narrow screen too', async () => {
  for (const name of MORE_PAGES) {
    await open(name, NARROW);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect({ name, width, said }).toEqual({ name, width: NARROW, said: [] });
  }
});

it('takes the colours that the browser asks for', async () => {
  const background = 'getComputedStyle(document.body).backgroundColor';
  await open('index.html', 1_000);
  const light = await page.evaluate(background);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect({ light, dark: await page.evaluate(background) }).toEqual({
    light: 'rgb(255, 255, 255)',
    dark: 'rgb(27, 29, 32)',
  });
});

it('leads from the first page to a function, from its example to a problem, and back', async () => {
  await open('index.html', 1_000);
  await page.getByRole('link', { name: /^All \d+ functions/ }).click();
  await page.getByRole('link', { name: 'TRACE_JOB', exact: true }).click();
  await page.getByRole('link', { name: '#TRACE: There is no job' }).first().click();
  await page.getByRole('heading', { name: 'Trace does not know this job' }).waitFor();
  await page.getByRole('link', { name: 'Trace for Sheets & Excel' }).click();
  await page.getByRole('heading', { name: 'Help with Trace in your spreadsheet' }).waitFor();
});

describe('the search', () => {
  const box = () => page.getByRole('searchbox', { name: 'Search help' });
  const results = () => page.getByRole('list', { name: 'Results' }).getByRole('link');
  const focused = () => page.evaluate('document.activeElement.textContent');

  it('finds what a cell shows, by keyboard alone', async () => {
    await open('guides/spending.html', 1_000);
    await page.keyboard.press('/');
    await page.keyboard.type('#NAME?');
    await results().first().waitFor();
    await expectSoon(() => page.getByRole('status').innerText(), expect.stringMatching(/^\d results?$/));
    expect(await findThemedViolations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await expectSoon(focused, expect.stringMatching(/^I see #NAME\? Problem/));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'I see #NAME?', level: 1 }).waitFor();
    expect(said).toEqual([]);
  });

  it('opens the first result with Enter', async () => {
    await open('index.html', 1_000);
    await box().fill('TRACE_PARTNERED');
    await results().first().waitFor();
    await box().press('Enter');
    await page.waitForURL(/functions\/TRACE_PARTNERED\.html$/);
  });

  it('moves up and down, and closes with Escape', async () => {
    await open('problems.html', 1_000);
    await box().fill('limit');
    await results().nth(1).waitFor();
    const titles = await results().allTextContents();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
    expect(await focused()).toBe(titles[0]);
    await page.keyboard.press('ArrowUp');
    expect(await box().evaluate('document.activeElement.id')).toBe('search-text');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect({ results: await results().count(), focused: await box().evaluate('document.activeElement.id') }).toEqual({
      results: 0,
      focused: 'search-text',
    });
  });

  it('says when it finds nothing, and shows what was typed as text', async () => {
    await open('index.html', NARROW);
    await box().fill('<zebra>');
    await page.getByRole('status').getByText('Nothing found for “<zebra>”').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(NARROW);
  });

  it('says when the index does not load, and tries again', async () => {
    await open('index.html', 1_000);
    await page.route('**/search-index.js', (route) => route.abort());
    await box().fill('limit');
    await page.getByRole('status').getByText('The search did not load.').waitFor();
    await page.unroute('**/search-index.js');
    await box().fill('limits');
    await results().first().waitFor();
  });

  it('works from a folder, without a server', async () => {
    await page.goto(pathToFileURL(join(builtFolders().addinDir, 'docs/guides/recipes.html')).href);
    await box().fill('daily limit');
    await results().first().click();
    await page.getByRole('heading', { level: 1, name: /limit/i }).waitFor();
  });

  it('asks for nothing until the user searches', () =>
    apart({}, async (fresh) => {
      const asked: string[] = [];
      fresh.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await fresh.goto(`${served.origin}/docs/index.html`);
      expect(asked.filter((path) => path.endsWith('.js'))).toEqual(['/docs/search.js']);
    }));
});

it('is all there without scripts', () =>
  apart({ javaScriptEnabled: false }, async (plain) => {
    await plain.goto(`${served.origin}/docs/functions/TRACE_TECH.html`);
    await plain.getByText('BentoML, Cloudflare').waitFor();
    expect(await plain.getByRole('searchbox').count()).toBe(0);
  }));

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
