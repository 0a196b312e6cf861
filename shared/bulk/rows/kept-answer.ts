import type { GridCell } from '../sheet/cell-values';

/** An answer that waits for its place: it was paid for and has none any more, or was known before the run began. */
export interface KeptAnswer {
  /** What it is the answer to: a company, or its name. */
  readonly identifier: string;
  /** One for each target. */
  readonly cells: readonly (GridCell | null)[];
}
