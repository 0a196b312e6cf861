import { textStart } from '../../shared/text-start';

it.each([
  ['short', 'Stripe', 10, 'Stripe'],
  ['plain', 'Stripe Payments', 6, 'Stripe'],
  ['an emoji', 'ab🚀cd', 3, 'ab'],
  ['an emoji that fits', 'ab🚀cd', 4, 'ab🚀'],
  ['a joined emoji', 'a👩‍👩‍👧b', 6, 'a'],
  ['a flag', 'a🇩🇪b', 4, 'a'],
  ['a tone of skin', 'a👍🏽b', 4, 'a'],
  ['a letter with marks', 'ae\u0301b', 2, 'a'],
  ['one character that is longer than the rest', `e${'\u0301'.repeat(20)}`, 4, 'e\u0301\u0301\u0301'],
  ['nothing', '', 3, ''],
])('%s is not cut in half', (_what, text, most, start) => {
  expect(textStart(text, most)).toBe(start);
});

it('a long text is cut in no time', () => {
  expect(textStart('👩‍👩‍👧'.repeat(100_000), 60)).toHaveLength(56);
});
