import { makeExcelApi } from '../../../workbook/office/excel-api';
import type { RangeArea } from '../../../workbook/grid/grid-workbook';
import { FakeSheet } from './sheet';
import { FakeWorkbook } from './workbook';

/** A cell: what is entered and what is shown. */
export type BookCell = readonly [entered: string, shown: string | number];

/** The stand-in of Excel's API over one sheet, for a page in a browser. Nothing calculates its formulas. */
function openBook(cells: readonly (readonly BookCell[])[], selected: RangeArea | null) {
  const sheet = new FakeSheet(
    cells.map((row) =>
      row.map(([entered, shown]) => (entered.startsWith('=') ? { shown, formula: entered } : { shown })),
    ),
  );
  sheet.name = 'Sheet1';
  const book = new FakeWorkbook(sheet);
  book.selection = selected === null ? null : { sheetId: sheet.id, areas: [selected] };
  return { Excel: makeExcelApi(book), book };
}

// Tests put this file into a page as a script.
Object.assign(globalThis, { openBook });
