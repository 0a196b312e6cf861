import { TraceError } from '../../../../shared/errors/trace-error';
import { toRestoreTerms, type RestoreTerms } from '../../../../shared/functions/prices/restore-terms';

const CELLS = [{ sheet: '7', row: 0, column: 1, formula: '=TRACE_TECH(A1)' }];
const price = (credits: number, isLeast = false) => ({ cells: 1, credits, isLeast });
const terms = (credits: number, isLeast = false): RestoreTerms => toRestoreTerms(CELLS, price(credits, isLeast), null)!;

it('asks nothing if nothing is fetched', () => {
  expect(toRestoreTerms(CELLS, price(0), null)).toBeNull();
});

it('refuses without a key, for the formulas would put a problem in place of answers', () => {
  expect(() => toRestoreTerms(CELLS, null, null)).toThrow(new TraceError('noKey', {}));
});

it('an answer is good for the same formulas and no higher price', () => {
  expect(
    [
      toRestoreTerms(CELLS, price(3), terms(3)),
      toRestoreTerms(CELLS, price(2), terms(3)),
      toRestoreTerms(CELLS, price(4), terms(3)),
      toRestoreTerms(CELLS, price(3, true), terms(3)),
      toRestoreTerms(CELLS, price(3), terms(3, true)),
      toRestoreTerms([{ ...CELLS[0]!, row: 1 }], price(3), terms(3)),
    ].map((asked) => asked !== null),
  ).toEqual([false, false, true, true, false, true]);
});
