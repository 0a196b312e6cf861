import { toQuestionText } from '../../../shared/client/rows';
import { priceOfBothLists, priceOfLists, priceOfNext, priceOfRows } from '../../../shared/credits/action-prices';

it('the next rows cost no more credits than there are rows', () => {
  expect(priceOfNext({ offset: 50, total: 51 }, 50)).toBe(1);
  expect(priceOfNext({ offset: 60, total: 51 }, 50)).toBe(0);
  expect(priceOfNext({ offset: 0, total: null }, 50)).toBe(50);
});

it('a list costs a credit for each row', () => {
  expect(priceOfRows(100)).toBe(100);
});

it('both lists cost what their partners cost, if these are counted', () => {
  expect([priceOfBothLists(30, 12), priceOfBothLists(null, 12), priceOfBothLists(30, null)]).toEqual([42, null, null]);
});

it('lists cost their prices together, repeats included', () => {
  const search = toQuestionText({ operation: 'companies.search', path: '/x', paging: 'page', top: 3, mayBeOne: false });
  const free = toQuestionText({ operation: 'lists.index', path: '/lists', paging: 'page', top: 9, mayBeOne: false });
  expect(priceOfLists([search, search, free])).toBe(6);
});
