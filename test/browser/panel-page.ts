import { build } from 'esbuild';
import type { Browser, Locator, Page } from 'playwright-core';
import { findThemedViolations } from './axe';
import { openTab, type TabName } from './panel-tabs';

/** As narrow as Google shows a sidebar; Excel's panel is wider. */
const WIDTH = 300;

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
  readonly cells?: readonly (readonly SheetCell[])[] | null;
  /** The tab that is opened, where there are tabs: they are left out until there is a key. */
  readonly tab?: TabName;
  /** What the page's element says of the theme. */
  readonly theme?: 'light' | 'dark';
  /** Called before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export type SheetCell = readonly [entered: string, shown: string | number];

/** The little of the page's globals that its tests use. */
interface PanelWindow {
  readonly CustomFunctions: {
    readonly _association: { readonly mappings: Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>> };
  };
  /** The cells that were entered again, as `row:column`. */
  readonly retried: string[];
}

let standIn: Promise<string> | null = null;

/** Excel's task panel in a browser: the built scripts in Excel's order, with stand-ins for Microsoft's. */
export class PanelPage {
  /** Errors of the page's scripts and on its console. */
  readonly errors: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** @param origin of a running workbook, whose files and service the page uses */
  static async open(browser: Browser, origin: string, options: PanelOptions = {}): Promise<PanelPage> {
    const { colorScheme = 'light', stored = {}, cells = [], tab = 'Settings', theme, prepare } = options;
    const context = await browser.newContext({ viewport: { width: WIDTH, height: 900 }, colorScheme });
    const page = await context.newPage();
    const panel = new PanelPage(page);
    // Own scripts only, as the workbook's server says too; its page-settings are those of no sandbox.
    await page.route(`${origin}/panel.html`, async (route) => {
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
      const headers = { 'Content-Security-Policy': policy };
      await route.fulfill({ contentType: 'text/html', headers, body: pageOf(theme) });
    });
    await prepare?.(page);
    await page.addInitScript(`Object.assign(localStorage, ${JSON.stringify(stored)})`);
    if (cells !== null) await page.addInitScript(await excelScript(cells));
    await page.goto(`${origin}/panel.html`);
    await page.locator('#key, .key-status:visible, [role=tab]').first().waitFor();
    if (stored['trace.apiKey'] !== undefined && cells !== null) await openTab(page, tab);
    return panel;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

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

  retried(): Promise<string[]> {
    return this.page.evaluate(() => (globalThis as unknown as PanelWindow).retried);
  }

  scrollWidth(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth');
  }

  /** What axe finds in a light and in a dark page, as rule and element. */
  violations(): Promise<string[]> {
    return findThemedViolations(this.page);
  }
}

function pageOf(theme: string | undefined): string {
  return `<!doctype html>
    <html lang="en">
      <head>
        <title>Trace</title>
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

/** `Excel` over one sheet that only tells what it shows and which of its cells are entered again. */
async function excelScript(cells: readonly (readonly SheetCell[])[]): Promise<string> {
  return `${await (standIn ??= buildStandIn())}
    window.retried = [];
    const cells = ${JSON.stringify(cells)};
    const cut = ({ row, column, rowCount, columnCount }, read) =>
      cells.slice(row, row + rowCount).map((each) => each.slice(column, column + columnCount).map(read));
    const sheet = {
      readExtent: () => ({ rowCount: cells.length, columnCount: cells[0]?.length ?? 0 }),
      readValues: (area) => cut(area, ([, shown]) => shown),
      readFormulas: (area) => cut(area, ([entered]) => entered.startsWith('=') ? entered : ''),
      readSpills: () => [],
      readArrays: () => [],
      readTables: () => [],
      readProtection: () => null,
      isLocked: () => true,
      id: 'sheet-1',
      readName: () => 'Sheet1',
      retry: (row, column) => window.retried.push(row + ':' + column),
    };
    window.Excel = standIn.makeExcelApi({ readSheets: () => [sheet], readSelection: () => null });`;
}

async function buildStandIn(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['workbook/excel-api.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'standIn',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
