import { knownBlock } from '../../../shared/frozen/known-block';
import { fillsOneCell } from '../../../shared/frozen/one-cell';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';

/** Domains in column A, a second input in column B, formulas in column C. */
const sheet = (...lines: readonly (readonly (string | number)[])[]): SheetCells => ({
  id: '1',
  name: 'Leads',
  values: lines,
  formulas: lines.map((line) => line.map((value) => (String(value).startsWith('=') ? String(value) : ''))),
});
const SHEET = sheet(
  ['stripe.com', 'figma.com', 'x', ''],
  ['', '', '', ''],
  ['asana.com', '', '', ''],
  [' ', 'adyen.com', '', 'a note'],
  [0, '', '', ''],
);
const sizeOf = (formula: string, of = SHEET): string | null => {
  const block = knownBlock(of, { row: 0, column: 2, formula });
  return block && `${block.rows} rows, ${block.columns} columns`;
};

it.each([
  ['=TRACE_COMPANY(A1,"name")', '1 rows, 1 columns'],
  ['=TRACE_COMPANY(A1)', '1 rows, 1 columns'],
  ['=IFERROR(TRACE_COMPANY(A1,"name"),"")', '1 rows, 1 columns'],
  ['=TRACE_COMPANY(A1,"name, country, ")', '1 rows, 2 columns'],
  ['=TRACE_HAS_TECH(A1;"React,Vue,Rails")', '1 rows, 3 columns'],
  ['=TRACE_PARTNERED(A1,B1)', '1 rows, 2 columns'],
  ['=TRACE_PARTNERED(A1:A5,B1,"partnered")', '3 rows, 1 columns'],
  // To the last row of the longer input that is not blank.
  ['=TRACE_COMPANY(A1:A5,"name, country")', '3 rows, 2 columns'],
  ['=TRACE_PARTNERED(A1:A5,B1:B5,"partnered")', '4 rows, 1 columns'],
  ['=TRACE_TECH(A1:A)', '3 rows, 1 columns'],
  ['=TRACE_TECH(Other!A1)', '1 rows, 1 columns'],
])('%s fills %s', (formula, size) => {
  expect(sizeOf(formula)).toBe(size);
});

it.each([
  '=TRACE_TECH(Other!A1:A5)',
  '=TRACE_TECH(A1:B5)',
  '=TRACE_COMPANY(A1:A5,D1)',
  '=TRACE_COMPANY(A1,"name, country","if_problem=-")',
  '=TRACE_COMPANY(A1,"name","layout=columns")',
  '=TRACE_COMPANY(A1,"layout=columns")',
  '=IFERROR(TRACE_COMPANY(A1:A5,"name"),"")',
  '=TRACE_SEARCH("pay")',
])('how much %s fills is not known', (formula) => {
  expect(sizeOf(formula)).toBeNull();
});

it('a table covers no other formula', () => {
  expect(
    sizeOf('=TRACE_COMPANY(A1:A2,"name, country")', sheet(['a.com', '', 'x', ''], ['b.com', '', '', '=D1'])),
  ).toBeNull();
});

it('two answers of a pair are not one cell', () => {
  expect(['=TRACE_PARTNERED(A1,B1)', '=TRACE_PARTNERED(A1,B1,"partnered")'].map(fillsOneCell)).toEqual([false, true]);
});
