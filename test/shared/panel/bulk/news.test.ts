import type { Head } from '../../../../shared/bulk/journal/journal';
import type { Summary } from '../../../../shared/bulk/run/summary';
import { TraceError } from '../../../../shared/errors/trace-error';
import { isSuccess } from '../../../../shared/panel/bulk/news';

const FAILED = [{ why: new TraceError('leftOut', {}), rows: [1, 2] }];

it.each<[string, boolean, Partial<Summary>, boolean]>([
  ['all rows were found', true, { found: 2 }, true],
  ['some rows failed', true, { found: 1, failed: FAILED }, true],
  ['some rows failed, and Trace tracks none of the others', true, { notTracked: 1, failed: FAILED }, true],
  ['all rows failed', true, { failed: FAILED }, false],
  ['some rows failed, and the others were gone', true, { gone: 1, failed: FAILED }, false],
  ['it is paused', false, { found: 1, open: 1 }, false],
])('whether an enrichment looks like a success where %s', (_where, isFinished, counts, success) => {
  const summary = { found: 0, notTracked: 0, noData: 0, failed: [], ...counts } as Partial<Summary>;
  expect(isSuccess({ head: { isFinished } as Head, summary: summary as Summary })).toBe(success);
});
