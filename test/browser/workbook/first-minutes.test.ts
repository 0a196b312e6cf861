import { CAUGHT, MISTAKES } from '../../../workbook/sheets/mistakes-sheet';
import { EXAMPLES, exampleRows } from '../../../workbook/sheets/try-these-sheet';
import { serveWorkbook } from '../served-workbook';
import { looksOf } from './column-looks';
import { holdAnswer } from './held-answer';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

beforeAll(async () => {
  workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
  await workbook.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterEach(() => expect(workbook.errors).toEqual([]));
afterAll(() => workbook.close());

async function openSheet(name: string): Promise<void> {
  await workbook.page.evaluate((sheetName) => {
    const { univerAPI } = globalThis as unknown as SheetsPage;
    const open = univerAPI.getActiveWorkbook();
    open.setActiveSheet(open.getSheetByName(sheetName));
  }, name);
}

/** Copies a formula that is text in a cell. */
async function copyCell(from: string, to: string, formula: string): Promise<void> {
  await workbook.select(from);
  await workbook.page.keyboard.press('Control+c');
  // The grid writes to the clipboard in its own time.
  await workbook.page.waitForFunction(
    async (copied) => (await (globalThis as unknown as FocusPage).navigator.clipboard.readText()).includes(copied),
    formula,
    { polling: 50 },
  );
  await workbook.select(to);
  await workbook.page.keyboard.press('Control+v');
}

/** The place of each example beside it, and how far its answer may reach. */
const PLACES = EXAMPLES.map(({ formula }, index) => ({ formula, row: (exampleRows()[index] ?? 0) + 1 }));

/** The editor offers functions while one is typed. `workbook.test.ts` types the others. */
const TYPED = PLACES.filter(({ formula }) => /^=TRACE_(TECH_COMPANIES|COST)\(/.test(formula));

describe('a newcomer', () => {
  it('copies an example beside it, and sees answers, as beside all others', async () => {
    await openSheet('Try these');
    const [copied, ...others] = PLACES;
    await copyCell(`C${copied!.row}`, `D${copied!.row}`, copied!.formula);
    for (const { formula, row } of others) await workbook.fill(`D${row}`, 'formulas', [[formula]]);
    for (const { formula, row } of PLACES) {
      const answer = await workbook.answer(`D${row}`);
      expect({ formula, answer }).toEqual({ formula, answer: expect.not.stringMatching(/^[#=]/) });
    }
  });

  it.each(TYPED)('types $formula on the first sheet, and sees answers', async ({ formula, row }) => {
    await openSheet('Companies');
    const cell = `I${60 + row}`;
    await workbook.type(cell, formula);
    const answer = await workbook.answer(cell);
    expect({ formula, answer }).toEqual({ formula, answer: expect.not.stringMatching(/^[#=]/) });
  });

  it('makes a mistake, and reads in the line above the grid what to do, with the page about it', async () => {
    await openSheet('Mistakes');
    await copyCell('A2', 'B2', MISTAKES[0] ?? '');
    await workbook.waitUntil('B2', ([shown]) => shown === '#VALUE!');
    await workbook.select('B2');
    const [[expected = ''] = []] = await workbook.shown('C2');
    const line = workbook.page.locator('#cell-sentence');
    expect(expected).toContain('it contains spaces');
    expect(await workbook.sentence('spaces')).toContain(expected);
    expect(await line.getByRole('link').getAttribute('href')).toBe('docs/problems/inputHasSpaces.html');
    await line.getByRole('button', { name: 'Find domain (up to 3 credits)' }).waitFor();
  });

  it('has only their own mistakes counted, not those that the sample shows on purpose', async () => {
    await openSheet('Companies');
    await workbook.fill('P2', 'formulas', [['=TRACE_TECH("Stripe Inc")']]);
    await workbook.problems('1 problem');
    await workbook.blank('P2');
    await workbook.problems('');
  });

  it('shows a text of their own in place of a problem', async () => {
    await openSheet('Mistakes');
    const row = MISTAKES.length + 2;
    await copyCell(`A${row}`, `B${row}`, CAUGHT);
    expect({ formula: CAUGHT, answer: await workbook.answer(`B${row}`) }).toEqual({ formula: CAUGHT, answer: '?' });
  });
});

describe('the line above the grid', () => {
  it('explains #SPILL!, and leads to the cell in the way', async () => {
    await openSheet('Companies');
    await workbook.type('K53', 'mine');
    await workbook.type('K50', '=TRACE_TECH(A2:A6)');
    await workbook.waitUntil('K50', ([shown]) => shown === '#SPILL!');
    await workbook.select('K50');
    expect(await workbook.sentence('5 rows')).toContain(
      'The answer needs 5 rows and 1 column, and K53 is not blank. Clear it, or move the formula.',
    );
    await workbook.page.getByRole('button', { name: 'Go to K53' }).click();
    await workbook.sentence('');
  });

  it('explains #BUSY!, and a bar below says how far it is', async () => {
    await openSheet('Companies');
    const answer = await holdAnswer(workbook.page);
    await workbook.type('M50', '=TRACE_COMPANY("github.com","name")');
    await workbook.waitUntil('M50', ([shown]) => shown === '#BUSY!');
    await workbook.select('M50');
    expect(await workbook.sentence('Fetching')).toContain('Fetching from Trace: 0 of 1');
    await workbook.page.locator('#fetching-text', { hasText: 'Fetching 0 of 1' }).waitFor();
    answer();
    expect(await workbook.answer('M50')).toBe('GitHub');
    await workbook.page.locator('#fetching').waitFor({ state: 'hidden' });
    await workbook.sentence('github.com · fetched today');
  });
});

it('Tab never moves to an invisible place', async () => {
  const { page } = workbook;
  await page.locator('#open-csv').focus();
  const places: Place[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    places.push(await page.evaluate(whereFocusIs));
    await page.keyboard.press('Tab');
  }
  // Backwards from the first button comes what Tab would visit last, or before all else.
  await page.locator('#open-csv').focus();
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    places.push(await page.evaluate(whereFocusIs));
  }
  // In the grid, Tab moves the active cell, which is seen.
  const unseen = places.filter(({ isSeen, isGrid }) => !isSeen && !isGrid);
  expect(unseen).toEqual([]);
  expect(places.some(({ isGrid }) => isGrid)).toBe(true);
});

it('the sample, what is typed and a sheet that is added have one font', async () => {
  await openSheet('Companies');
  await workbook.type('R3', 'typed');
  expect(await looksOf(workbook, 2, 0)).toEqual(['Arial', 10, 0, '']);
  expect(await looksOf(workbook, 2, 17)).toEqual(['Arial', 10, 0, '']);
  expect(await looksOf(workbook, 0, 0)).toEqual(['Arial', 10, 1, '#e8eaf6']);
  await workbook.page.evaluate(() => {
    (globalThis as unknown as SheetsPage).univerAPI.getActiveWorkbook().insertSheet('Added');
  });
  expect(await looksOf(workbook, 0, 0)).toEqual(['Arial', 10, 0, '']);
});

interface Place {
  readonly name: string;
  readonly isSeen: boolean;
  readonly isGrid: boolean;
}

/** In the page: where the keyboard is, and whether that can be seen in it. */
function whereFocusIs(): Place {
  const { document, innerHeight, innerWidth } = globalThis as unknown as FocusPage;
  const focused = document.activeElement;
  if (focused === null || focused.tagName === 'BODY') return { name: 'nowhere', isSeen: true, isGrid: false };
  const { x, y, width, height } = focused.getBoundingClientRect();
  const isSeen = width > 0 && height > 0 && x + width > 0 && y + height > 0 && x < innerWidth && y < innerHeight;
  const name = `${focused.tagName} ${focused.id} ${focused.textContent?.slice(0, 20) ?? ''} at ${x}, ${y}`;
  return { name, isSeen, isGrid: focused.id === '__editor___INTERNAL_EDITOR__DOCS_NORMAL' };
}

interface FocusPage {
  readonly document: {
    readonly activeElement: {
      readonly tagName: string;
      readonly id: string;
      readonly textContent: string | null;
      getBoundingClientRect(): { x: number; y: number; width: number; height: number };
    } | null;
  };
  readonly innerHeight: number;
  readonly innerWidth: number;
  readonly navigator: { readonly clipboard: { readText(): Promise<string> } };
}

interface SheetsPage {
  readonly univerAPI: {
    getActiveWorkbook(): {
      getSheetByName(name: string): object;
      setActiveSheet(sheet: object): void;
      insertSheet(name: string): void;
    };
  };
}
