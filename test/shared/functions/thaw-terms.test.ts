import { toAgree, type ThawTerms } from '../../../shared/functions/thaw-terms';

type Restored = Parameters<typeof toAgree>[0];
/** A formula that comes back into column B, what it costs, and whether others may have written it. */
interface Thawing {
  readonly row: number;
  readonly credits: number | null;
  readonly isForeign: boolean;
  readonly isLeast: boolean;
}

const thawing = (row: number, credits: number | null, isForeign = false, isLeast = false): Thawing => ({
  ...{ row, credits, isForeign, isLeast },
});
const ask = ({ row, credits, isForeign, isLeast }: Thawing, agreed: ThawTerms | null): ThawTerms | null => {
  const restored: Restored = [{ sheet: '1', row, column: 1, formula: '=TRACE_TECH(A1)' }];
  return toAgree(restored, isForeign, credits === null ? null : { cells: 1, credits, isLeast }, agreed);
};

test.each<[string, Thawing, Thawing | null, boolean]>([
  ['free formulas of one’s own, unasked', thawing(0, 0), null, true],
  ['formulas that nobody pays, unasked', thawing(0, null), null, true],
  ['what costs, unasked', thawing(0, 1), null, false],
  ['an unknown number of partners, unasked', thawing(0, 0, false, true), null, false],
  ['what others have written, unasked', thawing(0, 0, true), null, false],
  ['the same formulas at the price that was said', thawing(0, 2), thawing(0, 2), true],
  ['the same formulas at a lower price', thawing(0, 1), thawing(0, 2), true],
  ['the same formulas at a higher price', thawing(0, 3), thawing(0, 2), false],
  ['a price where none was said', thawing(0, 3), thawing(0, null, true), false],
  ['an unknown price where a known one was said', thawing(0, 2, false, true), thawing(0, 2), false],
  ['a formula in another cell', thawing(1, 2), thawing(0, 2), false],
  ['formulas of others where they were one’s own', thawing(0, 2, true), thawing(0, 2), false],
  ['formulas of others, as was said', thawing(0, 2, true), thawing(0, 2, true), true],
])('%s', (_what, now, said, may) => {
  const agreed = said === null ? null : ask(said, null);
  expect({ isAgreed: ask(now, agreed) === null, wasAsked: said === null || agreed !== null }).toEqual({
    isAgreed: may,
    wasAsked: true,
  });
});

test('nobody is asked about others where nothing comes back', () => {
  expect(toAgree([], true, null, null)).toBeNull();
});
