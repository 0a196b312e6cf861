import type { TraceError } from '../../errors/trace-error';

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly is: 'progress'; readonly progress: Progress }
  /** Nothing happens for so long, at the service's wish or because it could not be reached. */
  | { readonly is: 'waiting'; readonly delayMs: number }
  /** Rows have moved since they were read: they are looked for anew. */
  | { readonly is: 'lookingForRows' }
  | { readonly is: 'refused'; readonly row: number; readonly column: number; readonly error: TraceError };

export interface Progress {
  readonly rows: number;
  readonly done: number;
  readonly credits: number;
  /** Since this part of the run began. */
  readonly elapsedMs: number;
  readonly rowsPerMinute: number;
}
