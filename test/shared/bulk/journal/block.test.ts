import { blockFromText, blockToText, STATES, type BlockRecord } from '../../../../shared/bulk/journal/block';

const BLOCK: BlockRecord = {
  isSettled: true,
  rows: [
    { index: 0, row: 1, state: STATES.answered, cells: [{ digest: 'abcd', before: { value: 'old', format: '@' } }] },
    { index: 1, row: 2, state: STATES.answered, cells: [{ digest: 'efgh', before: { value: 46_000, format: '' } }] },
    { index: 2, row: 3, state: STATES.answered, cells: [{ digest: 'ijkl', before: { value: false, format: '' } }] },
  ],
};

const withBefore = (before: unknown): string =>
  JSON.stringify({ ...(JSON.parse(blockToText(BLOCK)) as object), before: [before] });

it('what stood in a cell comes back as it was', () => {
  expect(blockFromText(blockToText(BLOCK), 1, 10)).toEqual(BLOCK);
});

it.each([
  ['a list', [0, 0, ['=IMPORTDATA("x")'], '']],
  ['an object', [0, 0, { formula: '=1' }, '']],
  ['nothing', [0, 0, null, '']],
  ['no format', [0, 0, 'old']],
  ['a format that is no text', [0, 0, 'old', 5]],
])('a block with %s in the place of what stood in a cell is damaged', (_name, before) => {
  expect(() => blockFromText(withBefore(before), 1, 10)).toThrow(expect.objectContaining({ code: 'journalDamaged' }));
});
