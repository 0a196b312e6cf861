import { hasFailed, toCreditsText, toOutcomeText } from '../../../shared/sidebar/request-text';
import { toRetryText } from '../../../shared/sidebar/retry-text';
import type { LoggedRequest } from '../../../shared/sidebar/protocol';

const request = (facts: Partial<LoggedRequest>): LoggedRequest => ({
  atMs: 0,
  operation: 'companies.batch',
  outcome: 200,
  durationMs: 5,
  creditsMissing: null,
  ...facts,
});

it.each([
  [0, 'No Trace cell shows a problem.'],
  [1, '1 cell is calculated again.'],
  [1_200, '1,200 cells are calculated again.'],
])('%p retried cells: %s', (cells, sentence) => {
  expect(toRetryText(cells)).toBe(sentence);
});

it.each([
  [200, '200'],
  ['unreachable', 'not reached'],
  ['timedOut', 'timed out'],
  ['a reason of tomorrow', 'a reason of tomorrow'],
])('a request that ended with %p says %p', (outcome, text) => {
  expect(toOutcomeText(request({ outcome }))).toBe(text);
});

it.each([
  [null, ''],
  [0, '0 credits missing'],
  [1, '1 credit missing'],
  [2_400, '2,400 credits missing'],
])('%p missing credits say %p', (creditsMissing, text) => {
  expect(toCreditsText(request({ creditsMissing }))).toBe(text);
});

it.each([
  [200, false],
  [404, false],
  [402, true],
  [500, true],
  ['timedOut', true],
])('%p is a failure: %p', (outcome, failed) => {
  expect(hasFailed(request({ outcome }))).toBe(failed);
});
