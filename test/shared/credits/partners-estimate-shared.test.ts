import { differentAmong, partnersInAll } from '../../../shared/credits/partners-estimate';

test.each([
  [100, 50],
  [600, 40],
  [577, 6_800],
  [20_000, 300],
])('of %d partners, lists with %d show so many different ones that their number is found again', (inAll, listed) => {
  const found = partnersInAll(listed, differentAmong(inAll, listed));
  expect(found / inAll).toBeCloseTo(1, 2);
});

it('lists without a repeat say nothing of how many there are', () => {
  expect([partnersInAll(40, 40), differentAmong(Infinity, 200)]).toEqual([Infinity, 200]);
});
