import type { Browser, Page } from 'playwright-core';

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
          getCellDataGrid(): (CellData | null)[][];
          getDisplayValues(): string[][];
          getValues(): (string | number | null)[][];
          setFormulas(formulas: string[][]): void;
          setValues(values: string[][]): void;
        };
      };
    };
  };
}

const SETTLED_IN_MS = 20_000;

/** A workbook in a browser, used as a person would: cells are chosen, and all else is typed. */
export class WorkbookPage {
  /** Every request, as `METHOD address`. */
  readonly requests: string[] = [];
  /** Errors of the page's scripts and on its console. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('request', (request) => this.requests.push(`${request.method()} ${request.url()}`));
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** @param prepare called before the page is loaded */
  static async open(browser: Browser, origin: string, prepare?: (page: Page) => Promise<void>): Promise<WorkbookPage> {
    const page = await (await browser.newContext()).newPage();
    const workbook = new WorkbookPage(page, origin);
    await prepare?.(page);
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => 'univerAPI' in globalThis);
    return workbook;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async type(cell: string, text: string): Promise<void> {
    await this.select(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async clear(cell: string): Promise<void> {
    await this.select(cell);
    await this.page.keyboard.press('Delete');
  }

  async select(cell: string): Promise<void> {
    await this.page.evaluate((address) => {
      const { univerAPI } = globalThis as unknown as GridPage;
      univerAPI.getActiveWorkbook().getActiveSheet().getRange(address).activate();
    }, cell);
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
      const { univerAPI } = globalThis as unknown as GridPage;
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
      const cells = (await this.display(range)).flat();
      if (isDone(cells)) return;
      if (Date.now() > deadline) throw new Error(`${range} did not settle: ${JSON.stringify(cells)}`);
      await this.page.waitForTimeout(50);
    }
  }
}
