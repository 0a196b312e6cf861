import type { WaitingStatus } from '../../../shared/credits/waiting-lookups';
import { isAgreed, toThawTerms, type ThawTerms } from '../../../shared/functions/thaw-terms';

const price = (credits: number, isLeast = false): WaitingStatus => ({ cells: 1, credits, isLeast });
const terms = (row: number, credits: number | null, isForeign = false, isLeast = false): ThawTerms =>
  toThawTerms(
    [{ sheet: '1', row, column: 1, formula: '=TRACE_TECH(A1)' }],
    isForeign,
    credits === null ? null : price(credits, isLeast),
  );

test.each<[string, ThawTerms, ThawTerms | null, boolean]>([
  ['free formulas of one’s own, unasked', terms(0, 0), null, true],
  ['formulas that nobody pays, unasked', terms(0, null), null, true],
  ['what costs, unasked', terms(0, 1), null, false],
  ['an unknown number of partners, unasked', terms(0, 0, false, true), null, false],
  ['what others have written, unasked', terms(0, 0, true), null, false],
  ['the same formulas at the price that was said', terms(0, 2), terms(0, 2), true],
  ['the same formulas at a lower price', terms(0, 1), terms(0, 2), true],
  ['the same formulas at a higher price', terms(0, 3), terms(0, 2), false],
  ['a price where none was said', terms(0, 3), terms(0, null, true), false],
  ['an unknown price where a known one was said', terms(0, 2, false, true), terms(0, 2), false],
  ['a formula in another cell', terms(1, 2), terms(0, 2), false],
  ['formulas of others where they were one’s own', terms(0, 2, true), terms(0, 2), false],
  ['formulas of others, as was said', terms(0, 2, true), terms(0, 2, true), true],
])('%s', (_what, now, agreed, may) => {
  expect(isAgreed(now, agreed)).toBe(may);
});

test('nobody is asked about others where nothing comes back', () => {
  expect(toThawTerms([], true, null).isForeign).toBe(false);
});
