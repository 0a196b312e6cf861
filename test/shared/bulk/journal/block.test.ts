import { blockFromText, blockToText } from '../../../../shared/bulk/journal/block';
import { TraceError } from '../../../../shared/errors/trace-error';
import type { NotedRow, RowOutcome } from '../../../../shared/bulk/rows/row-record';

const found: RowOutcome = { is: 'written', found: 'data' };
const stood = (index: number, value: string | number | boolean, format: string): NotedRow => ({
  index,
  seen: index + 1,
  state: found,
  cells: [{ digest: 'abcd', before: { value, format } }],
  answer: null,
});
const BLOCK = [stood(0, 'old', '@'), stood(1, 46_000, ''), stood(2, false, ''), stood(3, '', '0.00')];

const withParts = (parts: object): string =>
  JSON.stringify({ ...(JSON.parse(blockToText(BLOCK, 1)) as object), ...parts });

it('what stood in a cell comes back as it was', () => {
  expect(blockFromText(blockToText(BLOCK, 1), 1, 10)).toEqual(BLOCK);
});

it('what a cell held of the run before comes back, in the cells that have it', () => {
  const rows: readonly NotedRow[] = [
    { ...stood(0, 'old', '@'), cells: [{ digest: 'abcd', before: null }, null] },
    { ...stood(1, 'old', '@'), cells: [null, { digest: 'abcd', former: 'efgh', before: null }] },
  ];
  expect(blockFromText(blockToText(rows, 2), 2, 10)).toEqual(rows);
});

it('every state comes back as it was, also of a row that is to be looked at again', () => {
  const states: readonly RowOutcome[] = [
    { is: 'written', found: 'data' },
    { is: 'written', found: 'noData' },
    { is: 'written', found: 'notTracked' },
    { is: 'written', found: 'data', isPartly: true },
    { is: 'written', found: 'noData', isPartly: true },
    { is: 'written', found: 'notTracked', isPartly: true },
    { is: 'cut' },
    { is: 'unplaced' },
    { is: 'skipped', why: 'gone' },
    { is: 'skipped', why: 'filled' },
    { is: 'skipped', why: 'noCompany' },
    { is: 'failed', by: 'answer', why: new TraceError('requestRefused', { status: 422, message: 'no' }) },
    { is: 'failed', by: 'host', why: new TraceError('cellsProtected', {}) },
  ];
  const rows = [...states, ...states.map((as) => ({ is: 'answered', as }) as const)].map((state, index): NotedRow => ({
    index,
    seen: -1,
    state,
    cells: [null],
    answer: null,
  }));
  expect(blockFromText(blockToText(rows, 1), 1, 100)).toEqual(rows);
});

it('why rows have failed is kept once', () => {
  const failed: RowOutcome = { is: 'failed', by: 'answer', why: new TraceError('leftOut', {}) };
  const rows = Array.from({ length: 1_000 }, (_row, index): NotedRow => {
    return { index, seen: index, state: index % 2 === 0 ? failed : found, cells: [null], answer: null };
  });
  const text = blockToText(rows, 1);
  expect(text.split('leftOut')).toHaveLength(2);
  expect(blockFromText(text, 1, 1_000)).toEqual(rows);
});

it.each([
  ['as many digests as there are no cells', { formers: 'abcd' }],
  ['a list', { before: [[0, 0, ['=IMPORTDATA("x")'], 0]] }],
  ['an object', { before: [[0, 0, { formula: '=1' }, 0]] }],
  ['nothing', { before: [[0, 0, null, 0]] }],
  ['no format', { before: [[0, 0, 'old']] }],
  ['a format that is not there', { before: [[0, 0, 'old', 5]] }],
  ['a format that is no text', { before: [[0, 0, 'old', 0]], formats: [5] }],
])('a block with %s in the place of what stood in a cell is damaged', (_name, parts) => {
  expect(() => blockFromText(withParts(parts), 1, 10)).toThrow(expect.objectContaining({ code: 'journalDamaged' }));
});

it('a block of an earlier version is read as what it said', () => {
  const old = {
    settled: false,
    at: [0, 2],
    rows: [1, 2],
    states: 'af',
    digests: 'abcdefgh',
    before: [[0, 0, 'old', '@']],
    blanks: [['0 0.00', [1, 1]]],
    reasons: [[1, 'No answer.']],
  };
  const rest = { seen: 1, answer: null };
  expect(blockFromText(JSON.stringify(old), 1, 10)).toEqual([
    {
      ...rest,
      index: 0,
      state: { is: 'answered', as: { is: 'written', found: 'data' } },
      cells: [{ digest: 'abcd', before: { value: 'old', format: '@' } }],
    },
    {
      ...rest,
      index: 1,
      seen: 2,
      state: { is: 'answered', as: { is: 'failed', by: 'answer', why: new TraceError('reasonUnknown', {}) } },
      cells: [{ digest: 'efgh', before: { value: '', format: '0.00' } }],
    },
  ]);
});

it('why a row has failed comes back with what its sentence needs', () => {
  const why = new TraceError('requestRefused', { status: 422, message: 'no such field' });
  const row: NotedRow = {
    ...{ index: 0, seen: 1, cells: [null], answer: null },
    state: { is: 'failed', by: 'answer', why },
  };
  const [read] = blockFromText(blockToText([row], 1), 1, 10);
  expect(read?.state.is === 'failed' ? [read.state.why.code, read.state.why.facts] : null).toEqual([
    'requestRefused',
    { status: 422, message: 'no such field' },
  ]);
});

it.each([
  ['a sentence of an earlier version', 'No answer.'],
  ['an unknown code', { code: 'notOurs', facts: {} }],
  ['a name that every object has', { code: 'toString', facts: {} }],
  ['a fact that is no text', { code: 'requestRefused', facts: { status: 1, message: { toString: 1 } } }],
  ['nothing', null],
])('%s in the place of a reason is told as a reason that nobody can read', (_name, reason) => {
  const row = { at: [0, 1], rows: [1, 1], states: 'f', digests: '....', reasons: [reason], why: [0, 1] };
  const [read] = blockFromText(JSON.stringify(row), 1, 10);
  expect(read?.state).toEqual({ is: 'failed', by: 'answer', why: new TraceError('reasonUnknown', {}) });
});
