import { blockFromText } from '../../../../shared/bulk/journal/block';

/** As version 2 wrote it. Anyone who may edit the file can write such a part, and the panel reads it as it opens. */
const OLD = {
  settled: true,
  at: [0, 2],
  rows: [1, 2],
  states: 'aa',
  digests: '1FzuWhUQ',
  blanks: [['0 General', [0, 2]]],
};

it('cells of an earlier version that were blank come back', () => {
  const befores = blockFromText(JSON.stringify(OLD), 1, 2).map(({ cells }) => cells[0]!.before);
  expect(befores).toEqual([
    { value: '', format: 'General' },
    { value: '', format: 'General' },
  ]);
});

it.each([
  ['more blank cells than it has', { blanks: [['0 General', [0, 1_000_000]]] }],
  [
    'the same blank cells again',
    {
      blanks: [
        ['0 General', [0, 2]],
        ['0 @', [0, 2]],
      ],
    },
  ],
  ['more rows than it has states', { at: [0, 1_000_000], rows: [0, 1_000_000] }],
  ['more cells than it has digests', { digests: '1FzuWhU' }],
])('a part of an earlier version that tells of %s is damaged', (_name, told) => {
  expect(() => blockFromText(JSON.stringify({ ...OLD, ...told }), 1, 2)).toThrow(
    expect.objectContaining({ code: 'journalDamaged' }),
  );
});
