import { priceOfNext } from '../../../shared/credits/rows-price';

it('the next rows cost no more credits than there are rows', () => {
  expect(priceOfNext({ offset: 50, total: 51 }, 50)).toBe(1);
  expect(priceOfNext({ offset: 60, total: 51 }, 50)).toBe(0);
  expect(priceOfNext({ offset: 0, total: null }, 50)).toBe(50);
});
