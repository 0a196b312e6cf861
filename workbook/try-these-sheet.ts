import { CellValueType, WrapStrategy, type IStyleData, type IWorksheetData } from '@univerjs/core';
import { listToRecord } from './sheet-data';

const EXAMPLES: readonly (readonly [formula: string, shows: string])[] = [
  ['=TRACE_TECH(Companies!A2)', 'the technologies of one company'],
  ['=TRACE_TECH(Companies!A2:A11)', 'one row for each of ten companies, from one request'],
  ['=TRACE_TECH(Companies!A2,"name, category","layout=spill;top=5")', 'a row for each technology'],
  ['=TRACE_TECH(Companies!A2,"count")', 'how many technologies there are'],
  ['=TRACE_HAS_TECH(Companies!A2:A11,"Stripe, React","headers=2")', 'a table of TRUE and FALSE'],
  ['=TRACE_COMPANY(Companies!A2,"name, employee_count, country")', 'three facts, side by side'],
  ['=TRACE_COMPANY("https://www.shopify.com/pricing","name")', 'a web address or an e-mail address will do, too'],
  [
    '=TRACE_PARTNERS(Companies!A2,"name, domain","layout=spill;top=5")',
    'a row for each of the five partners seen last',
  ],
  ['=IFERROR(TRACE_COMPANY(Companies!A13,"name"),"?")', 'your own text in place of a problem'],
  ['=TRACE_FIELDS()', 'everything that can be asked for'],
];
const HEADERS = ['Formula', 'What it shows', 'Type or paste it here'];
const WIDTHS_PX = [480, 340, 220];
const HEADER_STYLE: IStyleData = { bl: 1, bg: { rgb: '#e8eaf6' }, cl: { rgb: '#1f2a5c' } };
const TEXT_STYLE: IStyleData = { fs: 10, tb: WrapStrategy.CLIP };

/** Formulas to copy, each as text, so that users see them being answered. */
export const TRY_THESE_SHEET: Partial<IWorksheetData> & { readonly id: string } = {
  id: 'sheet-2',
  name: 'Try these',
  rowCount: 200,
  columnCount: 20,
  columnData: listToRecord(WIDTHS_PX.map((w) => ({ w }))),
  cellData: listToRecord([
    listToRecord(HEADERS.map((v) => ({ v, s: HEADER_STYLE }))),
    ...EXAMPLES.map((row) => listToRecord(row.map((v) => ({ v, t: CellValueType.FORCE_STRING, s: TEXT_STYLE })))),
  ]),
  freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
};
