import type { Page } from 'playwright-core';
import { findViolations, OF_COLORS } from '../axe';
import { serveWorkbook } from '../served-workbook';
import { colorsOfBar } from './bar-colors';
import { CELL_INPUT } from './grid-keys';
import { holdAnswer } from './held-answer';
import { placeCellInput } from './place-cell-input';
import { openLeads } from './port-page';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();

/** Shared by the first tests, one after the other. */
let workbook: WorkbookPage;
let atStart: readonly string[];

beforeAll(async () => {
  workbook = await WorkbookPage.open(served.browser, served.origin);
  await workbook.waitUntil('B2:G51', (cells) => cells.every((cell) => cell !== '' && cell !== '#BUSY!'));
  atStart = workbook.apiRequests();
});
afterAll(() => workbook.close());

describe('a grid in use', () => {
  beforeEach(() => workbook.forgetRequests());
  afterEach(() => expect(workbook.errors).toEqual([]));

  it('answers the sample from a request for all, one for a name and one for the partners of each company', async () => {
    expect((await workbook.shown('A2:D2'))[0]).toEqual(['stripe.com', 'Stripe', expect.any(String), 'United States']);
    const shown = (await workbook.shown('B2:G51')).flat();
    expect(shown.filter((cell) => cell.startsWith('#') || cell === 'not tracked')).toEqual([]);
    expect(await workbook.page.locator('#problem-summary').innerText()).toBe('');
    const [batch, lists] = [/^POST .*\/v1\/companies\/batch$/, /^GET .*\/partnerships\?.*&page=1&limit=3$/];
    const name = /^GET .*\/v1\/technologies\?q=Stripe&/;
    const [batches, names] = [batch, name].map((asked) => atStart.filter((request) => asked.test(request)).length);
    expect({ batches, names, all: atStart.length }).toEqual({ batches: 1, names: 1, all: 52 });
    expect(new Set(atStart.filter((request) => lists.test(request))).size).toBe(50);
  });

  it('shows #BUSY! and then the value', async () => {
    const answer = await holdAnswer(workbook.page);
    await workbook.type('A55', 'github.com');
    await workbook.type('B55', '=TRACE_COMPANY(A55,"name")');
    await workbook.waitUntil('B55', ([shown]) => shown === '#BUSY!');
    answer();
    expect(await workbook.answer('B55')).toBe('GitHub');
  });

  it('sorts rows with their answers, for no request, and back again', async () => {
    const before = await workbook.shown('A2:G13');
    await workbook.sort('A2:G13', 0, false);
    await workbook.waitUntil('A2', ([first]) => first === 'zendesk.com');
    const byCompany = (rows: string[][]): Record<string, string[]> =>
      Object.fromEntries(rows.map(([company = '', ...answers]) => [company, answers]));
    await workbook.waitUntil('B2', ([name]) => name === 'Zendesk');
    expect(byCompany(await workbook.shown('A2:G13'))).toEqual(byCompany(before));
    await workbook.select('A2');
    await workbook.page.keyboard.press('Control+z');
    await workbook.waitUntil('A2:B2', ([company, name]) => company === 'stripe.com' && name === 'Stripe');
    expect(await workbook.shown('A2:G13')).toEqual(before);
    expect(workbook.apiRequests()).toEqual([]);
  });

  it('filters, for no request', async () => {
    // Rows that an undo has moved back are calculated again a moment later; each look must leave them the time for it.
    await workbook.page.waitForFunction(
      () => {
        const { univerAPI } = globalThis as unknown as FilterPage;
        const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
        const filter = sheet.getRange('A1:G13').createFilter();
        filter.setColumnFilterCriteria(3, { colId: 3, filters: { filters: ['Canada'] } });
        const hidden = filter.getFilteredOutRows();
        filter.remove();
        return hidden.length === 11;
      },
      undefined,
      { polling: 1_000 },
    );
    expect(workbook.apiRequests()).toEqual([]);
  });

  it('takes a column of domains that is pasted', async () => {
    await workbook.select('A56');
    await workbook.paste('vercel.com\ncloudflare.com\nzoom.us');
    await workbook.waitUntil('A56:A58', (cells) => cells.every((cell) => cell !== ''));
    await workbook.type('B56', '=TRACE_COMPANY(A56:A58,"name")');
    await workbook.answer('B56');
    expect((await workbook.shown('A56:B58')).map(([company]) => company)).toEqual([
      'vercel.com',
      'cloudflare.com',
      'zoom.us',
    ]);
    expect(await workbook.answer('B56')).toBe('Vercel');
    expect(workbook.apiRequests()).toHaveLength(1);
  });

  it('pastes a text as it is, with its blank cells, in the look of the sheet', async () => {
    await workbook.select('I60');
    await workbook.paste('\tContact\r\nstripe.com\tJane <jane@stripe.com>\r\n\r\nslack.com\tA&amp;B & <b>C</b>\r\n');
    await workbook.waitUntil('I60:J63', (cells) => cells[6] !== '');
    expect(await workbook.shown('I60:J64')).toEqual([
      ['', 'Contact'],
      ['stripe.com', 'Jane <jane@stripe.com>'],
      ['', ''],
      ['slack.com', 'A&amp;B & <b>C</b>'],
      ['', ''],
    ]);
    const fontSize = await workbook.page.evaluate(() => {
      const { univerAPI } = globalThis as unknown as PastePage;
      return univerAPI.getActiveWorkbook().getActiveSheet().getRange('J61').getFontSize();
    });
    expect(fontSize).toBe(10);
  });

  it.each(['the keyboard', 'the menu'])('pastes a list of a web page into a row each, by %s', async (how) => {
    const column = how === 'the menu' ? 'M' : 'L';
    await workbook.select(`${column}60`);
    const html = '<ul><li>figma.com</li><li><a href="https://notion.so">notion.so</a></li></ul>';
    await workbook.copied({ 'text/html': html, 'text/plain': 'figma.com\nnotion.so' });
    if (how === 'the menu') {
      await workbook.page.evaluate(() => {
        const { univerAPI } = globalThis as unknown as PastePage;
        return univerAPI.executeCommand('univer.command.paste', { value: 'default-paste' });
      });
    } else await workbook.page.keyboard.press('Control+v');
    await workbook.waitUntil(`${column}60`, ([first]) => first !== '');
    expect(await workbook.shown(`${column}60:${column}62`)).toEqual([['figma.com'], ['notion.so'], ['']]);
  });

  it('201 rows filled down from the first are a request for that one, and one for each hundred', async () => {
    const rows = Array.from({ length: 201 }, (_, index) => index + 60);
    await workbook.fill(
      'A60:A260',
      'values',
      rows.map((row) => [`company-${row}.example`]),
    );
    await workbook.type('B60', '=TRACE_COMPANY(A60,"slug")');
    await workbook.answer('B60');
    await workbook.page.evaluate(async () => {
      const { univerAPI } = globalThis as unknown as FilterPage;
      const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
      await sheet.getRange('B60').autoFill(sheet.getRange('B60:B260'));
    });
    await workbook.waitUntil('B60:B260', (cells) => cells.every((cell) => cell !== '' && cell !== '#BUSY!'));
    expect(await workbook.shown('B260')).toEqual([['company-260']]);
    expect(workbook.apiRequests().length).toBeLessThanOrEqual(3);
  });
});

/** What only these tests use of the grid's scripting facade. */
interface PastePage {
  readonly univerAPI: {
    executeCommand(id: string, params: object): Promise<boolean>;
    getActiveWorkbook(): { getActiveSheet(): { getRange(address: string): { getFontSize(): number } } };
  };
}

interface FilterPage {
  readonly univerAPI: {
    getActiveWorkbook(): {
      getActiveSheet(): {
        getRange(address: string): {
          createFilter(): {
            setColumnFilterCriteria(column: number, criteria: object): void;
            getFilteredOutRows(): number[];
            remove(): void;
          };
          autoFill(target: unknown): Promise<boolean>;
        };
      };
    };
  };
}

/** The grid puts its inputs into the page in any order. */
describe('by keyboard', () => {
  it.each([
    ['before', true, 'I2', 'I2:J2'],
    ['after', false, 'I5', 'I5:J5'],
  ])(
    'F6 leads from the grid and back, the input of its cells %s that of its formula bar; F2 and Tab stay with the grid',
    async (_where, isFirst, cell, both) => {
      await placeCellInput(workbook.page, isFirst);
      await workbook.select(cell);
      const focused = (): Promise<string> => workbook.page.evaluate('document.activeElement.id');
      const visited: string[] = [];
      for (let step = 0; step < 4; step += 1) {
        await workbook.page.keyboard.press('F6');
        visited.push(await focused());
      }
      expect(visited.slice(0, 3)).toEqual(['cell-sentence', 'open-csv', 'trace-panel']);
      expect(visited[3]).toBe(CELL_INPUT);
      await workbook.typeText('back');
      await workbook.enter('Enter');
      await workbook.waitUntil(cell, ([back]) => back === 'back');
      await workbook.page.keyboard.press('ArrowUp');
      await workbook.typeText('one');
      await workbook.enter('Tab');
      await workbook.typeText('two');
      await workbook.enter('Enter');
      await workbook.waitUntil(both, ([one, two]) => one === 'one' && two === 'two');
      await workbook.select(cell);
      await workbook.page.keyboard.press('F2');
      await workbook.typeText('!');
      await workbook.enter('Enter');
      await workbook.waitUntil(cell, ([one]) => one === 'one!');
    },
  );
});

/** In a row of its own. */
async function failsWith(fault: string, word: string, row: number, on = workbook): Promise<void> {
  await served.control('faults', { fault, times: null });
  await on.fill(`A${row}`, 'values', [[`company-${row}.example`]]);
  await on.fill(`B${row}:C${row}`, 'formulas', [[`=TRACE_COMPANY(A${row},"name")`, `=TRACE_PARTNERS(A${row})`]]);
  await on.waitUntil(`B${row}:C${row}`, (cells) => cells.every((cell) => cell === '#N/A'));
  await on.select(`B${row}`);
  await on.sentence(word);
  await served.control('reset', {});
}

describe('a service that fails', () => {
  afterEach(() => served.control('reset', {}));

  it('has its sentence in each cell, the page counts them and walks through them, and nothing stays #BUSY!', async () => {
    await failsWith('server-error', 'Trace has a problem', 970);
    await workbook.problems('2 problems');
    await failsWith('credits-out', 'Not enough Trace credits', 971);
    await workbook.problems('4 problems');
    await workbook.select('A1');
    const next = workbook.page.getByRole('button', { name: 'Show next' });
    await next.click();
    await workbook.sentence('Trace has a problem');
    await next.click();
    await next.click();
    await workbook.sentence('Not enough Trace credits');
    expect(workbook.errors.filter((error) => !error.includes('the server responded with a status of'))).toEqual([]);
  });
});

describe('a small workbook', () => {
  let small: WorkbookPage;
  beforeAll(async () => {
    const context = await served.browser.newContext({ colorScheme: 'light' });
    small = await openLeads(context, served.origin, 3);
  });
  afterAll(() => small.close());

  it.each([
    ['light', {}],
    ['dark', OF_COLORS],
  ] as const)(
    '%s: axe finds nothing around the grid, wide and narrow, and the formula bar has one color, also below its text',
    async (colorScheme, rules) => {
      const { page } = small;
      await page.setViewportSize({ width: 1280, height: 800 });
      if (colorScheme === 'light') {
        await small.fill('B2', 'values', [['not a domain']]);
        await small.fill('C2', 'formulas', [['=TRACE_COMPANY(B2,"name")']]);
        await small.problems('1 problem');
        await small.saved();
      } else {
        await page.emulateMedia({ colorScheme });
        await small.reload();
      }
      await small.problems('1 problem');
      await small.select('C2');
      await small.sentence('not a domain');
      const [text, name] = await colorsOfBar(page);
      expect(text).toBe(name);
      const wide = await findAround(page, rules);
      await page.setViewportSize({ width: 400, height: 800 });
      expect({ wide, narrow: await findAround(page, rules), errors: small.errors }).toEqual({
        wide: [],
        narrow: [],
        errors: [],
      });
    },
  );

  it('a key that no longer works is told in its cells, until they are deleted', async () => {
    await small.blank('B2:C2');
    await small.problems('');
    await failsWith('key-revoked', 'key', 55, small);
    await small.problems('2 problems');
    await small.select('B55:C55');
    await small.page.keyboard.press('Delete');
    await small.problems('');
  });
});

/** The grid's own controls are its makers'; the line that we put among them is ours, and nested in it counts again. */
function findAround(page: Page, rules: object): Promise<string[]> {
  return findViolations(page, { include: ['html', '#cell-sentence'], exclude: ['#grid'] }, rules);
}
