import Papa from 'papaparse';
import { isNumber, writeCsv } from '../../../workbook/csv/csv-file';
import { isReadAsMore } from '../../../workbook/grid/read-as-more';
import { FORMULA_PAYLOADS, HIDDEN_PAYLOADS } from '../../fakes/formula-payloads';

const RUNS = /^["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** The cells that a program shows which takes this character for the end of a cell. */
function opened(csv: string, delimiter: string): readonly string[] {
  return Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter }).data.flat();
}

describe.each([',', ';', '\t'])('a saved file, opened where %j separates cells', (delimiter) => {
  it.each([...FORMULA_PAYLOADS, ...HIDDEN_PAYLOADS])('runs nothing of %j', (payload) => {
    const cells = ['stripe.com', payload, 'x'].map((shown) => ({ shown, isText: true }));
    expect(opened(writeCsv([cells, cells]), delimiter).filter((cell) => RUNS.test(cell))).toEqual([]);
  });
});

it.each([
  ['\n=1+1', "'\n'=1+1"],
  ['＝1+1', "'＝1+1"],
  ['Stripe;=1+1', "Stripe;'=1+1"],
  ['Stripe\t＠a', "Stripe\t'＠a"],
])('%j is saved as %j', (shown, expected) => {
  const [cell] = opened(writeCsv([[{ shown, isText: true }]]), ',');
  expect(cell).toBe(expected);
});

it.each(['Payments; e-mail', 'a-b', 'x = y', 'rock + roll', 'me@example.com', 'Tools, -based', 'a;b', '5;6'])(
  '%j is saved as it is',
  (shown) => {
    expect(opened(writeCsv([[{ shown, isText: true }]]), ',')).toEqual([shown]);
  },
);

it.each(FORMULA_PAYLOADS)('%j is kept as a text in a file that is opened', (payload) => {
  expect({ isReadAsMore: isReadAsMore(payload), isNumber: isNumber(payload) }).toEqual({
    isReadAsMore: true,
    isNumber: false,
  });
});
