import type { SentBlock, SentCell, SentWriting } from '../../apps-script/bulk-messages';
import { findMovedRows, type ReadColumns } from '../../apps-script/sidebar/moved-rows';

/** Values `A` and `B` were written beside the companies `a` and `b`, from row 2 on. */
const WRITTEN: readonly (readonly SentCell[])[] = [[['A', '']], [['B', '']]];

const writing = (cells = WRITTEN): SentWriting => ({
  sheet: '7',
  rows: [2, 3],
  columns: [1],
  cells,
  guard: {
    input: { column: 0, values: ['a', 'b'] },
    before: [[''], ['']],
    formats: null,
    sheetRows: null,
    header: null,
    marks: null,
  },
});

const look = (first: number, ...rows: readonly (readonly [string, string])[]): ReadColumns => {
  const column = (values: readonly string[]): SentBlock['columns'][number] => ({
    values,
    formulas: [],
    merged: [],
    rich: [],
    formats: values.map(() => 'General'),
  });
  return { first, columns: [column(rows.map(([input]) => input)), column(rows.map(([, value]) => value))] };
};

const BEFORE = look(2, ['a', ''], ['b', '']);

it.each([
  ['rows changed places afterwards: nothing has to be done', look(2, ['b', 'B'], ['a', 'A']), [], null],
  ['a row was inserted afterwards: nothing has to be done', look(2, ['', ''], ['a', 'A'], ['b', 'B']), [], null],
  [
    'rows changed places before: both are taken back',
    look(2, ['b', 'A'], ['a', 'B']),
    [0, 1],
    [
      [2, 'b', [['', 'General', true]]],
      [3, 'a', [['', 'General', true]]],
    ],
  ],
  [
    'a row was inserted before: what stands beside it and the next one is taken back',
    look(2, ['', 'A'], ['a', 'B'], ['b', '']),
    [0, 1],
    [
      [2, '', [['', 'blank']]],
      [3, 'a', [['', 'General', true]]],
    ],
  ],
  [
    'a company from elsewhere has come in between: its cell is blank again, and nobody knows more',
    look(2, ['z', 'A'], ['b', 'B'], ['a', '']),
    [0],
    [[2, 'z', [['', 'blank']]]],
  ],
])('%s', (_name, now, moved, back) => {
  const found = findMovedRows(writing(), BEFORE, now);
  const { rows, cells, guard } = found.back ?? writing([]);
  const put = found.back && rows.map((row, at) => [row, guard.input!.values[at], cells[at]]);
  expect({ moved: found.moved, back: put }).toEqual({ moved, back });
});

it('what stood beside a company is put back, also where only a blank was written over it', () => {
  const cells = [[['A', '']], [null]] satisfies readonly (readonly SentCell[])[];
  const before = look(2, ['a', ''], ['b', ''], ['c', '=own'], ['d', '5 May']);
  const { moved, back } = findMovedRows(
    writing(cells),
    before,
    look(2, ['c', 'A'], ['b', ''], ['a', ''], ['d', '5 May']),
  );
  expect({ moved, rows: back?.rows, cells: back?.cells, before: back?.guard.before }).toEqual({
    moved: [0],
    rows: [2],
    cells: [[["'=own", 'General', true]]],
    before: [['A']],
  });
});

it('a number with separators that is taken back leaves the format behind that was there before', () => {
  const written = writing([[['A', '#,##0']], [['B', '']]]);
  const { back } = findMovedRows(written, BEFORE, look(2, ['b', 'A'], ['a', 'B']));
  expect(back?.cells).toEqual([[['', 'General', true]], [['', 'General', true]]]);
});
