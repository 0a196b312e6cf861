import { priceOfUnsaved } from '../../../shared/credits/action-prices';

it.each([
  ['companies that are not saved cost a credit each', 2, 0, 5, 2],
  ['saved answers are free', 0, 0, 5, 0],
  ['it is never more than without saved answers', 7, 0, 5, 5],
  ['what is saved tells a price that would be open', 2, 0, null, 2],
  ['other lookups may cost whatever they did', 2, 1, 5, 5],
  ['other lookups leave a price open', 0, 1, null, null],
])('%s', (_what, companies, others, most, price) => {
  expect(priceOfUnsaved({ companies, others }, most)).toBe(price);
});
