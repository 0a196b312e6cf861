import { PREVIEW_ROWS } from '../../enrich/plan/price';
import { count } from '../common/words';
import { readCreditsEntry } from '../common/credits-entry';
import { toCreditsText } from './bulk-text';
import type { ChooseState } from './choose-state';
import type { PlannedRun } from './planned-run';

type Limited = Pick<ChooseState, 'cap' | 'planned'>;

/**
 * The limit in its field, in credits: the user's own, or else the most that the enrichment costs, or else a suggestion.
 * `null`: none.
 */
export function heldLimit({ cap, planned }: Limited): number | null {
  const most = planned?.price.most ?? null;
  if (typeof cap === 'number') return cap;
  return most ?? (cap === null ? (planned?.price.partnersEstimate?.suggestedLimit ?? null) : null);
}

/** The limit as its field says it while it is typed, in credits; `null`: it says none, or nothing that is understood. */
export function typedLimit(text: string): number | null {
  const entry = readCreditsEntry(text, 0, '');
  return entry.ok ? entry.credits : null;
}

/**
 * The limit of an enrichment that starts: never more than what its field showed.
 *
 * @param again the plan that starts, worked out once more
 */
export function startLimit(shown: Limited, again: PlannedRun): number | null {
  const held = heldLimit(shown);
  const { most } = again.price;
  if (held === null || typeof shown.cap === 'number') return held ?? most;
  return Math.min(held, most ?? held);
}

/** In credits. A preview needs no limit of its own. */
export function previewLimit(shown: Limited): number {
  return Math.min(heldLimit(shown) ?? Infinity, shown.planned?.price.previewMost ?? 0);
}

/** `Preview 3 rows (up to 3 credits)` */
export function toPreviewLabel(shown: Limited): string {
  const rows = Math.min(PREVIEW_ROWS, shown.planned?.plan.rows.length ?? 0);
  const credits = previewLimit(shown);
  return `Preview ${count(rows, 'row', 'rows')} (${credits === 0 ? 'free' : `up to ${toCreditsText(credits)}`})`;
}
