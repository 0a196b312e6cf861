import { NO_SPENDING } from '../../../../shared/credits/spend-counters';
import { PaidCompanies } from '../../../../shared/credits/paid-companies';
import type { SpendPolicy } from '../../../../shared/credits/spend-policy';
import type { ThawTerms } from '../../../../shared/functions/thaw-terms';
import { toReplaceLabel, toReplaceTerms, toReplaceText } from '../../../../shared/panel/frozen/replace-terms';

const FORMULAS = [{ sheet: '1', row: 1, column: 1, formula: '=TRACE_COMPANY(A2:A4)' }];
const FREELY: SpendPolicy = { mode: 'freely' };

function terms(credits: number, isLeast: boolean, policy: SpendPolicy | null): ThawTerms | string | null {
  const ledger = policy && { policy, ownerLimit: null, counters: NO_SPENDING, paid: new PaidCompanies() };
  return toReplaceTerms(FORMULAS, { cells: 1, credits, isLeast }, ledger, null, 0);
}

it.each([
  ['what is free', 0, false, { mode: 'onRequest' }],
  ['what is free, without a key', 0, false, null],
] as const)('%s needs no agreement', (_what, credits, isLeast, policy) => {
  expect(terms(credits, isLeast, policy)).toBeNull();
});

it.each([
  ['a price', 3, false, 'New ones cost up to 3 credits.', 'Replace formulas (up to 3 credits)'],
  [
    'partners, whose number nobody knows',
    3,
    true,
    'Each partner costs 1 credit, and their number is only known after paying.',
    'Replace formulas',
  ],
])('asks with %s', (_what, credits, isLeast, cost, label) => {
  const asked = terms(credits, isLeast, FREELY) as ThawTerms;
  expect({ text: toReplaceText(asked, false), label: toReplaceLabel(asked) }).toEqual({
    text: `Saved answers are free. ${cost}`,
    label,
  });
});

it('a limit allows a price that is not above it, and no price that nobody knows', () => {
  expect(terms(3, false, { mode: 'daily', limit: 3 })).toMatchObject({ price: { credits: 3 } });
  expect(terms(4, false, { mode: 'daily', limit: 3 })).toContain(
    'They cost up to 4 credits, but formulas may spend only 3 more',
  );
  expect(terms(0, true, { mode: 'daily', limit: 3 })).toContain('Their price is only known after paying');
});
