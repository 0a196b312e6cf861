import { explainSlip } from '../../../workbook/page/formula-slip';

const lastRowOf = (column: string): number => (column === 'A' ? 51 : 0);

test.each([
  ['=TRACE_TECH(A2:A)', 'This grid needs an end of the range. Write A2:A51 or A:A.'],
  ['=TRACE_TECH($A$2:$A,"name")', 'This grid needs an end of the range. Write $A$2:$A51 or A:A.'],
  ['=TRACE_TECH(leads!A2:A)', 'This grid needs an end of the range. Write A2:A51 or A:A.'],
  ['=SUM(b7:b)', 'This grid needs an end of the range. Write b7:b7 or b:b.'],
  ['=TRACE_TECH(A2;"name")', 'Use a comma between arguments, not a semicolon.'],
])('%s', (formula, sentence) => {
  expect(explainSlip(formula, lastRowOf)).toBe(sentence);
});

test.each([
  '=TRACE_TECH(A2:A51,"name","top=3;sort=name")',
  '=TRACE_TECH(A:A)',
  '=TRACE_TECH(A2:AB9)',
  "=TRACE_TECH('a;b'!A2:A9)",
  '=SUM({1;2})',
  '=TRACE_LIST("A2:A")',
])('%s has no slip', (formula) => {
  expect(explainSlip(formula, lastRowOf)).toBe('');
});
