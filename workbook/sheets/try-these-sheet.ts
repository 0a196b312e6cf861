import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { GRID, listToRecord, SHEET_LOOKS, TITLE_ROW, TITLE_STYLE } from './sheet-data';

/** A formula to copy or type. */
interface Example {
  readonly formula: string;
  readonly shows: string;
  /** The most that it costs if nothing was looked up before. */
  readonly costs: string;
  /** The size of the answer. */
  readonly rows: number;
  readonly columns: number;
}

/** @internal tests enter each */
export const EXAMPLES: readonly Example[] = [
  example('=TRACE_TECH("stripe.com")', 'the technologies of a company', '1 credit'),
  example('=TRACE_TECH(Companies!A2:A6)', 'a row for each of five companies', '5 credits', 5),
  example(
    '=TRACE_TECH("stripe.com","name, category","layout=spill;top=5")',
    'a row for each technology',
    '1 credit',
    5,
    2,
  ),
  example('=TRACE_TECH("stripe.com","count")', 'how many technologies there are', '1 credit'),
  example(
    '=TRACE_HAS_TECH(Companies!A2:A6,"Stripe, React","headers=2")',
    'a table of TRUE and FALSE',
    '5 credits',
    6,
    3,
  ),
  example(
    '=TRACE_COMPANY("shopify.com","name, employee_count, country")',
    'three facts, side by side',
    '1 credit',
    1,
    3,
  ),
  example('=TRACE_COMPANY("https://www.shopify.com/pricing","name")', 'web and e-mail addresses work too', '1 credit'),
  example(
    '=TRACE_PARTNERS("stripe.com","name, domain","layout=spill;top=5")',
    'the five partners seen last',
    '5 credits',
    5,
    2,
  ),
  example(
    '=TRACE_TECH_COMPANIES("Stripe","name, primary_domain","top=5")',
    'companies that use Stripe',
    '5 credits',
    6,
    2,
  ),
  example('=TRACE_COST(Companies!A2:A51)', 'what looking up 50 companies costs', 'free', 7, 2),
  example('=TRACE_FIELDS()', 'everything that you can ask for', 'free', 200, 3),
];

const HEADERS = ['What it shows', 'Costs up to', 'Copy or type a formula', 'Put it here'];
const WIDTHS_PX = [230, 96, 466, 150, 150, 150];
const TEXT_STYLE: IStyleData = { tb: GRID.clip };
const PLACE_STYLE: IStyleData = { bg: { rgb: '#f2f4fb' } };
const PLACE_COLUMN = 3;

/** Formulas to copy, each as text and with room for its answer, so that users see them being answered. */
export const TRY_THESE_SHEET: Partial<IWorksheetData> & { readonly id: string } = {
  id: 'sheet-2',
  name: 'Try these',
  rowCount: lastRow() + 20,
  columnCount: 12,
  columnData: listToRecord(WIDTHS_PX.map((w) => ({ w }))),
  cellData: { 0: listToRecord(HEADERS.map((v) => ({ v, s: TITLE_STYLE }))), ...exampleCells() },
  ...SHEET_LOOKS,
  ...TITLE_ROW,
};

/** The rows of the examples, counted from 0; a blank one stands between two. @internal tests look there */
export function exampleRows(): readonly number[] {
  const rows: number[] = [];
  EXAMPLES.reduce((row, { rows: height }) => {
    rows.push(row);
    return row + height + 1;
  }, 1);
  return rows;
}

function lastRow(): number {
  return (exampleRows().at(-1) ?? 0) + (EXAMPLES.at(-1)?.rows ?? 0);
}

function exampleCells(): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const starts = exampleRows();
  EXAMPLES.forEach(({ formula, shows, costs, rows, columns }, index) => {
    const start = starts[index] ?? 0;
    for (let row = start; row < start + rows; row += 1) {
      const place = Array.from({ length: columns }, (_, column) => [PLACE_COLUMN + column, { s: PLACE_STYLE }]);
      cells[row] = Object.fromEntries(place) as Record<number, ICellData>;
    }
    const texts = listToRecord([shows, costs, formula].map((v) => ({ v, t: GRID.forcedText, s: TEXT_STYLE })));
    cells[start] = { ...cells[start], ...texts };
  });
  return cells;
}

function example(formula: string, shows: string, costs: string, rows = 1, columns = 1): Example {
  return { formula, shows, costs, rows, columns };
}
