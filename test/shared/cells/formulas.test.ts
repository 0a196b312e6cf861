import { callsTrace } from '../../../shared/cells/formulas';

it.each([
  ['=TRACE_TECH(A2)', true],
  ['=trace_tech(A2)', true],
  ['=IFERROR(TRACE_COMPANY (A2,"name"),"?")', true],
  ['=_xldudf_TRACE_TECH(A2)', true],
  ['=XTRACE_TECH(A2)', false],
  ['=SUM(A1:A9)', false],
  ['=Trace_Sheet!A2', false],
  ['TRACE_TECH(A2)', false],
  ['="see TRACE_TECH("&A2', false],
  ['="say ""TRACE_TECH("" now"', false],
  ['="a"&TRACE_TECH(A2)&"b"', true],
  ['', false],
  [7, false],
])('%p calls Trace: %p', (formula, calls) => {
  expect(callsTrace(formula)).toBe(calls);
});
