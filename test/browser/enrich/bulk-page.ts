import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Browser, ConsoleMessage, Page, Request } from 'playwright-core';
import { builtOnce } from '../../fakes/built-once';
import { QUICK_RESTS } from '../../fakes/quick-rests';
import { findThemedViolations } from '../axe';
import type { Language } from '../../../languages/language';
import { openTab, type TabName } from '../panel/panel-tabs';
import { PAGE_WIDTH } from '../page-width';

type Cells = readonly (readonly (string | number | boolean)[])[];

export interface BulkPageOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly apiKey?: string;
  readonly width?: number;
  /** Whether the panel offers the actions of an account: lists, rescans and reports of wrong data. */
  readonly acts?: boolean;
  /** The language of the panel, where it is not English. */
  readonly language?: Language;
}

const SIZE = { width: 300, height: 900 };

/** A column of so many companies of the sandbox, with a title. */
export const companies = (count: number): readonly (readonly string[])[] => [
  ['Website'],
  ...Array.from({ length: count }, (_company, index) => [`company-${index + 1}.example`]),
];

/** By browser, of which each test file starts its own. */
const keptPages = new WeakMap<Browser, Page>();
/** By the language of the panel. */
const scripts = new Map<Language | undefined, Promise<string>>();

/** The panel in a browser, 300 px wide, over a sheet in memory; its requests go to a real service. */
export class BulkPage {
  readonly errors: string[] = [];
  /** What was asked of the service, as method and path. */
  readonly requests: string[] = [];

  private constructor(
    readonly page: Page,
    /** Whether the next panel is opened in this page. */
    private readonly isKept: boolean,
  ) {
    page.on('request', this.hearRequest);
    page.on('pageerror', this.hearError);
    page.on('console', this.hearConsole);
  }

  /**
   * A panel without wishes of its own is opened in the page of the one before, which takes a tenth of the time.
   *
   * @param origin of a running workbook, whose files and service the page uses
   */
  static async open(browser: Browser, origin: string, cells: Cells, options: BulkPageOptions = {}): Promise<BulkPage> {
    const { colorScheme, width, language, apiKey = 'trace_demo', acts = false } = options;
    const given = `Object.assign(window, ${JSON.stringify({ cells, apiKey, acts })})`;
    const isKept = colorScheme === undefined && width === undefined && language === undefined;
    const kept = isKept ? keptPages.get(browser) : undefined;
    const page = kept ?? (await newPage(browser, options));
    const bulk = new BulkPage(page, isKept);
    if (kept === undefined) await load(page, origin, given, language);
    else await page.evaluate(`${given}; localStorage.clear(); startOver(); scrollTo(0, 0)`);
    if (isKept) keptPages.set(browser, page);
    await page.locator('#bulk-title').waitFor();
    return bulk;
  }

  async close(): Promise<void> {
    if (!this.isKept) return this.page.context().close();
    this.page.off('request', this.hearRequest);
    this.page.off('pageerror', this.hearError);
    this.page.off('console', this.hearConsole);
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.page.setViewportSize(SIZE);
  }

  private readonly hearRequest = (request: Request): void => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/')) this.requests.push(`${request.method()} ${pathname}`);
  };

  private readonly hearError = (error: Error): void => void this.errors.push(error.message);

  private readonly hearConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      this.errors.push(message.text());
    }
  };

  section() {
    return this.page.getByRole('region', { name: 'Enrich a column' });
  }

  button(name: string | RegExp) {
    return this.section().getByRole('button', { name, exact: typeof name === 'string' });
  }

  openTab(name: TabName): Promise<void> {
    return openTab(this.page, name);
  }

  /** The fold of options, whatever its summary tells of them. */
  options() {
    return this.section().locator('details', { has: this.page.getByText(/^Options/) });
  }

  /** Opens the fold and chooses one of its options. */
  async choose(option: string | RegExp): Promise<void> {
    const isOpen = (await this.options().getAttribute('open')) !== null;
    if (!isOpen) await this.options().locator('summary').click();
    await this.options().getByLabel(option).check();
  }

  /** Waits until a text is shown. */
  says(text: string | RegExp): Promise<void> {
    return this.section()
      .getByText(text, { exact: typeof text === 'string' })
      .first()
      .waitFor();
  }

  /** As one text, since the browser's driver looks at each value of a table. */
  async values(): Promise<Cells> {
    return JSON.parse(await this.page.evaluate<string>('JSON.stringify(host.grid.values())')) as Cells;
  }

  /** @param code with `host`, the page's */
  do(code: string): Promise<unknown> {
    return this.page.evaluate(code);
  }

  /** Holds back the sheet's writing of rows, after so many blocks of 1,000. The returned function lets it go on. */
  async holdWrites(blocks = 0): Promise<() => Promise<unknown>> {
    await this.do(`{
      const { sheet } = host.ports;
      const write = sheet.write;
      let left = ${blocks};
      const isFree = new Promise((free) => (window.freeWrites = free));
      sheet.write = async (writing) => {
        const isOfTitles = writing.rows[0] === 0;
        if (!isOfTitles) left -= 1;
        if (!isOfTitles && left < 0) await isFree;
        return write(writing);
      };
    }`);
    return () => this.do('freeWrites()');
  }

  /** What has the focus, by its label or its text. */
  focused(): Promise<string> {
    return this.page.evaluate(
      "(({ ariaLabel, labels, textContent, tagName }) => ariaLabel ?? labels?.[0]?.textContent ?? (tagName === 'BODY' ? '' : textContent))(document.activeElement)",
    );
  }

  scrollWidth(): Promise<number> {
    return this.page.evaluate(PAGE_WIDTH);
  }

  violations(): Promise<string[]> {
    return findThemedViolations(this.page);
  }
}

async function newPage(browser: Browser, options: BulkPageOptions): Promise<Page> {
  const { colorScheme = 'light', width = SIZE.width } = options;
  const context = await browser.newContext({ viewport: { ...SIZE, width }, colorScheme });
  await context.addInitScript(QUICK_RESTS);
  return context.newPage();
}

async function load(page: Page, origin: string, given: string, language: Language | undefined): Promise<void> {
  const script = scripts.get(language) ?? readScript(language);
  scripts.set(language, script);
  const source = await script;
  await page.route(`${origin}/bulk.html`, (route) => {
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
    return route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': policy }, body: PAGE });
  });
  await page.route(`${origin}/bulk.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: source }));
  await page.addInitScript(given);
  await page.goto(`${origin}/bulk.html`);
  // While nothing is routed, a request needs no word of the test's process.
  await page.unrouteAll();
}

const PAGE = `<!doctype html>
  <html lang="en">
    <head>
      <title>Trace</title>
      <link rel="icon" href="favicon.svg" />
      <link rel="stylesheet" href="taskpane.css" />
      <script src="bulk.js" defer></script>
    </head>
    <body class="trace-panel"></body>
  </html>`;

/** The script in a language, bundled once for all test files. */
async function readScript(language: Language | undefined): Promise<string> {
  const sources = ['shared', 'test/fakes', 'test/browser/enrich/bulk-page.ts'];
  const folder = await (language === undefined
    ? builtOnce('bulk-page', sources, (outDir) => bundle(outDir, []))
    : builtOnce(`${language.tag}-bulk-page`, [...sources, 'languages'], (outDir) => bundle(outDir, [language.plugin])));
  return readFile(join(folder, 'bulk.js'), 'utf8');
}

async function bundle(outDir: string, plugins: Plugin[]): Promise<void> {
  await build({
    entryPoints: ['test/fakes/bulk-page/main.ts'],
    outfile: join(outDir, 'bulk.js'),
    bundle: true,
    format: 'iife',
    // Names stay, for the stacks of errors.
    minifyWhitespace: true,
    minifySyntax: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins,
  });
}
