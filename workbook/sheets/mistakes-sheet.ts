import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { GRID, listToRecord, SHEET_LOOKS, TITLE_ROW, TITLE_STYLE } from './sheet-data';

/**
 * Slips that everyone makes, as texts, because nothing in a fresh workbook shows an error; each with the sentence that
 * the functions have for it. Asking the functions would load them twice before the first answer.
 */
const SLIPS: readonly (readonly [formula: string, sentence: string])[] = [
  [
    '=TRACE_TECH("Stripe Inc")',
    '"Stripe Inc" is not a domain: it contains spaces. =TRACE_SEARCH("Stripe Inc",,"top=3") finds its domain for up to 3 credits.',
  ],
  ['=TRACE_TECH("stripe,com")', '"stripe,com" is not a domain. Use the company\'s domain, such as stripe.com.'],
  [
    '=TRACE_COMPANY("anna@gmail.com","name")',
    "gmail.com is a free email provider, not a company. Use the company's own domain.",
  ],
  [
    '=TRACE_COMPANY("stripe.com","employes")',
    'There is no field "employes". Did you mean employee_count or employee_range? =TRACE_FIELDS() lists all fields.',
  ],
  ['=TRACE_TECH("stripe.com","top=5")', 'Options go third: =TRACE_TECH(A2,,"top=5").'],
  ['=TRACE_TECH("stripe.com",,"top=5,sort=name")', 'Use ; between options: "top=5;sort=name".'],
  ['=TRACE_HAS_TECH("stripe.com")', 'The technologies argument is missing. Write =TRACE_HAS_TECH(A2,"Stripe").'],
  ['=TRACE_PARTNERED("stripe.com")', 'The second company is missing. Write =TRACE_PARTNERED(A2,B2).'],
];
/** @internal tests make each */
export const MISTAKES = SLIPS.map(([formula]) => formula);
/** In place of a problem. @internal tests enter it */
export const CAUGHT = '=TRACE_COMPANY("Stripe Inc","name","if_problem=?")';

const CAUGHT_SHOWS = 'Shows your own text in place of a problem';
const HEADERS = ['A formula with a mistake', 'Put it here', 'The line above the grid then says'];
const WIDTHS_PX = [388, 110, 400];
const HEIGHT_PX = 58;
const TEXT_STYLE: IStyleData = { tb: GRID.wrap };
const PLACE_STYLE: IStyleData = { bg: { rgb: '#f2f4fb' } };
const ROWS = [...SLIPS, [CAUGHT, CAUGHT_SHOWS] as const];

/** Mistakes and the sentences that explain them. */
export const MISTAKES_SHEET: Partial<IWorksheetData> & { readonly id: string } = {
  id: 'sheet-3',
  name: 'Mistakes',
  rowCount: 100,
  columnCount: 12,
  columnData: listToRecord(WIDTHS_PX.map((w) => ({ w }))),
  rowData: Object.fromEntries(ROWS.map((_row, index) => [index + 1, { h: HEIGHT_PX }])),
  cellData: listToRecord([
    listToRecord(HEADERS.map((v) => ({ v, s: TITLE_STYLE }))),
    ...ROWS.map(([formula, sentence]) => listToRecord([text(formula), { s: PLACE_STYLE }, text(sentence)])),
  ]),
  ...SHEET_LOOKS,
  ...TITLE_ROW,
};

function text(v: string): ICellData {
  return { v, t: GRID.forcedText, s: TEXT_STYLE };
}
