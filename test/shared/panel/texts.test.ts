import { hasFailed, toNoteText, toOutcomeText } from '../../../shared/panel/settings/request-text';
import { toRetryText } from '../../../shared/panel/retry-text';
import type { LoggedRequest } from '../../../shared/panel/protocol';

const request = (facts: Partial<LoggedRequest>): LoggedRequest => ({
  atMs: 0,
  operation: 'companies.batch',
  outcome: 200,
  durationMs: 5,
  creditsMissing: null,
  isRouteMissing: false,
  ...facts,
});

it.each([
  [0, 0, 'No Trace cell shows a problem.'],
  [1, 0, '1 formula is calculated again.'],
  [1_200, 0, '1,200 formulas are calculated again.'],
  [0, 1, '1 formula could not be recalculated: just edited, or too long. Enter it again by hand.'],
  [0, 2, '2 formulas could not be recalculated: just edited, or too long. Enter them again by hand.'],
  [500, 1, '500 formulas are calculated again; 1 is left. Retry once these have their answers.'],
  [500, 700, '500 formulas are calculated again; 700 are left. Retry once these have their answers.'],
])('%p retried cells and %p left: %s', (cells, left, sentence) => {
  expect(toRetryText({ cells, left })).toBe(sentence);
});

it('tells what the host did not recalculate, beside what it did', () => {
  const kept = '2 formulas on "Leads" are protected.';
  expect([toRetryText({ cells: 0, left: 0, kept }), toRetryText({ cells: 1, left: 0, kept })]).toEqual([
    kept,
    `1 formula is calculated again. ${kept}`,
  ]);
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
  expect(toNoteText(request({ creditsMissing }))).toBe(text);
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

it('a route that is missing says that another way is taken', () => {
  expect(toNoteText(request({ outcome: 404, isRouteMissing: true }))).toBe(
    'Not available. Trace uses another way until tomorrow',
  );
});
