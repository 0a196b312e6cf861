import { count } from './count';
import type { RetriedCells } from './protocol';

/** The result of *Retry problems*. */
export function toRetryText({ cells, left }: RetriedCells): string {
  if (cells === 0 && left === 0) return 'No Trace cell shows a problem.';
  if (left === 0) return `${count(cells, 'cell is', 'cells are')} calculated again.`;
  if (cells === 0) {
    return `${count(left, 'cell', 'cells')} could not be recalculated: just edited, or the formula is too long. Enter ${left === 1 ? 'it' : 'them'} again by hand.`;
  }
  return `${count(cells, 'cell is', 'cells are')} calculated again; ${count(left, 'is', 'are')} left. Retry once these have their answers.`;
}

/** What was restored after an interrupted retry; `''` for nothing. */
export function toRestoredText(formulas: number): string {
  if (formulas === 0) return '';
  return `${count(formulas, 'formula from an interrupted retry is', 'formulas from an interrupted retry are')} back.`;
}
