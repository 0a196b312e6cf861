import type { TraceError } from '../../errors/trace-error';

/** What an enrichment reports while it works. */
export type RunEvent =
  /** Answers for these cells are being fetched, or are about to be written. */
  | { readonly is: 'underWay'; readonly cells: CellsUnderWay }
  | { readonly is: 'progress'; readonly progress: Progress }
  | ({ readonly is: 'answered' } & Answered)
  /** A wait, because the service asked for it or could not be reached. */
  | { readonly is: 'waiting'; readonly delayMs: number }
  /** Rows have moved since they were read, and are being searched. */
  | { readonly is: 'findingRows' }
  | { readonly is: 'refused'; readonly row: number; readonly column: number; readonly error: TraceError }
  | { readonly is: 'typedColumn'; readonly typed: TypedColumn };

/** A typed column that keeps values from being written as usual. */
export interface TypedColumn {
  readonly column: number;
  /** Values are written as text; otherwise unchanged, but shown in the column's format. */
  readonly isText: boolean;
}

/** Answers that arrived. */
export interface Answered {
  /** How many, since this part of the enrichment began. */
  readonly answers: number;
  /** For the whole enrichment so far. */
  readonly credits: number;
}

export interface Progress {
  readonly rows: number;
  readonly done: number;
  readonly credits: number;
  /** Since this part of the enrichment began. */
  readonly elapsedMs: number;
  readonly rowsPerMinute: number;
}

/** Cells that are filled next; rows and columns count from 0. */
export interface CellsUnderWay {
  readonly sheet: string;
  /** Ascending. */
  readonly rows: readonly number[];
  /** The column of companies. */
  readonly input: number;
  readonly targets: readonly number[];
}
