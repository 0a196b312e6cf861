import { findProblems } from '../../../excel-addin/problems/find-problems';

it.each(['#N/A', '#VALUE!', '#BUSY!', '#NAME?', '#WERT!', '#¡VALOR!', '#GETTING_DATA'])('%s is a problem', (shown) => {
  expect(findProblems([['=TRACE_TECH(A2)']], [[shown]])).toEqual([{ row: 0, column: 0 }]);
});

it.each(['React', 'not tracked', '', 0, true, null, 'C#', '# of employees'])('%p is none', (shown) => {
  expect(findProblems([['=TRACE_TECH(A2)']], [[shown]])).toEqual([]);
});

const TEXT = '#TRACE: No API key. Open the Trace panel and paste yours.';

it.each([
  ['in its own cell', '=TRACE_TECH(A2)', TEXT, true],
  ['around which the formula shows more', '="Tech: "&TRACE_TECH(A2)&"."', `Tech: ${TEXT}.`, true],
  ['that IFERROR does not catch', '=IFERROR(TRACE_TECH(A2),"none")', TEXT, true],
  ['in a cell without a formula, which may be of a table', TEXT, TEXT, true],
  ['that another formula has from its input', '=B2', TEXT, false],
  ['that another formula has from its input, with more', '="Tech: "&B2', `Tech: ${TEXT}`, false],
  ['that someone writes about', 'It said #TRACE: Waiting', 'It said #TRACE: Waiting', false],
])('the text of a problem %s', (_where, formula, shown, isFound) => {
  expect(findProblems([[formula]], [[shown]])).toEqual(isFound ? [{ row: 0, column: 0 }] : []);
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

it('finds a problem that functions around a call hide, and no formula that would show its own', () => {
  const formulas = [
    ['=TRACE_TECH(A1)', '=TRACE_TECH(Leads!A1,"name")'],
    ['=iferror(TRACE_TECH(A2),"none")', '=LEN(TRACE_TECH(A2))'],
    ['=IFERROR(B1,"none")', '=LEN(B1)'],
  ];
  const found = findProblems(
    formulas,
    [
      ['React', 'React'],
      ['none', 57],
      ['none', 57],
    ],
    false,
    () => true,
  );
  expect(found).toEqual([
    { row: 1, column: 0 },
    { row: 1, column: 1 },
  ]);
});
