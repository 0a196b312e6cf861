import { fromRepeats, fromRuns, toRepeats, toRuns } from '../../../../shared/bulk/journal/number-ranges';

it.each([
  ['none', [], []],
  ['numbers that follow each other', [3, 4, 5, 6, 7, 8, 9, 20], [3, 7, 20, 1]],
  ['rows that are nowhere', [-1, -1], '1AA'],
  ['numbers that do not', [700, 3, 62, 5, 4_094], '2K9AEA_AG__'],
])('%s come back, in few characters', (_name, numbers, kept) => {
  expect(toRuns(numbers)).toEqual(kept);
  expect(fromRuns(kept)).toEqual(numbers);
});

it.each([
  ['none', [], []],
  ['the same again and again', [0, 0, 0, 0, -1, -1, -1, -1], [0, 4, -1, 4]],
  ['now this, now that', [0, -1, 0, 1, 62], 'BABC_'],
])('%s come back, each in a character at most', (_name, numbers, kept) => {
  expect(toRepeats(numbers)).toEqual(kept);
  expect(fromRepeats(kept)).toEqual(numbers);
});

it.each(['', '0', '1?', '2A', '9_________', 'xAA', [1], [0, -1], [0, 2_000_000], {}])('%j is damaged', (kept) => {
  expect(fromRuns(kept)).toBeNull();
});

it.each(['?', [1], [-2, 1], [0, -1], [0, 2_000_000], {}])('%j is damaged where numbers repeat', (kept) => {
  expect(fromRepeats(kept)).toBeNull();
});
