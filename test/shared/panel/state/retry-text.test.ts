import { toRetryText } from '../../../../shared/panel/state/retry-text';

it.each([
  [0, 0, 'No Trace cell shows a problem.'],
  [1, 0, '1 formula is calculated again.'],
  [1_200, 0, '1,200 formulas are calculated again.'],
  [0, 1, '1 formula could not be recalculated: just edited, or too long. Enter it again by hand.'],
  [0, 2, '2 formulas could not be recalculated: just edited, or too long. Enter them again by hand.'],
  [500, 1, '500 formulas are calculated again; 1 is left. Retry once these have their answers.'],
  [500, 700, '500 formulas are calculated again; 700 are left. Retry once these have their answers.'],
])('%p retried cells and %p left: %s', (cells, left, sentence) => {
  expect(toRetryText({ cells, left })).toBe(sentence);
});

it('tells what the host did not recalculate, beside what it did', () => {
  const kept = '2 formulas on "Leads" are protected.';
  expect([toRetryText({ cells: 0, left: 0, kept }), toRetryText({ cells: 1, left: 0, kept })]).toEqual([
    kept,
    `1 formula is calculated again. ${kept}`,
  ]);
});
