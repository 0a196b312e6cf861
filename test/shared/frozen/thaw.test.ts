import { freeze, thaw, type Thawed } from '../../../shared/frozen/freeze';
import { toThawedText } from '../../../shared/frozen/freeze-text';
import type { FoundColumn } from '../../../shared/frozen/plan-thaw';
import type { ThawPorts } from '../../../shared/frozen/ports';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { runSync } from '../../../shared/task';

type Line = readonly (string | readonly [formula: string, value: string])[];

const sheetOf = (id: string, lines: readonly Line[]): SheetCells => ({
  id,
  name: `Sheet${id}`,
  formulas: lines.map((line) => line.map((cell) => (typeof cell === 'string' ? '' : cell[0]))),
  values: lines.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : cell[1]))),
});

/** Freezes the first sheet as it is, then thaws what the second argument makes of it. */
function freezeThenThaw(
  lines: readonly Line[],
  edit: (
    frozen: readonly Line[],
    marks: readonly FoundColumn[],
  ) => readonly [readonly SheetCells[], readonly FoundColumn[]],
): Thawed & { readonly formulas: readonly string[] } {
  let texts: readonly string[] = [];
  let marks: FoundColumn[] = [];
  let seed = 0;
  const formulas: string[] = [];
  const ports = (sheets: readonly SheetCells[]): ThawPorts<never> => ({
    cells: () => sheets,
    look: () => sheets,
    readFrozen: () => texts,
    keepFrozen: (asked) => void (texts = asked.texts),
    findColumns: () => marks,
    markColumns: (asked) => void marks.push(...asked.marks),
    // In these sheets a table has two rows.
    takesOut: () => null,
    reach: ({ cells }) => cells.map(({ row, column }) => ({ row, column, rows: 2, columns: 1 })),
    putValues: ({ cells }) => cells.map(() => true),
    putFormulas: ({ sheet, cells }) =>
      cells.map(({ row, column, formula }) => {
        formulas.push(`${sheet} ${row} ${column} ${formula}`);
        return true;
      }),
    isTimeUp: () => false,
    random: () => (seed += 1) / 1_000,
    toAgree: () => null,
  });
  const every = { isAsked: () => true, isProblem: () => false, isProtected: () => false };
  runSync(
    freeze(([sheet]) => [{ sheet: sheet!, ...every }]),
    ports([sheetOf('1', lines)]),
  );
  const frozen = lines.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : cell[1])));
  const [sheets, found] = edit(frozen, marks);
  marks = [...found];
  return { ...runSync(thaw(), ports(sheets)), formulas };
}

const ROWS: readonly Line[] = [
  ['stripe.com', ['=TRACE_TECH(A1)', 'React']],
  ['figma.com', ['=TRACE_TECH(A2)', 'Vue']],
];

it('thaws in a copy of the sheet too, each with its own columns', () => {
  const { formulas, listed } = freezeThenThaw(ROWS, (lines, marks) => [
    [sheetOf('1', lines), sheetOf('2', [['', '', ''], ...lines.map(([input, value]) => [value!, '', input!])])],
    [...marks, ...marks.map(({ mark, column }) => ({ mark, sheet: '2', column: column === 0 ? 2 : 0 }))],
  ]);
  expect({ formulas, listed }).toEqual({
    formulas: ['1 0 1 =TRACE_TECH(A1)', '1 1 1 =TRACE_TECH(A2)', '2 1 0 =TRACE_TECH(C2)', '2 2 0 =TRACE_TECH(C3)'],
    listed: [],
  });
});

it('touches nothing where somebody has copied the column within the sheet, and says so', () => {
  const thawed = freezeThenThaw(ROWS, (lines, marks) => [
    [
      sheetOf(
        '1',
        lines.map((line) => [...line, line[1]!]),
      ),
    ],
    [...marks, ...marks.filter(({ column }) => column === 1).map((mark) => ({ ...mark, column: 2 }))],
  ]);
  expect(thawed.formulas).toEqual([]);
  expect(toThawedText(thawed)).toBe(
    [
      'No formula was put back.',
      '2 values stay, because it is not clear where their formulas belong:',
      '• Sheet1!B (stripe.com): its column was copied',
      '• Sheet1!B (figma.com): its column was copied',
    ].join('\n'),
  );
});

it.each([
  ['the copy', 2],
  ['the first column', 1],
])('thaws where somebody has copied the column and blanked %s since', (_what, blank) => {
  const { formulas, listed } = freezeThenThaw(ROWS, (lines, marks) => [
    [
      sheetOf(
        '1',
        lines.map(([input, value]) => [input!, blank === 1 ? '' : value!, blank === 2 ? '' : value!]),
      ),
    ],
    [...marks, ...marks.filter(({ column }) => column === 1).map((mark) => ({ ...mark, column: 2 }))],
  ]);
  const column = blank === 1 ? 2 : 1;
  expect({ formulas, listed }).toEqual({
    formulas: [`1 0 ${column} =TRACE_TECH(A1)`, `1 1 ${column} =TRACE_TECH(A2)`],
    listed: [],
  });
});

it('lists what stood in a column that was deleted', () => {
  const { listed } = freezeThenThaw(ROWS, (lines, marks) => [
    [
      sheetOf(
        '1',
        lines.map(([input]) => [input!]),
      ),
    ],
    marks.filter(({ column }) => column === 0),
  ]);
  expect(listed.map(({ why }) => why)).toEqual(['columnGone', 'columnGone']);
});

describe('a table', () => {
  const TABLE: readonly Line[] = [
    ['stripe.com', ['=TRACE_TECH(A1:A2)', 'React']],
    ['figma.com', 'Vue'],
    ['', ''],
    ['', ''],
  ];

  it('comes back where it has moved to as a whole', () => {
    const { formulas } = freezeThenThaw(TABLE, ([one, two, blank], marks) => [
      [sheetOf('1', [blank!, one!, two!])],
      marks,
    ]);
    expect(formulas).toEqual(['1 1 1 =TRACE_TECH(A2:A3)']);
  });

  it.each([
    ['its rows are in another order', ([one, two]: readonly Line[]) => [two!, one!]],
    ['a row was inserted into it', ([one, two, blank]: readonly Line[]) => [one!, blank!, two!]],
    ['a value was typed over one of it', ([one]: readonly Line[]) => [one!, ['figma.com', 'mine']]],
  ])('stays values where %s', (_name, edit) => {
    const { formulas, listed } = freezeThenThaw(TABLE, (lines, marks) => [[sheetOf('1', edit(lines))], marks]);
    expect({ formulas, whyListed: listed.map(({ why }) => why) }).toEqual({ formulas: [], whyListed: ['changed'] });
  });
});

it.each([
  ['comes back', 'have room for their answers', '', ['1 0 1 =TRACE_TECH(A1:A)']],
  ['stays values', 'have something of a person beside them', 'mine', []],
])('an open range %s where rows below it were added that %s', (_comes, _what, beside, expected) => {
  const lines: readonly Line[] = [
    ['stripe.com', ['=TRACE_TECH(A1:A)', 'React']],
    ['figma.com', 'Vue'],
  ];
  const { formulas, listed } = freezeThenThaw(lines, (frozen, marks) => [
    [sheetOf('1', [...frozen, ['asana.com', beside]])],
    marks,
  ]);
  expect({ formulas, whyListed: listed.map(({ why }) => why) }).toEqual({
    formulas: expected,
    whyListed: expected.length === 0 ? ['changed'] : [],
  });
});

it('an open range stays values where one of its own inputs has changed', () => {
  const { formulas } = freezeThenThaw(
    [
      ['stripe.com', ['=TRACE_TECH(A1:A)', 'React']],
      ['figma.com', 'Vue'],
    ],
    ([one], marks) => [[sheetOf('1', [one!, ['other.com', 'Vue'], ['asana.com', '']])], marks],
  );
  expect(formulas).toEqual([]);
});

it('a fixed reference has to find what it found', () => {
  const lines: readonly Line[] = [
    ['name', ''],
    ['stripe.com', ['=TRACE_COMPANY(A2,$A$1)', 'Stripe']],
  ];
  const moved = freezeThenThaw(lines, ([one, two], marks) => [[sheetOf('1', [['', ''], one!, two!])], marks]);
  const still = freezeThenThaw(lines, ([one, two], marks) => [[sheetOf('1', [one!, ['', ''], two!])], marks]);
  expect({ movedFormulas: moved.formulas, movedListed: moved.listed.length, stillFormulas: still.formulas }).toEqual({
    movedFormulas: [],
    movedListed: 1,
    stillFormulas: ['1 2 1 =TRACE_COMPANY(A3,$A$1)'],
  });
});

it('formulas without inputs are told apart by the rest of their rows', () => {
  const lines: readonly Line[] = [
    ['Stripe', ['=TRACE_COMPANY("stripe.com","country")', 'US']],
    ['Figma', ['=TRACE_COMPANY("figma.com","country")', 'US']],
  ];
  const { formulas } = freezeThenThaw(lines, ([one, two], marks) => [[sheetOf('1', [two!, one!])], marks]);
  expect(formulas).toEqual([
    '1 0 1 =TRACE_COMPANY("figma.com","country")',
    '1 1 1 =TRACE_COMPANY("stripe.com","country")',
  ]);
});

it('formulas that nothing tells apart stay values', () => {
  const lines: readonly Line[] = [
    [['=TRACE_COMPANY("stripe.com","country")', 'US']],
    [['=TRACE_COMPANY("figma.com","country")', 'US']],
  ];
  const { formulas, listed } = freezeThenThaw(lines, (frozen, marks) => [[sheetOf('1', frozen)], marks]);
  expect({ formulas, listed: listed.map(({ why, label }) => [why, label]) }).toEqual({
    formulas: [],
    listed: [
      ['several', '=TRACE_COMPANY("stripe.com","country")'],
      ['several', '=TRACE_COMPANY("figma.com","country")'],
    ],
  });
});
