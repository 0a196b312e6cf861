import { mostOfRest } from '../../../shared/credits/action-prices';

it.each([
  [10, 4, 0, 6],
  [10, 4, 3, 9],
  [10, 10, 0, 0],
  [10, 13, 0, 0],
  [null, 4, 1, 0],
])('of a limit of %p with %p used, %p of them unconfirmed, %p may still be charged', (cap, used, unsure, most) => {
  expect(mostOfRest(cap, used, unsure)).toBe(most);
});
