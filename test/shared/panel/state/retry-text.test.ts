import { toRetryText } from '../../../../shared/panel/state/retry-text';

it.each([
  [0, 0, 'No Trace cell shows a problem.'],
  [1, 0, '1 formula recalculated.'],
  [1_200, 0, '1,200 formulas recalculated.'],
  [0, 1, '1 formula was not recalculated: just edited, or too long. To recalculate, press F2, then Enter in the cell.'],
  [
    0,
    2,
    '2 formulas were not recalculated: just edited, or too long. To recalculate, press F2, then Enter in the cell.',
  ],
  [500, 1, '500 formulas recalculated; 1 left. Retry once these have their answers.'],
  [500, 700, '500 formulas recalculated; 700 left. Retry once these have their answers.'],
])('%p retried cells and %p left: %s', (cells, left, sentence) => {
  expect(toRetryText({ cells, left })).toBe(sentence);
});

it('tells what the host did not recalculate, beside what it did', () => {
  const kept = '2 formulas on "Leads" are protected.';
  expect([toRetryText({ cells: 0, left: 0, kept }), toRetryText({ cells: 1, left: 0, kept })]).toEqual([
    kept,
    `1 formula recalculated. ${kept}`,
  ]);
});
