import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { SAMPLE_COMPANIES } from '../../../workbook/sheets/sample-sheet';
import { SETTLED_IN_MS } from '../browser';
import { GridKeys } from './grid-keys';
import type { GridPage } from './grid-page';
import { isKept, keepColumn } from './kept-workbook';

/** A low one: the grid is redrawn with each change. */
const VIEWPORT = { width: 1_024, height: 420 };
const LOOK_EVERY_MS = 100;
/** Each time the whole workbook is compared. */
const LOOK_WHETHER_SAVED_EVERY_MS = 250;
const SAMPLE_ANSWERS = 'B2:G51';
/** As the sample has them. */
const sampleFormulas = (company: string): string[] => [
  `=TRACE_COMPANY(${company},"name")`,
  `=TRACE_COMPANY(${company},"employee_count")`,
  `=TRACE_COMPANY(${company},"country")`,
  `=TRACE_TECH(${company},,"top=3")`,
  `=TRACE_HAS_TECH(${company},"Stripe")`,
  `=TRACE_PARTNERS(${company},,"top=3")`,
];
/** The last one while the grid does not know the functions yet. */
const NO_ANSWERS = ['', '#BUSY!', '#NAME?'];

/** A workbook in a browser, used as a user would: cells are chosen, and everything else is typed. */
export class WorkbookPage extends GridKeys {
  /** Every request, as `METHOD address`. */
  readonly requests: string[] = [];
  /** Errors of the page's scripts and on its console. */
  readonly errors: string[] = [];

  private constructor(
    page: Page,
    private readonly origin: string,
  ) {
    super(page);
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
    await page.setViewportSize(VIEWPORT);
    const workbook = new WorkbookPage(page, origin);
    await prepare?.(page);
    await page.goto(`${origin}/`);
    await workbook.ready();
    return workbook;
  }

  /** Opens it and waits for the sample's answers, which are then no longer among {@link apiRequests}. */
  static async openAnswered(browser: Browser | BrowserContext, origin: string): Promise<WorkbookPage> {
    const workbook = await WorkbookPage.open(browser, origin);
    await workbook.waitUntil(SAMPLE_ANSWERS, (cells) => !cells.some((cell) => NO_ANSWERS.includes(cell)));
    workbook.forgetRequests();
    return workbook;
  }

  /**
   * With the first four companies of the sample and their formulas, answered, for tests that do not need all of it.
   */
  static async openFour(browser: Browser | BrowserContext, origin: string): Promise<WorkbookPage> {
    const companies = SAMPLE_COMPANIES.slice(0, 4);
    const workbook = await WorkbookPage.open(browser, origin, async (page) => {
      await page.goto(`${origin}/favicon.svg`);
      await page.evaluate(keepColumn, ['Company', ...companies]);
    });
    const formulas = companies.map((_company, at) => sampleFormulas(`A${at + 2}`));
    await workbook.fill('B2:G5', 'formulas', formulas);
    await workbook.waitUntil('B2:G5', (cells) => !cells.some((cell) => NO_ANSWERS.includes(cell)));
    workbook.forgetRequests();
    return workbook;
  }

  /** The same user comes back: the page is loaded again. */
  async reload(): Promise<void> {
    this.forgetRequests();
    await this.page.reload();
    await this.ready();
  }

  /** The same user returns from another page. */
  async comeBack(): Promise<void> {
    this.forgetRequests();
    await this.page.goto(`${this.origin}/`);
    await this.ready();
  }

  /** The page has loaded, again perhaps. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => 'univerAPI' in globalThis);
  }

  /**
   * Waits until the browser has stored what users and enrichments have written; what formulas show is calculated
   * again.
   */
  async saved(): Promise<void> {
    const deadline = Date.now() + SETTLED_IN_MS;
    while (!(await this.page.evaluate(isKept))) {
      if (Date.now() > deadline) throw new Error('the workbook is not saved');
      await this.page.waitForTimeout(LOOK_WHETHER_SAVED_EVERY_MS);
    }
  }

  forgetRequests(): void {
    this.requests.length = 0;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async type(cell: string, text: string): Promise<void> {
    await this.select(cell);
    await this.typeAtOnce(text);
    await this.enter('Enter');
  }

  /** Empties a cell, or all cells of a range. */
  async clear(range: string): Promise<void> {
    await this.select(range);
    await this.page.keyboard.press('Delete');
  }

  /** {@link clear}, and waits until nothing is left there: the start of another test on the same page. */
  async blank(range: string): Promise<void> {
    await this.clear(range);
    await this.waitUntil(range, (cells) => cells.every((cell) => cell === ''));
  }

  /** What a range shows, once none of its cells is waiting. Blank cells are `''`. */
  async shown(range: string): Promise<string[][]> {
    return this.waitUntil(range, (cells) => cells.length > 0 && !cells.includes('#BUSY!'));
  }

  /** What the first cell of a range shows, once it shows an answer. */
  async answer(range: string): Promise<string> {
    const rows = await this.waitUntil(range, ([first]) => first !== undefined && !NO_ANSWERS.includes(first));
    return rows[0]![0]!;
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

  /** The line below the grid, once it says what is expected; `''`: it says nothing. */
  async problems(part: string): Promise<string> {
    const summary = this.page.locator('#problem-summary', part === '' ? { hasNotText: /./ } : { hasText: part });
    await summary.waitFor({ state: part === '' ? 'attached' : 'visible' });
    return summary.innerText();
  }

  /** The sentence of the cell that is chosen, once it says what is expected; `''`: it says nothing. */
  async sentence(part: string): Promise<string> {
    const sentence = this.page.locator('#cell-sentence', part === '' ? { hasNotText: /./ } : { hasText: part });
    await sentence.waitFor();
    return part === '' ? '' : sentence.locator('span').innerText();
  }

  /** Requests to the Trace API so far. */
  apiRequests(): string[] {
    return this.requests.filter((request) => request.includes(`${this.origin}/v1/`));
  }

  /** The grid draws TRUE where its facade tells 1. As one text, since the browser's driver looks at each value of a table. */
  private async display(range: string): Promise<string[][]> {
    const text = await this.page.evaluate((address) => {
      const { univerAPI } = globalThis as unknown as Partial<GridPage>;
      if (univerAPI === undefined) return '[]';
      const cells = univerAPI.getActiveWorkbook().getActiveSheet().getRange(address);
      const data = cells.getCellDataGrid();
      const rows = cells.getDisplayValues().map((row, rowIndex) =>
        row.map((shown, columnIndex) => {
          const cell = data[rowIndex]?.[columnIndex];
          return cell?.t === 3 ? (cell.v ? 'TRUE' : 'FALSE') : shown;
        }),
      );
      return JSON.stringify(rows);
    }, range);
    return JSON.parse(text) as string[][];
  }

  /** Answers the rows that were found to be as wanted: in the next moment the grid may calculate them again. */
  async waitUntil(range: string, isDone: (cells: string[]) => boolean): Promise<string[][]> {
    const deadline = Date.now() + SETTLED_IN_MS;
    for (;;) {
      const rows = await this.display(range).catch(nothingWhileLoading);
      const cells = rows.flat();
      if (isDone(cells)) return rows;
      if (Date.now() > deadline) throw new Error(`${range} did not settle: ${JSON.stringify(cells)}`);
      await this.page.waitForTimeout(LOOK_EVERY_MS);
    }
  }
}

/** The browser itself notes each answer of 404, which is how Trace says that it does not track a company. */
function isNotTracked(message: ConsoleMessage): boolean {
  return /\/v1\/companies\//.test(message.location().url) && /\b404\b/.test(message.text());
}

/** The page loads itself again when another workbook takes the place of the one that is open. */
function nothingWhileLoading(error: unknown): string[][] {
  // An error of the driver is not an instance of this realm's `Error`.
  if (/context was destroyed|navigat/i.test(String(error))) return [];
  throw error;
}
