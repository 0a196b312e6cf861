import { doubtOf, inDoubtOf, maySpend } from '../../../shared/credits/charges';
import { TraceError } from '../../../shared/errors/trace-error';
import type { MayCost } from '../../../shared/records/outcome';

it.each<[string, number, boolean, number, MayCost]>([
  ['a company whose answer was lost', 1, true, 0, { inDoubt: 1 }],
  ['a company that was refused', 1, false, 0, {}],
  ['the third page of a list, lost', 100, true, 200, { inDoubt: 300 }],
  ['the third page of a list, refused', 100, false, 200, { inDoubt: 200 }],
  ['the third page of a list that shows its rows', 100, true, 0, { inDoubt: 100 }],
  ['the third page of a free list', 0, true, 200, {}],
])('%s: the last request at %p, in doubt %p, after %p rows', (_what, mostOfLast, isInDoubt, earlierRows, doubt) => {
  expect(doubtOf(mostOfLast, isInDoubt, earlierRows)).toEqual(doubt);
});

it.each<[string, TraceError, boolean]>([
  ['nothing was sent', new TraceError('cancelled', {}), false],
  ['nobody knows what was sent', new TraceError('unreadable', {}), true],
])('where it broke and %s', (_what, error, isSpent) => {
  expect(maySpend(error)).toBe(isSpent);
});

it('an outcome without a doubt has none', () => {
  const error = new TraceError('timedOut', {});
  expect([
    inDoubtOf({ is: 'failed', error, inDoubt: 3 }),
    inDoubtOf({ is: 'failed', error }),
    inDoubtOf({ is: 'notTracked', asOfMs: 0 }),
  ]).toEqual([3, 0, 0]);
});
