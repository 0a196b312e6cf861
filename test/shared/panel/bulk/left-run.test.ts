import type { Enrichment } from '../../../../shared/enrich/enrichment';
import type { Summary } from '../../../../shared/enrich/summary';
import { TraceError } from '../../../../shared/errors/trace-error';
import { toRest } from '../../../../shared/panel/bulk/left-run';

const FAILED = [{ why: new TraceError('leftOut', {}), rows: [1, 2] }];

const rest = (
  state: 'open' | 'done',
  { open = 0, failed = [] }: Partial<Summary>,
  looksUp: 'company' | 'text' = 'company',
) => toRest({ head: { state, looksUp }, summary: { open, failed } } as unknown as Enrichment);

it.each([
  ['open rows before failed ones', 'open', { open: 3, failed: FAILED }, 'open'],
  ['its end, where it broke off before noting it', 'open', {}, 'open'],
  ['rows that were cleared once it was done', 'done', { open: 1 }, 'open'],
  ['failed rows where only those are left, paused', 'open', { failed: FAILED }, 'failed'],
  ['failed rows where only those are left, done', 'done', { failed: FAILED }, 'failed'],
  ['nothing once all rows are done', 'done', {}, null],
] as const)('an enrichment that continues does %s', (_what, state, summary, rows) => {
  expect(rest(state, summary)).toBe(rows);
});

it('domains that only the closed page knew are not continued', () => {
  expect(rest('open', { open: 3 }, 'text')).toBeNull();
});
