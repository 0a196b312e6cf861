import { findViolations } from '../axe';
import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

beforeAll(async () => {
  workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
});
afterEach(() => expect(workbook.errors).toEqual([]));
afterAll(() => workbook.close());

interface StyledPage {
  readonly univerAPI: {
    getActiveWorkbook(): {
      insertSheet(name: string): void;
      getActiveSheet(): {
        getSheet(): { getComposedCellStyle(row: number, column: number): Readonly<Record<string, unknown>> };
      };
    };
  };
}

/** Font, size, whether it is bold, and the color behind it. */
function looksOf(row: number, column: number): Promise<unknown> {
  return workbook.page.evaluate(
    ([of, at]) => {
      const { univerAPI } = globalThis as unknown as StyledPage;
      const { ff, fs, bl, bg } = univerAPI
        .getActiveWorkbook()
        .getActiveSheet()
        .getSheet()
        .getComposedCellStyle(of!, at!);
      return [ff, fs, bl ?? 0, (bg as { rgb: string } | undefined)?.rgb ?? ''];
    },
    [row, column],
  );
}

/** How many rows of cells fit between the letters of the columns and the bar of sheets. */
async function rowsSeen(width: number, height: number): Promise<number> {
  await workbook.page.setViewportSize({ width, height });
  // The grid follows the size of the window in its own time.
  await workbook.page.waitForTimeout(500);
  const heights = await workbook.page
    .locator('#grid canvas')
    .evaluateAll((all) => all.map((canvas) => canvas.getBoundingClientRect().height));
  return Math.floor((Math.max(...heights) - COLUMN_LETTERS_PX) / ROW_PX);
}

const COLUMN_LETTERS_PX = 20;
const ROW_PX = 21;

describe('the grid', () => {
  it.each([
    ['1440 × 900', 720, 450],
    ['1280 × 800', 640, 400],
  ])('shows twelve rows on a screen of %s at 200 %%', async (_screen, width, height) => {
    expect(await rowsSeen(width, height)).toBeGreaterThanOrEqual(12);
  });

  it('has a name for each of its buttons, also in the menu of what does not fit', async () => {
    await workbook.page.setViewportSize({ width: 1024, height: 700 });
    await workbook.page.locator('#grid').getByRole('button', { name: 'More' }).click();
    await workbook.page.getByRole('button', { name: 'Strikethrough' }).first().waitFor();
    const found = await findViolations(
      workbook.page,
      { include: ['#grid'] },
      { runOnly: ['button-name', 'label', 'aria-input-field-name', 'aria-toggle-field-name', 'link-name'] },
    );
    await workbook.page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });

  it('has one font for the sample, for what is typed, and for a sheet that is added', async () => {
    await workbook.type('I3', 'typed');
    expect(await looksOf(2, 0)).toEqual(['Arial', 10, 0, '']);
    expect(await looksOf(2, 8)).toEqual(['Arial', 10, 0, '']);
    expect(await looksOf(0, 0)).toEqual(['Arial', 10, 1, '#e8eaf6']);
    await workbook.page.evaluate(() => {
      (globalThis as unknown as StyledPage).univerAPI.getActiveWorkbook().insertSheet('Added');
    });
    expect(await looksOf(0, 0)).toEqual(['Arial', 10, 0, '']);
  });

  it('has the same for a CSV file, whose titles look like the sample’s', async () => {
    await workbook.openCsv('leads.csv', 'Website,Owner\nstripe.com,Ann\nslack.com,Bo');
    await workbook.page.getByRole('button', { name: 'Open', exact: true }).click();
    await workbook.notice('leads.csv: 2 rows');
    await workbook.ready();
    expect(await looksOf(0, 0)).toEqual(['Arial', 10, 1, '#e8eaf6']);
    expect(await looksOf(1, 0)).toEqual(['Arial', 10, 0, '']);
    expect(await looksOf(4, 4)).toEqual(['Arial', 10, 0, '']);
  });
});
