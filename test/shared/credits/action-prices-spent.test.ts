import { addSpent } from '../../../shared/credits/action-prices';

it.each([
  ['a lost answer that came later is paid for once', { credits: 2, unsure: 1 }, { credits: 1, unsure: 0 }, 3, 0],
  [
    'an answer that was lost twice may have cost one credit',
    { credits: 0, unsure: 1 },
    { credits: 0, unsure: 1 },
    0,
    1,
  ],
  ['what was never asked for again stays in doubt', { credits: 5, unsure: 3 }, { credits: 1, unsure: 0 }, 6, 2],
])('%s', (_, before, more, credits, unsure) => {
  expect(addSpent(before, more)).toEqual({ credits, unsure });
});
