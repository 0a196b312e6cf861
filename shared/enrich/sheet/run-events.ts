import type { TraceError } from '../../errors/trace-error';

/** What an enrichment reports while it works. */
export type RunEvent =
  /** `written`: the last cell that it filled; absent: none since the last report. */
  | { readonly is: 'progress'; readonly progress: Progress; readonly written?: WrittenCell }
  | ({ readonly is: 'answered' } & Answered)
  /** A wait, because the service asked for it or could not be reached. */
  | { readonly is: 'waiting'; readonly delayMs: number }
  /** Rows have moved since they were read, and are being searched. */
  | { readonly is: 'lookingForRows' }
  | { readonly is: 'refused'; readonly row: number; readonly column: number; readonly error: TraceError }
  | { readonly is: 'typedColumn'; readonly typed: TypedColumn };

/** A typed column that keeps values from being written as usual. */
export interface TypedColumn {
  readonly column: number;
  /** Values are written as text; otherwise unchanged, but shown in the column's format. */
  readonly isText: boolean;
}

/** A cell of a sheet; rows and columns count from 0. */
export interface WrittenCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
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
