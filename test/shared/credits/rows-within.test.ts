import { isCountWorthIt, leftAfter, listsWithin, rowsWithin } from '../../../shared/credits/rows-within';

test.each([
  [0, false],
  [99, false],
  [100, true],
])('with %i credits left, a count of partners is worth its credit: %p', (left, isWorthIt) => {
  expect(isCountWorthIt(left)).toBe(isWorthIt);
});

test.each([
  [250, 100, 100],
  [30, 100, 30],
  [0, 100, 1],
])('with %i credits left, %i rows are cut to %i', (left, wanted, rows) => {
  expect(rowsWithin(left, wanted)).toBe(rows);
});

test.each([
  [1_000, 10],
  [199, 1],
  [50, 1],
])('with %i credits left, lists of 100 rows are asked for %i at once', (left, lists) => {
  expect(listsWithin(left, 100)).toBe(lists);
});

test.each([
  ['nothing is reserved yet', 100, 40, 0, 60],
  ['a part is reserved', 100, 40, 30, 90],
  ['more is reserved than it costs', 100, 40, 50, 100],
  ['it does not fit', 10, 40, 0, -30],
])('a lookup leaves the credits that are not its own: %s', (_where, left, most, reserved, after) => {
  expect(leftAfter(left, most, reserved)).toBe(after);
});
