import { openLeads, selectCells, useContext } from './port-page';
import { serveWorkbook } from '../served-workbook';
import type { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
const context = useContext(served);
let workbook: WorkbookPage;

interface StyledRange {
  setFontWeight(weight: string): StyledRange;
  setBackground(color: string): StyledRange;
  setFontColor(color: string): StyledRange;
  setHorizontalAlignment(alignment: string): StyledRange;
  getCellStyleData(): Readonly<Record<string, unknown>> | null;
  getNumberFormat(): string;
}
interface LooksGlobals {
  readonly univerAPI: {
    getActiveWorkbook(): {
      getActiveSheet(): { getRange(address: string): StyledRange; getColumnWidth(column: number): number };
    };
  };
}

/** How the titles beside the input look, how wide their columns are, and how their first cells show numbers. */
function looks(): Promise<unknown> {
  return workbook.page.evaluate(() => {
    const sheet = (globalThis as unknown as LooksGlobals).univerAPI.getActiveWorkbook().getActiveSheet();
    const columns = ['B', 'C', 'D', 'E', 'F'];
    return columns.map((column, at) => {
      const { bl = null, bg = null, cl = null, ht = null } = sheet.getRange(`${column}1`).getCellStyleData() ?? {};
      const format = sheet.getRange(`${column}2`).getNumberFormat();
      return { bl, bg, cl, ht, width: sheet.getColumnWidth(at + 1), format };
    });
  });
}

it('new columns look like the one beside them, and undo leaves nothing of it', async () => {
  workbook = await openLeads(context(), served.origin, 12);
  await workbook.page.evaluate(() => {
    const sheet = (globalThis as unknown as LooksGlobals).univerAPI.getActiveWorkbook().getActiveSheet();
    const title = sheet.getRange('A1').setFontWeight('bold').setBackground('#1a73e8').setFontColor('#ffffff');
    title.setHorizontalAlignment('center');
  });
  const section = workbook.page.getByRole('region', { name: 'Enrich a column' });
  await selectCells(workbook, 'A1:A13');
  await section.getByRole('button', { name: /^(Read selection|Use the new selection)/ }).click();
  await section.getByText('A Domain · 12 rows').first().waitFor();
  const before = await looks();
  await section.getByRole('button', { name: 'Profile' }).click();
  await section.getByRole('button', { name: 'Enrich 12 rows' }).click();
  await section
    .getByText(/^Done: .*, 12 rows/)
    .first()
    .waitFor();
  const style = { bl: 1, bg: { rgb: '#1a73e8' }, cl: { rgb: '#ffffff' }, ht: 2 };
  expect(await looks()).toEqual([
    { ...style, width: expect.any(Number), format: expect.any(String) },
    { ...style, width: expect.any(Number), format: expect.any(String) },
    { ...style, width: expect.any(Number), format: '#,##0' },
    { ...style, width: expect.any(Number), format: expect.any(String) },
    { ...style, width: expect.any(Number), format: expect.any(String) },
  ]);
  await section.getByRole('button', { name: 'Undo enrichment' }).click();
  await section
    .getByText(/^Undone/)
    .first()
    .waitFor();
  expect(await looks()).toEqual(before);
});
