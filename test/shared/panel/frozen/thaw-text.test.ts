import { toThawLabel, toThawText } from '../../../../shared/panel/frozen/thaw-text';

const BACK = '2 formulas come back. Saved answers are free.';

it.each([
  ['the price at most', { isLeast: false }, 'New ones cost up to 3 credits.', 'Thaw 2 formulas (up to 3 credits)'],
  [
    'partners, whose number nobody knows',
    { isLeast: true },
    'Each partner costs 1 credit, and their number is only known after paying.',
    'Thaw 2 formulas',
  ],
  [
    'formulas that nobody can read',
    { isLeast: true, isUnread: true as const },
    'Some prices are only known after paying.',
    'Thaw 2 formulas',
  ],
])('asks before thawing, with %s', (_what, price, cost, label) => {
  const terms = { formulas: '[]', isForeign: false, price: { cells: 2, credits: 3, ...price } };
  expect({ text: toThawText(terms, '', false), label: toThawLabel(terms) }).toEqual({ text: `${BACK} ${cost}`, label });
});
