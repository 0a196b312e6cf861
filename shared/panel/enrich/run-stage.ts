import type { Undone } from '../../enrich/undo/undo';
import type { Enrichment, EnrichmentEnd } from '../../enrich/enrichment';
import type { Summary } from '../../enrich/summary';
import { say } from '../../errors/say';
import type { Answered, Progress, RunEvent } from '../../enrich/sheet/run-events';
import { count } from '../common/words';
import { toTypedColumnText } from '../common/insert/insertion';

/** The state of the file's enrichment. */
export type RunStage =
  | { readonly is: 'opening' }
  /** None; with what the last undo did. */
  | { readonly is: 'free'; readonly undone: Undone | null }
  | { readonly is: 'damaged' }
  | { readonly is: 'running'; readonly running: Running }
  | { readonly is: 'ended'; readonly ended: Ended };

/** An enrichment that is not under way in this panel: done, paused, stopped, or found when the panel opened. */
export interface Ended {
  readonly enrichment: Enrichment;
  /** How it ended here; `null`: it is done, or its page was closed. */
  readonly end: EnrichmentEnd | null;
  /** What is said of columns that have a type. */
  readonly notes: readonly string[];
  /** The result of an undo that left something to the person. */
  readonly undone: Undone | null;
  /** The limit of the whole that the person set before a preview, in credits; `null`: none. */
  readonly ownLimit: number | null;
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

/** Its numbers; zeros if its columns cannot be found now. */
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

/** A run under way, as shown to the user. */
export interface Running {
  readonly rows: number;
  /** In credits; `null`: unknown until it has begun. */
  readonly limit: number | null;
  /** `null`: the first block is under way. */
  readonly progress: Progress | null;
  /** Answers so far; `null`: none. */
  readonly answered: Answered | null;
  /** What it does meanwhile: it waits, or searches rows. */
  readonly said: string;
  /** What was said of columns that have a type. It stays until the run ends, and is part of its result. */
  readonly notes: readonly string[];
  readonly wish: 'goOn' | 'pause' | 'stop';
}

export function withEvent(running: Running, event: RunEvent): Running {
  const { progress } = running;
  switch (event.is) {
    case 'progress':
      return { ...running, progress: event.progress, rows: event.progress.rows, said: '' };
    case 'answered':
      return {
        ...running,
        answered: event,
        progress: progress === null ? null : { ...progress, credits: event.credits },
      };
    case 'waiting': {
      const seconds = count(Math.ceil(event.delayMs / 1_000), 'second', 'seconds');
      return { ...running, said: `Trace is busy. It continues in ${seconds}.` };
    }
    case 'underWay':
      return running;
    case 'findingRows':
      return { ...running, said: 'Rows moved. Finding them…' };
    case 'refused':
      return { ...running, said: say(event.error, 'run') };
    case 'typedColumn':
      return { ...running, notes: [...new Set([...running.notes, toTypedColumnText(event.typed)])] };
  }
}
