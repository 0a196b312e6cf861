import { readCredits } from '../../../shared/credits/action-prices';

describe('credits that a panel sends', () => {
  it.each([0, 1, 1_000_000])('may be %d', (credits) => {
    expect(readCredits(credits)).toBe(credits);
  });

  it('may be the price of all that waits, however much that is', () => {
    expect(readCredits(2_001 * 500)).toBe(1_000_500);
  });

  it.each([[-1], [0.5], [NaN], [Infinity], [2 ** 60], ['5'], [null], [undefined]])('are never %p', (sent) => {
    expect(() => readCredits(sent)).toThrow(expect.objectContaining({ code: 'actionMalformed' }));
  });
});
