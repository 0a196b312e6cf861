import { isolated, toDayText } from '../../../../shared/panel/common/words';

describe('isolated', () => {
  it.each([
    ['Stripe', 'Stripe'],
    ['Zürich 🚀 東京', 'Zürich 🚀 東京'],
    ['שלום', '\u2068שלום\u2069'],
    ['مرحبا 2', '\u2068مرحبا 2\u2069'],
    ['Acme שלום', '\u2068Acme שלום\u2069'],
  ])('%j appears in a sentence as %j', (name, shown) => {
    expect(isolated(name)).toBe(shown);
  });
});

describe('day text', () => {
  test('times are days, and what is none is nothing', () => {
    expect([
      toDayText('2026-08-12T23:30:00Z'),
      toDayText(Date.UTC(2026, 7, 2)),
      toDayText('2019-09-26'),
      toDayText('soon'),
      toDayText(null),
    ]).toEqual(['12 Aug 2026', '2 Aug 2026', '26 Sep 2019', '', '']);
  });
});
