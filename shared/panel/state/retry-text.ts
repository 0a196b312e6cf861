import { count, toPriceText } from '../common/words';
import type { RetriedCells } from '../protocol';

/**
 * The result of *Retry problems*.
 * @param isAnswered whether the formulas have their answers, or new problems; unknown in Google Sheets
 */
export function toRetryText({ kept = '', ...rest }: RetriedCells, isAnswered = true): string {
  return kept === '' ? toCounts(rest, isAnswered) : rest.cells === 0 ? kept : `${toCounts(rest, isAnswered)} ${kept}`;
}

function toCounts({ cells, left }: RetriedCells, isAnswered: boolean): string {
  if (cells === 0 && left === 0) return 'No Trace cell shows a problem.';
  if (cells === 0) {
    return `${count(left, 'formula was', 'formulas were')} not recalculated: just edited, or too long. To recalculate, press F2, then Enter in the cell.`;
  }
  const again = count(cells, 'formula recalculated', 'formulas recalculated');
  if (left > 0) return `${again}; ${left.toLocaleString('en-US')} left. Retry once these have their answers.`;
  return isAnswered ? `${again}.` : `${again}. Answers appear as they come.`;
}

/** A retry that may bring answers, since a key was set or found. */
export interface SuggestedRetry {
  /** What it costs at most, in credits; `null`: unknown; absent: the host was not asked. */
  readonly credits?: number | null;
}

export function toSuggestionText({ credits }: SuggestedRetry): string {
  const what = 'Cells that needed a key or approval can get answers now.';
  return credits === null ? `${what} Some prices are only known after paying.` : what;
}

/** @param suggested `null`: a retry of a person's own */
export function toRetryLabel(suggested: SuggestedRetry | null): string {
  const credits = suggested?.credits ?? 0;
  return credits === 0 ? 'Retry problems' : `Retry problems (${toPriceText(credits)})`;
}
