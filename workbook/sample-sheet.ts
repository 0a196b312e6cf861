import {
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
} from '@univerjs/core';
import { TRY_THESE_SHEET } from './try-these-sheet';
import { listToRecord } from './sheet-data';

/** The sheet that is open at first, and where CSV files are opened. */
export const MAIN_SHEET_ID = 'sheet-1';

const COMPANIES = [
  'stripe.com',
  'shopify.com',
  'hubspot.com',
  'slack.com',
  'zendesk.com',
  'airtable.com',
  'notion.so',
  'figma.com',
  'datadoghq.com',
  'atlassian.com',
  // Not tracked by Trace, and no domain at all, so that both can be seen.
  'unknown.example',
  'not a domain',
];

interface Column {
  readonly title: string;
  readonly widthPx: number;
  /** The cells beside the company of a row. */
  readonly formula?: (company: string) => string;
  readonly style?: IStyleData;
}

const COLUMNS: readonly Column[] = [
  { title: 'Company', widthPx: 124 },
  { title: 'Name', widthPx: 84, formula: (company) => `=TRACE_COMPANY(${company},"name")` },
  {
    title: 'Employees',
    widthPx: 84,
    formula: (company) => `=TRACE_COMPANY(${company},"employee_count")`,
    style: { n: { pattern: '#,##0' }, ht: HorizontalAlign.RIGHT },
  },
  { title: 'Country', widthPx: 104, formula: (company) => `=TRACE_COMPANY(${company},"country")` },
  { title: 'Technologies', widthPx: 226, formula: (company) => `=TRACE_TECH(${company},,"top=3")` },
  {
    title: 'Uses Stripe?',
    widthPx: 92,
    formula: (company) => `=TRACE_HAS_TECH(${company},"Stripe")`,
    style: { ht: HorizontalAlign.CENTER },
  },
  { title: 'Partners', widthPx: 196, formula: (company) => `=TRACE_PARTNERS(${company},,"top=3")` },
];
const FREE_AREA = { title: 'Type your own formulas from here on', widthPx: 250 };
const FREE_STYLE: IStyleData = { it: 1, cl: { rgb: '#57606a' }, bg: { rgb: '#f6f8fa' } };
const HEADER_STYLE: IStyleData = { bl: 1, bg: { rgb: '#e8eaf6' }, cl: { rgb: '#1f2a5c' } };
const TEXT_STYLE: IStyleData = { fs: 10, vt: VerticalAlign.MIDDLE, pd: { l: 6, r: 6 } };
const ROWS = 1_000;
const COLUMN_COUNT = 20;

/**
 * The first workbook. Each formula fills one cell, since the grid cannot sort a table through which another formula
 * spills.
 */
export function makeSampleWorkbook(): Partial<IWorkbookData> {
  return {
    id: 'trace-workbook',
    name: 'Trace workbook',
    sheetOrder: [MAIN_SHEET_ID, TRY_THESE_SHEET.id],
    sheets: {
      [MAIN_SHEET_ID]: {
        id: MAIN_SHEET_ID,
        name: 'Companies',
        rowCount: ROWS,
        columnCount: COLUMN_COUNT,
        columnData: listToRecord([...COLUMNS, FREE_AREA].map(({ widthPx }) => ({ w: widthPx }))),
        cellData: listToRecord([headerRow(), ...COMPANIES.map(toRow)].map((row) => listToRecord(row))),
        freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
      },
      [TRY_THESE_SHEET.id]: TRY_THESE_SHEET,
    },
  };
}

function headerRow(): ICellData[] {
  const headers = COLUMNS.map(({ title, style = {} }) => ({
    v: title,
    s: { ...TEXT_STYLE, ...style, ...HEADER_STYLE },
  }));
  return [...headers, { v: FREE_AREA.title, s: { ...TEXT_STYLE, ...FREE_STYLE } }];
}

function toRow(company: string, index: number): ICellData[] {
  const address = `A${index + 2}`;
  return COLUMNS.map(({ formula, style = {} }) => {
    const s = { ...TEXT_STYLE, tb: WrapStrategy.CLIP, ...style };
    return formula === undefined ? { v: company, s } : { f: formula(address), s };
  });
}
