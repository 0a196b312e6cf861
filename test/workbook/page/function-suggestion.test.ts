import { suggestFunction } from '../../../workbook/page/function-suggestion';

const NAMES = ['TRACE_TECH', 'TRACE_HAS_TECH', 'TRACE_COMPANY'];

it.each([
  ['=TRACE_TEHC(A2)', 'There is no function TRACE_TEHC. Did you mean TRACE_TECH?'],
  ['=IF(A1,trace_compny(A2),1)', 'There is no function TRACE_COMPNY. Did you mean TRACE_COMPANY?'],
  ['=TRACE_TECH("TRACE_TEHC(A2)")', ''],
  ['=NOSUCH(A2)', ''],
])('%s', (formula, sentence) => {
  expect(suggestFunction(formula, NAMES)).toBe(sentence);
});
