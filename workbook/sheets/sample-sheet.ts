import type { ICellData, IStyleData, IWorkbookData } from '@univerjs/core';
import { MISTAKES_SHEET } from './mistakes-sheet';
import { GRID, listToRecord, SHEET_LOOKS, TITLE_ROW, TITLE_STYLE } from './sheet-data';
import { TRY_THESE_SHEET } from './try-these-sheet';

/** The sheet that is open at first, and where CSV files are opened. */
export const MAIN_SHEET_ID = 'sheet-1';

/** The sandbox tracks each of them, with facts that were written by hand (sandbox/data/example-facts.ts). @internal tests ask for each */
export const SAMPLE_COMPANIES: readonly string[] = [
  'stripe.com shopify.com hubspot.com slack.com zendesk.com',
  'airtable.com notion.so figma.com datadoghq.com atlassian.com',
  'intercom.com twilio.com mailchimp.com segment.com google.com',
  'microsoft.com amazon.com apple.com meta.com adobe.com',
  'oracle.com openai.com airbnb.com paypal.com doordash.com',
  'lyft.com discord.com squarespace.com wix.com miro.com',
  'linear.app mongodb.com snowflake.com databricks.com okta.com',
  'box.com squareup.com typeform.com sentry.io newrelic.com',
  'digitalocean.com etsy.com pagerduty.com xero.com intuit.com',
  'cisco.com nvidia.com adidas.com ikea.com siemens.com',
].flatMap((row) => row.split(' '));

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
    style: { n: { pattern: '#,##0' }, ht: GRID.right },
  },
  { title: 'Country', widthPx: 104, formula: (company) => `=TRACE_COMPANY(${company},"country")` },
  { title: 'Technologies', widthPx: 226, formula: (company) => `=TRACE_TECH(${company},,"top=3")` },
  {
    title: 'Uses Stripe?',
    widthPx: 92,
    formula: (company) => `=TRACE_HAS_TECH(${company},"Stripe")`,
    style: { ht: GRID.center },
  },
  { title: 'Partners', widthPx: 196, formula: (company) => `=TRACE_PARTNERS(${company},,"top=3")` },
];
const FREE_AREA = { title: 'Type your own formulas from here on', widthPx: 250 };
const FREE_STYLE: IStyleData = { it: 1, cl: { rgb: '#57606a' }, bg: { rgb: '#f6f8fa' } };
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
    sheetOrder: [MAIN_SHEET_ID, TRY_THESE_SHEET.id, MISTAKES_SHEET.id],
    sheets: {
      [MAIN_SHEET_ID]: {
        id: MAIN_SHEET_ID,
        name: 'Companies',
        rowCount: ROWS,
        columnCount: COLUMN_COUNT,
        columnData: listToRecord([...COLUMNS, FREE_AREA].map(({ widthPx }) => ({ w: widthPx }))),
        cellData: listToRecord([headerRow(), ...SAMPLE_COMPANIES.map(toRow)].map((row) => listToRecord(row))),
        ...SHEET_LOOKS,
        ...TITLE_ROW,
      },
      [TRY_THESE_SHEET.id]: TRY_THESE_SHEET,
      [MISTAKES_SHEET.id]: MISTAKES_SHEET,
    },
  };
}

function headerRow(): ICellData[] {
  const headers = COLUMNS.map(({ title, style = {} }) => ({
    v: title,
    s: { ...style, ...TITLE_STYLE },
  }));
  return [...headers, { v: FREE_AREA.title, s: FREE_STYLE }];
}

function toRow(company: string, index: number): ICellData[] {
  const address = `A${index + 2}`;
  return COLUMNS.map(({ formula, style = {} }) => {
    const s = { tb: GRID.clip, ...style };
    return formula === undefined ? { v: company, s } : { f: formula(address), s };
  });
}
