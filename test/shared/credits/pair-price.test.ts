import { priceOfPairs } from '../../../shared/credits/pair-price';

it.each([
  ['nothing to ask about', 0, 3, 0],
  ['one pair', 1, 1, 2],
  ['ten pairs with one company on the other side', 10, 1, 11],
  ['pairs whose names are all known', 4, 0, 4],
])('%s: %p pairs and %p others cost %p', (_, pairs, others, credits) => {
  expect(priceOfPairs(pairs, others)).toBe(credits);
});
