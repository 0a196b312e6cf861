import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { sentenceOfMistake } from './mistake-sentence';
import { GRID, listToRecord, SHEET_LOOKS, TITLE_ROW, TITLE_STYLE } from './sheet-data';

/** Slips that everyone makes, as texts: nothing in a fresh workbook shows an error. @internal tests make each */
export const MISTAKES: readonly string[] = [
  '=TRACE_TECH("Stripe Inc")',
  '=TRACE_TECH("stripe,com")',
  '=TRACE_COMPANY("anna@gmail.com","name")',
  '=TRACE_COMPANY("stripe.com","employes")',
  '=TRACE_TECH("stripe.com","top=5")',
  '=TRACE_TECH("stripe.com",,"top=5,sort=name")',
  '=TRACE_HAS_TECH("stripe.com")',
  '=TRACE_PARTNERED("stripe.com")',
];
/** In place of a problem. @internal tests enter it */
export const CAUGHT = '=TRACE_COMPANY("Stripe Inc","name","if_problem=?")';

const CAUGHT_SHOWS = 'Shows your own text in place of a problem';
const HEADERS = ['A formula with a mistake', 'Put it here', 'The line above the grid then says'];
const WIDTHS_PX = [388, 110, 400];
const HEIGHT_PX = 58;
const TEXT_STYLE: IStyleData = { tb: GRID.wrap };
const PLACE_STYLE: IStyleData = { bg: { rgb: '#f2f4fb' } };
const ROWS = [
  ...MISTAKES.map((formula) => [formula, sentenceOfMistake(formula)] as const),
  [CAUGHT, CAUGHT_SHOWS] as const,
];

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
