import { freshnessOf, type LookupOutcome } from '../../../shared/records/outcome';
import { TraceError } from '../../../shared/errors/trace-error';

const DAY_MS = 86_400_000;
const rows = (isPartial: boolean): LookupOutcome => ({
  is: 'found',
  record: { rows: [], isList: true, total: null, isCut: false, isPartial, about: {} },
  asOfMs: 0,
});

it.each<[string, LookupOutcome, number, boolean]>([
  ['an answer at its age', rows(false), 30 * DAY_MS, true],
  ['an answer past its age', rows(false), 30 * DAY_MS + 1, false],
  ['an answer from the future', rows(false), -DAY_MS, true],
  ['a list that was read in part', rows(true), 1, false],
  ['that a company is not tracked, for a day', { is: 'notTracked', asOfMs: 0 }, DAY_MS, true],
  ['that a company is not tracked, after a day', { is: 'notTracked', asOfMs: 0 }, DAY_MS + 1, false],
  ['that a route is missing, for a day', { is: 'noRoute', operation: 'x', asOfMs: 0 }, DAY_MS, true],
  ['that a route is missing, after a day', { is: 'noRoute', operation: 'x', asOfMs: 0 }, DAY_MS + 1, false],
  ['a failure', { is: 'failed', error: new TraceError('timedOut', {}) }, 0, false],
  ['a preview', { is: 'notAsked' }, 0, false],
])('%s', (_name, outcome, nowMs, fresh) => {
  const age = { maxAgeMs: 30 * DAY_MS, isAgeAsked: true };
  expect(freshnessOf(outcome, age, nowMs)).toBe(fresh ? 'fresh' : 'needed');
});
