import type { GridCell } from '../sheet/cell-values';

/** An answer that waits for its place: it was paid for and lost its row, or was known before the run began. */
export interface KeptAnswer {
  /** The company, or its name, that it answers. */
  readonly identifier: string;
  /** One for each target. */
  readonly cells: readonly (GridCell | null)[];
}
