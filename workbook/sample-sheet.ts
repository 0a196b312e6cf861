import type { IWorkbookData } from '@univerjs/core';

const HEADER_STYLE = { bl: 1 as const };
const COMPANIES = [
  'stripe.com',
  'shopify.com',
  'hubspot.com',
  'slack.com',
  'zendesk.com',
  'airtable.com',
  'unknown.example',
  'not a domain',
];
/** What a person might type, beside the companies. */
const HINTS = ['Technologies', 'Partners', 'Name', 'Employees', 'Uses Stripe?'];
const ROWS = 1000;
const COLUMNS = 20;
const WIDTHS_PX = [150, 230, 200, 140, 110, 120];

/** The sheet to begin with: a column of companies, one that Trace does not track and one that is no company at all. */
export function makeSampleWorkbook(): Partial<IWorkbookData> {
  const headers = ['Company', ...HINTS].map((v) => ({ v, s: HEADER_STYLE }));
  const rows = [headers, ...COMPANIES.map((v) => [{ v }])];
  const toRecord = <T>(list: readonly T[]): Record<number, T> => Object.fromEntries(list.entries());
  return {
    id: 'trace-workbook',
    name: 'Trace workbook',
    sheetOrder: ['sheet-1'],
    sheets: {
      'sheet-1': {
        id: 'sheet-1',
        name: 'Sheet1',
        rowCount: ROWS,
        columnCount: COLUMNS,
        columnData: toRecord(WIDTHS_PX.map((w) => ({ w }))),
        cellData: toRecord(rows.map(toRecord)),
        freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
      },
    },
  };
}
