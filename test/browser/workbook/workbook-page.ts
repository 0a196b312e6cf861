import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';

interface CellData {
  readonly v?: string | number | boolean | null;
  /** 3: a truth; https://reference.univer.ai/en-US/enums/CellValueType. */
  readonly t?: number | null;
}

/** The little of the grid's scripting facade that tests use; in the page it is `window.univerAPI`. */
interface GridPage {
  readonly univerAPI: {
    getActiveWorkbook(): {
      getActiveSheet(): {
        getRange(address: string): {
          activate(): void;
          getCellRect(): { x: number; y: number; width: number; height: number };
          getCellDataGrid(): (CellData | null)[][];
          getDisplayValues(): string[][];
          getValues(): (string | number | null)[][];
          setFormulas(formulas: string[][]): void;
          setValues(values: string[][]): void;
          sort(column: { column: number; ascending: boolean }): void;
        };
      };
    };
  };
}

/** The grid loses keys on a machine that is busy for a moment; what fails three times in a row is broken. */
if (typeof jest !== 'undefined') jest.retryTimes(2);

const SETTLED_IN_MS = 20_000;
const SAMPLE_ANSWERS = 'B2:G13';

/** A workbook in a browser, used as a person would: cells are chosen, and all else is typed. */
export class WorkbookPage {
  /** Every request, as `METHOD address`. */
  readonly requests: string[] = [];
  /** Whether cells are chosen by the mouse; under a notice the grid tells their places as they were before it. */
  clicks = true;
  /** Errors of the page's scripts and on its console. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('request', (request) => this.requests.push(`${request.method()} ${request.url()}`));
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isNotTracked(message)) this.errors.push(message.text());
    });
  }

  /** @param prepare called before the page is loaded */
  static async open(
    browser: Browser | BrowserContext,
    origin: string,
    prepare?: (page: Page) => Promise<void>,
  ): Promise<WorkbookPage> {
    const context = 'newContext' in browser ? await browser.newContext() : browser;
    const page = await context.newPage();
    const workbook = new WorkbookPage(page, origin);
    await prepare?.(page);
    await page.goto(`${origin}/`);
    await workbook.ready();
    return workbook;
  }

  /** Opens it and waits for the sample's answers, which are then no longer among {@link apiRequests}. */
  static async openAnswered(browser: Browser | BrowserContext, origin: string): Promise<WorkbookPage> {
    const workbook = await WorkbookPage.open(browser, origin);
    await workbook.waitUntil(SAMPLE_ANSWERS, (cells) => cells.every((cell) => cell !== '' && cell !== '#BUSY!'));
    workbook.forgetRequests();
    return workbook;
  }

  /** The same person comes back: the page is loaded again. */
  async reload(): Promise<void> {
    this.forgetRequests();
    await this.page.reload();
    await this.ready();
  }

  /** The page has loaded, again perhaps. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => 'univerAPI' in globalThis);
  }

  forgetRequests(): void {
    this.requests.length = 0;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async type(cell: string, text: string): Promise<void> {
    await this.select(cell);
    await this.typeText(text);
    await this.page.keyboard.press('Enter');
  }

  /** No faster than a quick typist: on a busy machine the grid loses keys that all come in one moment. */
  async typeText(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 12 });
    await this.page.waitForTimeout(80);
  }

  async clear(cell: string): Promise<void> {
    await this.select(cell);
    await this.page.keyboard.press('Delete');
  }

  /** Clicks a cell; one that is out of sight is chosen without a click. */
  async select(cell: string): Promise<void> {
    const at = await this.page.evaluate((address) => {
      const { univerAPI } = globalThis as unknown as GridPage;
      const range = univerAPI.getActiveWorkbook().getActiveSheet().getRange(address);
      range.activate();
      const { x, y, width, height } = range.getCellRect();
      return { x: x + Math.min(width, 60) / 2, y: y + height / 2 };
    }, cell);
    const grid = await this.page.locator('#grid canvas').first().boundingBox();
    const isInSight = grid !== null && at.x < grid.x + grid.width - 20 && at.y < grid.y + grid.height - 20;
    if (this.clicks && isInSight) await this.page.mouse.click(at.x, at.y);
    else await this.page.locator('#grid [contenteditable="true"]').first().focus();
  }

  /** What a range shows, once none of its cells is waiting. Blank cells are `''`. */
  async shown(range: string): Promise<string[][]> {
    await this.waitUntil(range, (cells) => cells.length > 0 && !cells.includes('#BUSY!'));
    return this.display(range);
  }

  /** What the first cell of a range shows, once it shows something. */
  async answer(range: string): Promise<string> {
    await this.waitUntil(range, ([first]) => first !== undefined && first !== '' && first !== '#BUSY!');
    return (await this.display(range))[0]?.[0] ?? '';
  }

  async fill(range: string, what: 'values' | 'formulas', cells: string[][]): Promise<void> {
    const fill = { range, what, cells };
    await this.page.evaluate((asked) => {
      const { univerAPI } = globalThis as unknown as GridPage;
      const target = univerAPI.getActiveWorkbook().getActiveSheet().getRange(asked.range);
      if (asked.what === 'values') target.setValues(asked.cells);
      else target.setFormulas(asked.cells);
    }, fill);
  }

  async sort(range: string, column: number, ascending: boolean): Promise<void> {
    const asked = { range, rule: { column, ascending } };
    await this.page.evaluate(({ range: address, rule }) => {
      const { univerAPI } = globalThis as unknown as GridPage;
      univerAPI.getActiveWorkbook().getActiveSheet().getRange(address).sort(rule);
    }, asked);
  }

  /** Chooses a file, as the dialog of Open CSV does. */
  async openCsv(name: string, contents: string | Buffer): Promise<void> {
    const buffer = Buffer.from(contents);
    await this.page.setInputFiles('#csv-file', { name, mimeType: 'text/csv', buffer });
  }

  /** The notice above the grid, once it says what is expected. */
  async notice(part: string): Promise<string> {
    const notice = this.page.locator('#notice p', { hasText: part });
    await notice.waitFor();
    return notice.innerText();
  }

  /** The line below the grid, once it says what is expected. */
  async problems(part: string): Promise<string> {
    const summary = this.page.locator('#problem-summary', { hasText: part });
    await summary.waitFor();
    return summary.innerText();
  }

  sentence(): Promise<string> {
    return this.page.locator('#cell-sentence').innerText();
  }

  /** Requests to the Trace API so far. */
  apiRequests(): string[] {
    return this.requests.filter((request) => request.includes(`${this.origin}/v1/`));
  }

  /** The grid draws TRUE where its facade tells 1. */
  private display(range: string): Promise<string[][]> {
    return this.page.evaluate((address) => {
      const { univerAPI } = globalThis as unknown as Partial<GridPage>;
      if (univerAPI === undefined) return [];
      const cells = univerAPI.getActiveWorkbook().getActiveSheet().getRange(address);
      const data = cells.getCellDataGrid();
      return cells.getDisplayValues().map((row, rowIndex) =>
        row.map((shown, columnIndex) => {
          const cell = data[rowIndex]?.[columnIndex];
          return cell?.t === 3 ? (cell.v ? 'TRUE' : 'FALSE') : shown;
        }),
      );
    }, range);
  }

  async waitUntil(range: string, isDone: (cells: string[]) => boolean): Promise<void> {
    const deadline = Date.now() + SETTLED_IN_MS;
    for (;;) {
      const cells = (await this.display(range).catch(nothingWhileLoading)).flat();
      if (isDone(cells)) return;
      if (Date.now() > deadline) throw new Error(`${range} did not settle: ${JSON.stringify(cells)}`);
      await this.page.waitForTimeout(50);
    }
  }
}

/** The browser itself notes each answer of 404, which is how Trace says that it does not track a company. */
function isNotTracked(message: ConsoleMessage): boolean {
  return /\/v1\/companies\//.test(message.location().url) && /\b404\b/.test(message.text());
}

/** The page loads itself again when another workbook takes the place of the one that is open. */
function nothingWhileLoading(error: unknown): string[][] {
  if (error instanceof Error && /context was destroyed|navigat/i.test(error.message)) return [];
  throw error;
}
