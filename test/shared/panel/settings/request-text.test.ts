import type { LoggedRequest } from '../../../../shared/panel/protocol';
import { hasFailed, toNoteText, toOutcomeText } from '../../../../shared/panel/settings/request-text';

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
