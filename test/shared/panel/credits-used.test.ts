import { toUsedText } from '../../../shared/panel/credits-used';

it.each([
  [0, 0, 'free'],
  [1, 0, '1 credit used'],
  [1_200, 0, '1,200 credits used'],
  [3, 1, '2 credits used, 1 credit unconfirmed (connection was lost)'],
  [2, 2, '2 credits unconfirmed (connection was lost)'],
])('%d credits, %d of them unsure: %s', (credits, unsure, text) => {
  expect(toUsedText(credits, unsure)).toBe(text);
});
