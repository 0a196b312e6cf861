import { addFrozen, readTexts, toTexts, type FrozenColumn, type Piece } from '../../../shared/frozen/frozen-column';

const PIECE: Piece = {
  template: 0,
  rows: 1,
  columns: 1,
  inputs: 'a',
  first: 'b',
  values: 'c',
  besides: 'd',
  label: 'stripe.com',
  isThawed: false,
};
const COLUMN: FrozenColumn = {
  mark: '0123abcd',
  place: 'Leads!B',
  templates: [{ parts: ['=TRACE_TECH(', ')'], references: [['', ['89abcdef', '', 0, ''], null]] }],
  pieces: [PIECE],
};
const many = (count: number): FrozenColumn => ({
  ...COLUMN,
  pieces: Array.from({ length: count }, (_piece, at) => ({ ...PIECE, label: `company ${at}` })),
});

it('is the same after it was kept, in texts that fit into a cell each', () => {
  const texts = toTexts([many(2_000)]);
  expect(texts.length).toBeGreaterThan(1);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(50_000);
  expect(readTexts(texts)).toEqual([many(2_000)]);
});

it('what was thawed before goes where its formula is frozen again, one for one', () => {
  const thawed = { ...PIECE, isThawed: true };
  const kept = { ...COLUMN, pieces: [thawed, thawed, { ...thawed, inputs: 'other' }] };
  expect(addFrozen([kept], [COLUMN])).toEqual([{ ...COLUMN, pieces: [thawed, { ...thawed, inputs: 'other' }, PIECE] }]);
});

it.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['another version', JSON.stringify({ ...JSON.parse(toTexts([COLUMN])[0]!), v: 2 })],
  [
    'a name that is no text',
    JSON.stringify({
      ...JSON.parse(toTexts([COLUMN])[0]!),
      templates: [{ parts: ['', ''], references: [['', ['89abcdef', '', 0, ''], null, 7]] }],
    }),
  ],
  ['a mark of another shape', toTexts([{ ...COLUMN, mark: 'x' }])[0]!],
  [
    'a template without references',
    JSON.stringify({ ...JSON.parse(toTexts([COLUMN])[0]!), templates: [{ parts: ['=A1'] }] }),
  ],
  [
    'a column that is a number where it has to be a mark',
    JSON.stringify({
      ...JSON.parse(toTexts([COLUMN])[0]!),
      templates: [{ parts: ['=TRACE_TECH(', ')'], references: [['', [0, '', 0, ''], null]] }],
    }),
  ],
])('a text is left out that is %s', (_what, text) => {
  expect(readTexts([text])).toEqual([]);
});

it.each([
  ['as long as a formula can be', 50_000 - '=TRACE_TECH(A2)'.length, 1],
  ['longer', 50_001 - '=TRACE_TECH(A2)'.length, 0],
])('a formula that is %s: kept or left out', (_what, more, columns) => {
  const [{ references }] = COLUMN.templates as [FrozenColumn['templates'][number]];
  const parts = [`=TRACE_TECH(${' '.repeat(more)}`, ')'];
  expect(readTexts(toTexts([{ ...COLUMN, templates: [{ parts, references }] }]))).toHaveLength(columns);
});

it('a formula is left out that has more references than one can hold', () => {
  const reference = COLUMN.templates[0]!.references[0]!;
  const keptWith = (count: number): number => {
    const references = Array.from({ length: count }, () => reference);
    const parts = ['=', ...references.map(() => '+')];
    return readTexts(toTexts([{ ...COLUMN, templates: [{ parts, references }] }])).length;
  };
  expect([keptWith(16_666), keptWith(16_667)]).toEqual([1, 0]);
});

it.each([
  ['a piece larger than a spreadsheet', '[[0,1,1,', '[[0,9000000,9,'],
  ['a row below every sheet', '"89abcdef","",0,', '"89abcdef","",1e9,'],
  ['a column beside every sheet', '[["",["89abcdef"', '[["Other!",[20000'],
])('%s is left out, before anything is counted by it', (_what, from, to) => {
  const [read] = readTexts([toTexts([COLUMN])[0]!.replace(from, to)]);
  expect(read?.pieces ?? []).toEqual([]);
});

it('what people are shown of it has one short line each, whoever wrote it', () => {
  const long = {
    ...COLUMN,
    place: `Leads!B\n${'x'.repeat(500)}`,
    pieces: [{ ...PIECE, label: `a\n\nb${'c'.repeat(80)}` }],
  };
  const [read] = readTexts(toTexts([long]));
  expect({ placeLength: read?.place.length, label: read?.pieces[0]?.label }).toEqual({
    placeLength: 120,
    label: `a b${'c'.repeat(37)}`,
  });
});

it('a piece is left out that has no template, or a size of nothing', () => {
  const text = toTexts([COLUMN])[0]!;
  const read = (from: string, to: string): unknown => readTexts([text.replace(from, to)])[0]?.pieces;
  expect([read('[[0,1,1,', '[[9,1,1,'), read('[[0,1,1,', '[[0,0,1,'), read('"a"', '7')]).toEqual([[], [], []]);
});
