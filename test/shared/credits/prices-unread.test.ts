import { asLeast, withUnread } from '../../../shared/credits/prices';

const PRICE = { cells: 2, credits: 3, isLeast: false };

it('an unreadable formula counts as one company, which is what the user approves', () => {
  expect(withUnread(PRICE, 2)).toEqual({ cells: 2, credits: 5, isLeast: false });
});

it('if no approval holds it back, it may ask for a whole column', () => {
  expect(asLeast(PRICE, 2)).toEqual({ cells: 2, credits: 3, isLeast: true, isUnread: true });
});

it('if all can be read, the price stays as it is', () => {
  expect(asLeast(withUnread(PRICE, 0), 0)).toEqual(PRICE);
  expect(asLeast({ ...PRICE, isLeast: true }, 0)).toEqual({ ...PRICE, isLeast: true });
});
