import type { Undone } from '../../enrich/undo/undo';
import type { Left } from './left-run';
import type { Running } from './running';

/** The state of the file's enrichment. */
export type RunStage =
  | { readonly is: 'opening' }
  /** None; with what the last undo did. */
  | { readonly is: 'free'; readonly undone: Undone | null }
  | { readonly is: 'damaged' }
  | { readonly is: 'running'; readonly running: Running }
  | { readonly is: 'left'; readonly left: Left };
