import type { Head } from '../../../../shared/bulk/journal/journal';
import type { Summary } from '../../../../shared/bulk/run/summary';
import { TraceError } from '../../../../shared/errors/trace-error';
import { toRest } from '../../../../shared/panel/bulk/left-run';

const FAILED = [{ why: new TraceError('leftOut', {}), rows: [1, 2] }];
const UNPLACED = [{ identifier: 'x1.example', cells: [] }];

const rest = (
  isFinished: boolean,
  { open = 0, failed = [], gone = 0 }: Partial<Summary>,
  unplaced = [] as typeof UNPLACED,
) => toRest({ head: { isFinished } as Head, summary: { open, failed, gone } as Summary, unplaced });

it.each([
  ['open rows before failed ones', false, { open: 3, failed: FAILED, gone: 1 }, 'open'],
  ['failed rows where only those are left, paused', false, { failed: FAILED, gone: 1 }, 'failed'],
  ['failed rows where only those are left, done', true, { failed: FAILED }, 'failed'],
  ['rows that were not found, where no others are left', false, { gone: 1 }, 'unplaced'],
  ['its end, where it broke off before noting it', false, {}, 'open'],
  ['nothing once all rows are done', true, {}, null],
] as const)('a run that continues does %s', (_what, isFinished, summary, rows) => {
  expect(rest(isFinished, summary)).toBe(rows);
});

it('answers without a row are placed, where no other rows are left', () => {
  expect(rest(true, {}, UNPLACED)).toBe('unplaced');
});
