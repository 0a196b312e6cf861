import { COLUMN_TITLES, readLines, toRows, type Line } from '../../../../shared/enrich/record/lines';
import { TraceError } from '../../../../shared/errors/trace-error';

const SELECTED: Line = { is: 'input', text: 'acme.com', before: { selected: 2, rows: [], beside: [] } };
const OVERWRITTEN: Line = {
  is: 'input',
  text: 'acme.com',
  before: {
    selected: 1,
    rows: [
      ['Acme', [5, '0.00'], true],
      ['', 6, false],
    ],
    beside: ['aaaaaa', 'bbbbbb'],
  },
};
const ANSWER: Line = {
  is: 'answer',
  name: 'acme.com',
  outcome: 'failed',
  digests: ['abcdef', '', '-'],
  why: new TraceError('leftOut', {}),
};
const KNOWN: Line = { is: 'known', name: 'acme inc.', text: 'acme.com' };

test('a person finds the input or company in the second column, and plain words beside it', () => {
  expect([COLUMN_TITLES, ...[SELECTED, OVERWRITTEN, ANSWER, KNOWN].flatMap(toRows)]).toEqual([
    ['What', 'Input or company', 'Selected rows or outcome', 'Values', 'Note'],
    ['input', 'acme.com', '2', '', ''],
    ['input', 'acme.com', '1', '[["Acme",[5,"0.00"],true],["",6,false]]', '["aaaaaa","bbbbbb"]'],
    ['answer', 'acme.com', 'failed', 'abcdef  -', '{"code":"leftOut","facts":{}}'],
    ['known', 'acme inc.', '', 'acme.com'],
  ]);
});

test('lines are read as they were written, below the titles and between blank cells', () => {
  const lines = [SELECTED, OVERWRITTEN, ANSWER, KNOWN];
  const rows = [COLUMN_TITLES, ...lines.flatMap(toRows)].map((row) => [...row, '', '', ''].slice(0, 5));
  expect(readLines(rows)).toEqual(lines);
});

test.each(['', ' acme.com ', "'acme.com", '"acme"', '…', '=1+1', 'What', 'input', '{}'])(
  'an input of %j is read as it was, and begins with no apostrophe in its cell',
  (text) => {
    const line: Line = { is: 'input', text, before: { selected: 1, rows: [], beside: [] } };
    const rows = toRows(line);
    expect([readLines(rows), rows[0]![1]!.startsWith("'")]).toEqual([[line], false]);
  },
);

test.each([29_998, 29_999, 30_000, 30_001, 49_999, 50_000])(
  'texts of %i characters fit their cells, in each column that has one',
  (length) => {
    const text = `a${"'".repeat(length - 1)}`;
    const lines: readonly Line[] = [
      { is: 'input', text, before: { selected: 1, rows: [[[text, '@']]], beside: [] } },
      { is: 'answer', name: text, outcome: 'found', digests: ['abcdef'], why: null },
    ];
    const rows = lines.flatMap(toRows);
    expect(readLines(rows)).toEqual(lines);
    const cells = rows.flat();
    expect(cells.filter((cell) => cell.length > 30_000 || cell.startsWith("'"))).toEqual([]);
  },
);

test.each<[string, readonly (readonly string[])[]]>([
  ['a word of nobody’s', [['chosen', 'acme.com', '1']]],
  ['a count that is none', [['input', 'acme.com', 'two']]],
  ['a part without its beginning', [['…', '…acme.com']]],
  ['values that are cut', [['input', 'acme.com', '1', '[["Acme"', '']]],
  ['a row that is none', [['input', 'acme.com', '1', '["Acme"]', '']]],
  ['fewer digests than rows', [['input', 'acme.com', '2', '[["a"],["b"]]', '["x"]']]],
  ['a value that no cell holds', [['input', 'acme.com', '1', '[[{}]]', '']]],
  ['a format that is none', [['input', 'acme.com', '1', '[[["a",5]]]', '']]],
  ['an outcome that there is not', [['answer', 'acme.com', 'great', 'abcdef', '']]],
  ['an input that is cut', [['input', '"acme', '1']]],
])('a record with %s is damaged', (_what, rows) => {
  expect(readLines(rows)).toBeNull();
});

test('a reason that cannot be read is one that is no longer known', () => {
  expect(readLines([['answer', 'acme.com', 'failed', '', '{"code":"madeUp"}']])).toMatchObject([
    { why: { code: 'reasonUnknown' } },
  ]);
});
