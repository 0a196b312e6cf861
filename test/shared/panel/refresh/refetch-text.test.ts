import { TraceError } from '../../../../shared/errors/trace-error';
import { toMissingText } from '../../../../shared/panel/refresh/refetch-text';

test('companies that are missing are counted, with the reason', () => {
  const problem = new TraceError('unreachable', {});
  expect([
    toMissingText(5, { answered: 2, problem }),
    toMissingText(3, { answered: 2, problem }),
    toMissingText(5, { answered: 5, problem: null }),
  ]).toEqual([
    '3 companies are missing. Trace could not be reached. Check your connection, then try again.',
    '1 company is missing. Trace could not be reached. Check your connection, then try again.',
    '',
  ]);
});
