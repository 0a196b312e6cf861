import type { SpendPolicy } from '../../../shared/formulas';
import { toSwitchQuestion } from '../../../workbook/page/price-words';

const DAILY: SpendPolicy = { mode: 'daily', limit: 500 };
const BEGINNING = 'Use the real service, with your own API key?';
const END = 'The page loads again. The sandbox keeps its own answers.';

it.each([
  [
    { formulas: 72, credits: 44, unknown: 0 },
    DAILY,
    [
      'This workbook has 72 Trace formulas. On the real service they cost up to 44 credits.',
      'If you clear the box, formulas may spend up to 500 credits a day there.',
    ],
  ],
  [
    { formulas: 1, credits: 1, unknown: 0 },
    DAILY,
    [
      'This workbook has 1 Trace formula. On the real service it costs up to 1 credit.',
      'If you clear the box, formulas may spend up to 500 credits a day there.',
    ],
  ],
  [
    { formulas: 3_000, credits: 1_200, unknown: 1_500 },
    { mode: 'freely' },
    [
      'This workbook has 3,000 Trace formulas. For 1,500 of them the price is only known after paying: each partner of a company can cost a credit. The others cost up to 1,200 credits.',
      'If you clear the box, formulas may spend without a limit there.',
    ],
  ],
  [
    { formulas: 2, credits: 0, unknown: 2 },
    { mode: 'onRequest' },
    [
      'This workbook has 2 Trace formulas. Their price is only known after paying: each partner of a company can cost a credit.',
      'They wait until you fetch them in the Trace panel.',
    ],
  ],
  [
    { formulas: 2, credits: 0, unknown: 0 },
    DAILY,
    [
      'This workbook has 2 Trace formulas. On the real service they cost nothing.',
      'If you clear the box, formulas may spend up to 500 credits a day there.',
    ],
  ],
  [{ formulas: 0, credits: 0, unknown: 0 }, DAILY, ['This workbook has no Trace formulas yet.']],
] as const)('%j', (price, policy, told) => {
  expect(toSwitchQuestion(price, policy as SpendPolicy)).toBe([BEGINNING, told[0], END, ...told.slice(1)].join('\n\n'));
});
