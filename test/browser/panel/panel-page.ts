import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, ConsoleMessage, Locator, Page } from 'playwright-core';
import { builtOnce } from '../../fakes/built-once';
import type { BookCell } from '../../fakes/excel/browser-book';
import type { FakeWorkbook } from '../../fakes/excel/workbook';
import { QUICK_RESTS } from '../../fakes/quick-rests';
import { findThemedViolations } from '../axe';
import { openTab, type TabName } from './panel-tabs';
import { PAGE_WIDTH } from '../page-width';

/** As narrow as Google shows a sidebar; Excel's panel is wider. */
const SIZE = { width: 300, height: 900 };
/** Own scripts only, as the workbook's server says too. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

/** What the browser keeps of a key that works. */
export const STORED_KEY = {
  'trace.apiKey': 'trace_demo',
  'trace.accountId': 'acc1-0000',
  'trace.keyId': 'key1-0000',
  'trace.keyVerdict': 'works key1-0000',
};

export interface PanelOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** What the page has before it is loaded. */
  readonly stored?: Readonly<Record<string, string>>;
  /** The sheet below the stand-in of Excel's API, cell by cell: what is entered and what is shown. `null`: no Excel. */
  readonly cells?: readonly (readonly BookCell[])[] | null;
  /** The row and the column of the selected cell, from 0; absent: none is. */
  readonly selected?: readonly [row: number, column: number];
  /** The tab that is opened, where there are tabs: they are left out until there is a key. */
  readonly tab?: TabName;
  /** What the page's element says of the theme. */
  readonly theme?: 'light' | 'dark';
  /** Called before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Whether the page has an address, so that it can be loaded again. */
  readonly isAddressed?: boolean;
}

/** The little of the page's globals that its tests use. */
interface PanelWindow {
  readonly CustomFunctions: {
    readonly _association: { readonly mappings: Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>> };
  };
  readonly book: FakeWorkbook;
}

/** By browser, of which each test file starts its own. */
const keptPages = new WeakMap<Browser, Page>();
let standIn: Promise<string> | null = null;

/** Excel's task panel in a browser: the built scripts in Excel's order, with stand-ins for Microsoft's. */
export class PanelPage {
  /** Errors of the page's scripts and on its console. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    /** Whether the next panel is opened in this page. */
    private readonly isKept: boolean,
  ) {
    page.on('pageerror', this.hearError);
    page.on('console', this.hearConsole);
  }

  /**
   * A panel without wishes of its own is opened in the page of the one before, with nothing left in its storage: the
   * browser then has the scripts, which takes a fifth of the time.
   *
   * @param origin of a running workbook, whose files and service the page uses
   */
  static async open(browser: Browser, origin: string, options: PanelOptions = {}): Promise<PanelPage> {
    const { colorScheme, stored = {}, cells = [], tab = 'Settings', prepare, isAddressed = false } = options;
    const isKept = colorScheme === undefined && prepare === undefined && !isAddressed;
    const page = (isKept ? keptPages.get(browser) : undefined) ?? (await newPage(browser, colorScheme));
    const panel = new PanelPage(page, isKept);
    if (isKept) {
      keptPages.set(browser, page);
      await write(page, origin, options);
    } else {
      await load(page, origin, options);
    }
    await page.locator('#key, .key-status:visible, [role=tab]').first().waitFor();
    if (stored['trace.apiKey'] !== undefined && cells !== null) await openTab(page, tab);
    return panel;
  }

  async close(): Promise<void> {
    const context = this.page.context();
    if (!this.isKept) return context.close();
    this.page.off('pageerror', this.hearError);
    this.page.off('console', this.hearConsole);
    await this.page.setViewportSize(SIZE);
    await Promise.all(context.pages().map((page) => (page === this.page ? undefined : page.close())));
  }

  private readonly hearError = (error: Error): void => void this.errors.push(error.message);

  private readonly hearConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') this.errors.push(message.text());
  };

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  alert(): Locator {
    return this.page.getByRole('alert');
  }

  /** Into the field, and with Enter. */
  async pasteKey(pasted: string): Promise<void> {
    await this.page.getByLabel(/Trace API key/).fill(pasted);
    await this.page.keyboard.press('Enter');
  }

  stored(name: string): Promise<string | null> {
    return this.page.evaluate(`localStorage.getItem('${name}')`);
  }

  /** Calls a function as Excel would, without caring for the answer. */
  async call(id: string, ...args: unknown[]): Promise<void> {
    await this.page.evaluate(
      async ([name, given]) => {
        const { CustomFunctions } = globalThis as unknown as PanelWindow;
        await CustomFunctions._association.mappings[name]?.(...given, {});
      },
      [id, args] as const,
    );
  }

  /** The cells that were entered again, as `row:column`. */
  retried(): Promise<string[]> {
    return this.page.evaluate(() => [...(globalThis as unknown as PanelWindow).book.sheets[0]!.retried]);
  }

  /** The formulas of the sheet that was there first, row by row; `''`: none. */
  formulas(): Promise<string[][]> {
    return this.page.evaluate(() => {
      const [sheet] = (globalThis as unknown as PanelWindow).book.sheets;
      return sheet!.rows.map((row) => row.map(({ formula = '' }) => formula));
    });
  }

  scrollWidth(): Promise<number> {
    return this.page.evaluate(PAGE_WIDTH);
  }

  /** What axe finds in a light and in a dark page, as rule and element. */
  violations(): Promise<string[]> {
    return findThemedViolations(this.page);
  }
}

async function newPage(browser: Browser, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE, colorScheme });
  await context.addInitScript(QUICK_RESTS);
  return context.newPage();
}

async function load(page: Page, origin: string, options: PanelOptions): Promise<void> {
  const body = pageOf(options.theme);
  await page.route(`${origin}/panel.html`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await options.prepare?.(page);
  await page.addInitScript(await setUpOf(options));
  await page.goto(`${origin}/panel.html`);
}

/** Into an empty page of the server: what is routed goes past the browser's cache. */
async function write(page: Page, origin: string, options: PanelOptions): Promise<void> {
  const setUp = await setUpOf(options);
  await page.goto(`${origin}/before-functions.js`);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await session.detach();
  await page.evaluate(setUp);
  await page.setContent(pageOf(options.theme));
}

/** What the page has before it is loaded, as a script. */
async function setUpOf({ stored = {}, cells = [], selected }: PanelOptions): Promise<string> {
  const kept = `Object.assign(localStorage, ${JSON.stringify(stored)});`;
  return cells === null ? kept : `${kept} ${await excelScript(cells, selected)}`;
}

function pageOf(theme: string | undefined): string {
  return `<!doctype html>
    <html lang="en">
      <head>
        <title>Trace</title>
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <link rel="icon" href="favicon.svg" />
        <link rel="stylesheet" href="taskpane.css" />
        <script type="application/json" id="page-settings">{"sandbox":false,"switchable":true,"live":false}</script>
        <script src="before-functions.js"></script>
        <script src="functions.js"></script>
        <script type="module" src="taskpane.js"></script>
      </head>
      <body class="trace-panel"${theme === undefined ? '' : ` data-theme="${theme}"`}></body>
    </html>`;
}

/** `Excel` over one sheet, as a script. */
async function excelScript(
  cells: readonly (readonly BookCell[])[],
  selected: PanelOptions['selected'],
): Promise<string> {
  const area = selected === undefined ? null : { row: selected[0], column: selected[1], rowCount: 1, columnCount: 1 };
  return `${await (standIn ??= buildStandIn())}
    Object.assign(window, openBook(${JSON.stringify(cells)}, ${JSON.stringify(area)}));`;
}

/** Bundled once for all test files. */
async function buildStandIn(): Promise<string> {
  const folder = await builtOnce('stand-in', ['workbook', 'shared', 'test/fakes'], (outdir) =>
    build({
      entryPoints: ['test/fakes/excel/browser-book.ts'],
      outdir,
      bundle: true,
      format: 'iife',
    }),
  );
  return readFile(join(folder, 'browser-book.js'), 'utf8');
}
