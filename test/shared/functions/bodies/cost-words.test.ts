import { toProblemWords } from '../../../../shared/functions/bodies/cost';

test('TRACE_COST counts a cell of several addresses apart from one that is no domain', () => {
  expect([toProblemWords('inputIsNotOneEmail'), toProblemWords('inputIsNotADomain')]).toEqual([
    'more than an email address',
    'no domains',
  ]);
});
