import type { Enrichment, EnrichmentEnd } from '../../enrich/enrichment';
import type { Summary } from '../../enrich/summary';
import type { Undone } from '../../enrich/undo/undo';

/** An enrichment that is not under way in this panel: done, paused, stopped, or found when the panel opened. */
export interface Left {
  readonly enrichment: Enrichment;
  /** How it ended here; `null`: it is done, or its page was closed. */
  readonly end: EnrichmentEnd | null;
  /** What is said of columns that have a type. */
  readonly notes: readonly string[];
  /** The result of an undo that left something to the person. */
  readonly undone: Undone | null;
}

const NOTHING: Summary = {
  rows: 0,
  found: 0,
  notTracked: 0,
  noData: 0,
  failed: [],
  filled: [],
  unsure: [],
  unusable: 0,
  open: 0,
};

/** Its numbers; zeros where its columns cannot be told now. */
export function summaryOf({ summary }: Pick<Enrichment, 'summary'>): Summary {
  return summary ?? NOTHING;
}

export function isDone({ head }: Pick<Enrichment, 'head'>): boolean {
  return head.state === 'done';
}

export function isUndoing({ head }: Pick<Enrichment, 'head'>): boolean {
  return head.state === 'undoing';
}

/** Which rows it fills when it continues; `null`: none are left. Failed rows are asked for again only on demand. */
export function toRest(enrichment: Enrichment): 'open' | 'failed' | null {
  const summary = summaryOf(enrichment);
  // Its domains were known to the page that was closed.
  const isKnown = enrichment.head.looksUp === 'text';
  if (summary.open > 0 && !isKnown) return 'open';
  if (summary.failed.length > 0) return 'failed';
  // Its end is not noted yet.
  return isDone(enrichment) || isKnown ? null : 'open';
}
