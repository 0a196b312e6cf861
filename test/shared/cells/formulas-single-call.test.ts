import { readFormulaCall } from '../../../shared/cells/formulas';

const A2 = { is: 'range', row: 2, column: 1, rows: 1, columns: 1 };
const value = (given: unknown) => ({ is: 'value', value: given });

it.each([
  ['=TRACE_TECH(A2)', [A2]],
  ['=TRACE_TECH($A$2)', [A2]],
  ['=TRACE_TECH($A2)', [A2]],
  ['=trace_tech( A$2 )', [A2]],
  ['=TRACE_TECH("stripe.com")', [value('stripe.com')]],
  ['=TRACE_TECH("a ""b"" c")', [value('a "b" c')]],
  ['=TRACE_TECH(A2, "name", "top=3;sep=, ")', [A2, value('name'), value('top=3;sep=, ')]],
  ['=TRACE_TECH(A2;"name";"top=3")', [A2, value('name'), value('top=3')]],
  ['=TRACE_TECH(A2,,"top=3")', [A2, value(undefined), value('top=3')]],
  ['=TRACE_TECH(A2,)', [A2, value(undefined)]],
  ['=TRACE_TECH(A2:A5)', [{ ...A2, rows: 4 }]],
  ['=TRACE_TECH(A5:A2)', [{ ...A2, rows: 4 }]],
  [
    '=TRACE_TECH(AA10, B$1)',
    [
      { ...A2, row: 10, column: 27 },
      { ...A2, row: 1, column: 2 },
    ],
  ],
  ['=TRACE_TECH(0, TRUE)', [value(0), value(true)]],
  ['=TRACE_TECH()', []],
])('%s is a call that is understood', (formula, args) => {
  expect(readFormulaCall(formula)).toEqual({ id: 'TRACE_TECH', args });
});

it.each([
  ['TRACE_TECH(A2)'],
  ['=TRACE_NOTHING(A2)'],
  ['=IFERROR(TRACE_TECH(A2),"")'],
  ['=TRACE_TECH(A2)&"x"'],
  ['=TRACE_TECH(A2)&TRACE_TECH(A3)'],
  ['=TRACE_TECH(domains)'],
  ["=TRACE_TECH('Other sheet'!A2)"],
  ['=TRACE_TECH(Other!A2)'],
  ['=TRACE_TECH(A:A)'],
  ['=TRACE_TECH(TRIM(A2))'],
  ['=TRACE_TECH(A2 B2)'],
  ['=TRACE_TECH("a)'],
  ['=TRACE_TECH({"a","b"})'],
  ['=TRACE_TECH(A1:A60000)'],
  ['=TRACE_TECH(A0)'],
  ['=SUM(A1)'],
  [''],
])('%p is not understood', (formula) => {
  expect(readFormulaCall(formula)).toBeNull();
});
