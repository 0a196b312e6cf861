import type { TraceError } from '../../errors/trace-error';

/** What a run reports while it works. */
export type RunEvent =
  /** `written`: the last cell that it filled; absent: it filled none since it told so last. */
  | { readonly is: 'progress'; readonly progress: Progress; readonly written?: WrittenCell }
  | ({ readonly is: 'answered' } & Answered)
  /** A wait, because the service asked for it or could not be reached. */
  | { readonly is: 'waiting'; readonly delayMs: number }
  /** Rows have moved since they were read, and are searched again. */
  | { readonly is: 'lookingForRows' }
  | { readonly is: 'refused'; readonly row: number; readonly column: number; readonly error: TraceError }
  | { readonly is: 'typedColumn'; readonly typed: TypedColumn };

/** A column with a type that keeps values from being written as usual. */
export interface TypedColumn {
  readonly column: number;
  /** Written as text; otherwise as they are, but shown in the column's format. */
  readonly isText: boolean;
}

/** A cell of a sheet; rows and columns count from 0. */
export interface WrittenCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Answers that came. */
export interface Answered {
  /** How many, since this part of the run began. */
  readonly answers: number;
  /** Of the whole run so far. */
  readonly credits: number;
}

export interface Progress {
  readonly rows: number;
  readonly done: number;
  readonly credits: number;
  /** Since this part of the run began. */
  readonly elapsedMs: number;
  readonly rowsPerMinute: number;
}
