import type { TraceError } from '../../errors/trace-error';

/** What became of a row that was answered, or needs no answer. */
export type RowOutcome =
  | { readonly is: 'written'; readonly found: 'data' | 'noData' | 'notTracked' }
  /** Written as far as the limit allowed. It is asked for again when the enrichment is resumed. */
  | { readonly is: 'cut' }
  /** Nothing is asked: its cells are filled, or it names no company. */
  | { readonly is: 'skipped'; readonly why: 'filled' | 'noCompany' }
  | { readonly is: 'failed'; readonly why: TraceError };
