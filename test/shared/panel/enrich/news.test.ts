import type { Enrichment } from '../../../../shared/enrich/enrichment';
import type { Summary } from '../../../../shared/enrich/summary';
import { TraceError } from '../../../../shared/errors/trace-error';
import { isSuccess } from '../../../../shared/panel/enrich/news';

const FAILED = [{ why: new TraceError('leftOut', {}), rows: [1, 2] }];

it.each<[string, boolean, Partial<Summary>, boolean]>([
  ['all rows were found', true, { found: 2 }, true],
  ['some rows failed', true, { found: 1, failed: FAILED }, true],
  ['some rows failed, and Trace tracks none of the others', true, { notTracked: 1, failed: FAILED }, true],
  ['all rows failed', true, { failed: FAILED }, false],
  ['some rows failed, and the others were filled by someone else', true, { filled: [3], failed: FAILED }, false],
  ['no row could be written', true, { open: 2 }, false],
  ['it is paused', false, { found: 1, open: 1 }, false],
])('whether an enrichment looks like a success where %s', (_where, isFinished, counts, success) => {
  const summary = { found: 0, notTracked: 0, noData: 0, failed: [], open: 0, ...counts } as Partial<Summary>;
  const head = { state: isFinished ? 'done' : 'open' };
  expect(isSuccess({ head, summary } as Enrichment)).toBe(success);
});
