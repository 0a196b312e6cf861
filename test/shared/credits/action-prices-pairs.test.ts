import { priceOfPairs, priceOfPairsWith } from '../../../shared/credits/action-prices';

it.each([
  ['nothing to ask about', 0, 3, 0],
  ['one pair', 1, 1, 2],
  ['ten pairs with one company on the other side', 10, 1, 11],
  ['pairs whose names are all known', 4, 0, 4],
])('%s: %p pairs and %p others cost %p', (_, pairs, others, credits) => {
  expect(priceOfPairs(pairs, others)).toBe(credits);
});

it('pairs with the same company need its name once, and none that is known', () => {
  expect(priceOfPairsWith(['a.com', 'b.com', 'a.com', 'c.com'], (other) => other === 'c.com')).toBe(6);
});
