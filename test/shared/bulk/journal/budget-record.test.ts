import { readBudget } from '../../../../shared/bulk/journal/budget-record';

/** Anyone who may edit the file can have written these texts, and the panel reads them as it opens. */

const ROWS = [{ code: 'ZWc9q6' }, { code: 'kFpItc' }];
const budgetOf = (...doubtful: unknown[]): string => JSON.stringify({ settled: 3, sinceMs: 9, doubtful });

it('doubts about rows of the plan and about other companies come back', () => {
  const text = budgetOf(['c', 1, [0, 2], 'yWgaLb'], ['p', 5, [1, 1], '']);
  expect([...readBudget(text, ROWS)!.doubtful]).toEqual([
    ['cZWc9q6', 1],
    ['ckFpItc', 1],
    ['cyWgaLb', 1],
    ['pkFpItc', 5],
  ]);
});

it.each([
  ['rows that the plan does not have', [['c', 1, [0, 1_000_000], '']]],
  [
    'the same rows again',
    [
      ['c', 1, [0, 2], ''],
      ['c', 2, [0, 2], ''],
    ],
  ],
])('doubts about %s are damaged', (_name, doubtful) => {
  expect(readBudget(budgetOf(...doubtful), ROWS)).toBeNull();
});
