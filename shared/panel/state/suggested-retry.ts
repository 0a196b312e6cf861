import { toPriceText } from './spending-text';

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
