import { toRangeFormula, toSingleFormulas } from '../../../shared/frozen/range-formula';

it.each([
  [['=TRACE_TECH(A2)', '=TRACE_TECH(A3)', '=TRACE_TECH(A4)'], '=TRACE_TECH(A2:A4)'],
  [
    ['=TRACE_COMPANY($A2,"name, country")', '=TRACE_COMPANY($A3,"name, country")'],
    '=TRACE_COMPANY($A2:$A3,"name, country")',
  ],
  [["=TRACE_TECH('Q1 leads'!B2,F$1)", "=TRACE_TECH('Q1 leads'!B3,F$1)"], "=TRACE_TECH('Q1 leads'!B2:B3,F$1)"],
  [['=TRACE_TECH(B2,F$1,$G$1:$H$2)', '=TRACE_TECH(B3,F$1,$G$1:$H$2)'], '=TRACE_TECH(B2:B3,F$1,$G$1:$H$2)'],
  [['=TRACE_TECH(Лист1!A2)', '=TRACE_TECH(Лист1!A3)'], '=TRACE_TECH(Лист1!A2:A3)'],
  [['=TRACE_TECH(शीट1!A2)', '=TRACE_TECH(शीट1!A3)'], '=TRACE_TECH(शीट1!A2:A3)'],
  [['=TRACE_TECH(見込み客!A2)', '=TRACE_TECH(見込み客!A3)'], '=TRACE_TECH(見込み客!A2:A3)'],
  [['=TRACE_PARTNERED(A2,B2)', '=TRACE_PARTNERED(A3,B3)'], '=TRACE_PARTNERED(A2:A3,B2:B3)'],
  [['=TRACE_PARTNERED(A2,"stripe.com")', '=TRACE_PARTNERED(A3,"stripe.com")'], null],
  [['=TRACE_TECH(A2)', '=TRACE_TECH(A4)'], null],
  [['=TRACE_TECH(A2,B2)', '=TRACE_TECH(A3,B3)'], null],
  [['=TRACE_TECH(A2,,"layout=spill")', '=TRACE_TECH(A3,,"layout=spill")'], null],
  [['=TRACE_TECH(A$2)', '=TRACE_TECH(A$2)'], null],
  [['=IFERROR(TRACE_TECH(A2),"")', '=IFERROR(TRACE_TECH(A3),"")'], null],
  [['=TRACE_SEARCH(A2)', '=TRACE_SEARCH(A3)'], null],
  [['=TRACE_TECH(A2)'], null],
])('the formulas %j in rows 2 and on become %s', (formulas, range) => {
  expect(toRangeFormula(formulas, 1)).toBe(range);
  if (range !== null) expect(toSingleFormulas(range, 1, 50)).toEqual(formulas);
});

it('an open range becomes as many formulas as it has inputs', () => {
  expect(toSingleFormulas('=TRACE_TECH(A2:A,"name")', 1, 2)).toEqual([
    '=TRACE_TECH(A2,"name")',
    '=TRACE_TECH(A3,"name")',
  ]);
});

it('a formula without a range is no range formula', () => {
  expect(toSingleFormulas('=TRACE_TECH(A2)', 1, 2)).toBeNull();
});
