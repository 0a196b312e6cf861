import type { Undone } from '../../bulk/undo/undo';
import type { Left } from './left-run';
import type { Running } from './running';

/** The state of the file's run. */
export type RunStage =
  | { readonly is: 'opening' }
  /** No run, or a finished one that can still be undone; with what the last undo could not restore. */
  | { readonly is: 'free'; readonly undone: Undoing | null; readonly hasEarlier: boolean }
  | { readonly is: 'damaged'; readonly sentence: string }
  /** The host refuses marks, and nothing has begun. `goOn`: by the titles alone; `null`: there are none. */
  | { readonly is: 'unmarked'; readonly sentence: string; readonly goOn: (() => void) | null }
  | { readonly is: 'running'; readonly running: Running }
  | { readonly is: 'left'; readonly left: Left };

interface Undoing {
  readonly sheet: string;
  readonly of: Undone;
}
