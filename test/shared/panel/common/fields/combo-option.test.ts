import { nextActive } from '../../../../../shared/panel/common/fields/combo-option';

test.each<[number, number, 1 | -1, number]>([
  [3, -1, 1, 0],
  [3, -1, -1, 2],
  [3, 2, 1, 0],
  [3, 0, -1, 2],
  [3, 0, 1, 1],
  [0, -1, 1, -1],
])('of %p options, from %p by %p', (count, active, step, next) => {
  expect(nextActive(count, active, step)).toBe(next);
});
