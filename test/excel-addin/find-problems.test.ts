import { findProblems } from '../../excel-addin/find-problems';

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

const HIDES = '=TRACE_TECH(A1:A2,,"if_problem=-")';
const BLANKS = '=TRACE_TECH(A2,,"if_problem=\'\'")';

it.each([
  ['in its own cell', [[HIDES]], [['-']], [[0, 0]]],
  ['in its table', [[HIDES], ['-']], [['React'], ['-']], [[1, 0]]],
  ['blank in its own cell', [[BLANKS, '']], [['', '']], [[0, 0]]],
  ['not in an answer', [[HIDES, BLANKS]], [['React', 'React']], []],
  ['not in another formula', [['=TRACE_TECH(A2)', HIDES]], [['-', 'React']], []],
])('what if_problem= shows is found: %s', (_name, formulas, values, found) => {
  expect(findProblems(formulas, values).map(({ row, column }) => [row, column])).toEqual(found);
});

const LISTS = [
  ['=TRACE_PARTNERS(A2)', '=iferror(trace_shared_partners(A2,B2),"")', '=TRACE_TECH(A2)', 'TRACE_PARTNERS('],
];
const SHOWN = [['Klarna … +23 more', 'Klarna', 'React … +3 more', 'TRACE_PARTNERS(']];

it.each([
  [true, [0, 1]],
  [false, []],
])('formulas that may show a part of a list are found where they are looked for: %p', (withLists, columns) => {
  expect(findProblems(LISTS, SHOWN, withLists).map(({ column }) => column)).toEqual(columns);
});

it('finds a problem that IFERROR hides, and no formula that would show its own', () => {
  const formulas = [['=TRACE_TECH(A1)'], ['=iferror(TRACE_TECH(A2),"none")'], ['=IFERROR(B1,"none")']];
  const found = findProblems(formulas, [['React'], ['none'], ['none']], false, () => true);
  expect(found).toEqual([{ row: 1, column: 0 }]);
});
