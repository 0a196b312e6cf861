import type { WorkbookPage } from './workbook-page';

interface StyledRange {
  setFontWeight(weight: string): StyledRange;
  setBackground(color: string): StyledRange;
  setFontColor(color: string): StyledRange;
  setHorizontalAlignment(alignment: string): StyledRange;
  getCellStyleData(): Readonly<Record<string, unknown>> | null;
  getNumberFormat(): string;
}
interface WidthChange {
  readonly id: string;
  readonly params: { readonly ranges: readonly { readonly startRow: number; readonly endRow: number }[] };
}
interface LooksGlobals {
  measuredRows: number;
  readonly univerAPI: {
    addEvent(event: 'CommandExecuted', listen: (change: WidthChange) => void): void;
    getActiveWorkbook(): {
      getActiveSheet(): {
        getRange(address: string): StyledRange;
        getColumnWidth(column: number): number;
        getSheet(): { getComposedCellStyle(row: number, column: number): Readonly<Record<string, unknown>> };
      };
    };
  };
}

/** As the grid tells it: bold, white on blue, centered. */
export const TITLE_STYLE = { bl: 1, bg: { rgb: '#1a73e8' }, cl: { rgb: '#ffffff' }, ht: 2 };

/** Gives the title of column A {@link TITLE_STYLE}. */
export async function styleTitle(workbook: WorkbookPage): Promise<void> {
  await workbook.page.evaluate(() => {
    const sheet = (globalThis as unknown as LooksGlobals).univerAPI.getActiveWorkbook().getActiveSheet();
    const title = sheet.getRange('A1').setFontWeight('bold').setBackground('#1a73e8').setFontColor('#ffffff');
    title.setHorizontalAlignment('center');
  });
}

/** How the titles beside the input look, how wide their columns are, and how their first cells show numbers. */
export function looksBesideInput(workbook: WorkbookPage): Promise<unknown> {
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

/** Counts from now on the rows that the grid measures because a column gets another width. */
export async function countMeasuredRows(workbook: WorkbookPage): Promise<() => Promise<number>> {
  await workbook.page.evaluate(() => {
    const page = globalThis as unknown as LooksGlobals;
    page.measuredRows = 0;
    page.univerAPI.addEvent('CommandExecuted', ({ id, params }) => {
      if (id !== 'sheet.mutation.set-worksheet-col-width') return;
      for (const { startRow, endRow } of params.ranges) page.measuredRows += endRow - startRow + 1;
    });
  });
  return () => workbook.page.evaluate(() => (globalThis as unknown as LooksGlobals).measuredRows);
}

/** Font, size, whether it is bold, and the color behind it. */
export function looksOf(workbook: WorkbookPage, row: number, column: number): Promise<unknown> {
  return workbook.page.evaluate(
    ([of, at]) => {
      const { univerAPI } = globalThis as unknown as LooksGlobals;
      const sheet = univerAPI.getActiveWorkbook().getActiveSheet().getSheet();
      const { ff, fs, bl, bg } = sheet.getComposedCellStyle(of!, at!);
      return [ff, fs, bl ?? 0, (bg as { rgb: string } | undefined)?.rgb ?? ''];
    },
    [row, column],
  );
}
