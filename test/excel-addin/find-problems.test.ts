import { callsTrace, findProblems } from '../../excel-addin/find-problems';

it.each([
  ['=TRACE_TECH(A2)', true],
  ['=trace_tech(A2)', true],
  ['=IFERROR(TRACE_COMPANY (A2,"name"),"?")', true],
  ['=_xldudf_TRACE_TECH(A2)', true],
  ['=XTRACE_TECH(A2)', false],
  ['=SUM(A1:A9)', false],
  ['=Trace_Sheet!A2', false],
  ['TRACE_TECH(A2)', false],
  [7, false],
])('%p calls Trace: %p', (formula, calls) => {
  expect(callsTrace(formula)).toBe(calls);
});

it.each(['#N/A', '#VALUE!', '#BUSY!', '#NAME?', '#WERT!', '#¡VALOR!', '#GETTING_DATA'])('%s is a problem', (shown) => {
  expect(findProblems([['=TRACE_TECH(A2)']], [[shown]])).toEqual([{ row: 0, column: 0 }]);
});

it.each(['React', 'not tracked', '', 0, true, null, 'C#', '# of employees'])('%p is none', (shown) => {
  expect(findProblems([['=TRACE_TECH(A2)']], [[shown]])).toEqual([]);
});

it('problems of other formulas are not ours', () => {
  expect(findProblems([['=1/0', '=VLOOKUP(A1,B:C,2)']], [['#DIV/0!', '#N/A']])).toEqual([]);
});

it('an error without a formula may have spilled', () => {
  const formulas = [['=TRACE_TECH(A1:A2)'], ['#VALUE!']];
  expect(findProblems(formulas, [['React'], ['#VALUE!']])).toEqual([{ row: 1, column: 0 }]);
});
