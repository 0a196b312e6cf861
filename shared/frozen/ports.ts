import type { Stays, ToFreeze } from './plan-freeze';
import type { ToRestore } from './plan-restore';
import type { Block, SheetCells } from './sheet-cells';

/** The outcome for a formula: the block of values that it has become, or why it stays. `unclear`: the formula is gone, and its cells hold something else. */
export type Put = Block | Extract<Stays, 'protected' | 'moved' | 'unclear' | 'refused' | 'left'>;

/** What freezing asks of a host. The host prevents other changes meanwhile, as far as it can. */
export interface FreezePorts {
  /** All sheets with people's cells. */
  readonly cells: (asked: object) => readonly SheetCells[];
  /**
   * Writes the values that {@link cells} read over their formulas.
   *
   * @returns for each its outcome. A block may be larger than the planned one, where only the writing tells what a formula fills
   */
  readonly putValues: (asked: { readonly sheet: string; readonly cells: readonly ToFreeze[] }) => readonly Put[];
  /** The lines of the list below its titles; `null`: there is no list. */
  readonly readList: (asked: object) => readonly (readonly string[])[] | null;
  /** Adds lines to the list, and the list where there is none. */
  readonly appendList: (asked: { readonly lines: readonly (readonly string[])[] }) => void;
  /** Puts these lines in place of all others. */
  readonly replaceList: (asked: { readonly lines: readonly (readonly string[])[] }) => void;
  readonly now: (asked: object) => number;
}

/** What restoring asks of a host. */
export interface RestorePorts<T = unknown> extends Pick<FreezePorts, 'cells' | 'readList' | 'replaceList'> {
  /** For each block, whether any of its cells is protected. */
  readonly areProtected: (asked: { readonly sheet: string; readonly blocks: readonly Block[] }) => readonly boolean[];
  /** What a person has to agree to before these formulas come back, or `null`. Nothing is written until then. */
  readonly toAgree: (asked: {
    readonly restore: readonly ToRestore[];
    readonly sheets: readonly SheetCells[];
  }) => T | null;
  /**
   * Enters each formula at its first cell and clears what else it fills, where the values are those that {@link cells} read.
   *
   * @returns for each whether it is done
   */
  readonly putFormulas: (asked: { readonly sheet: string; readonly cells: readonly ToRestore[] }) => readonly boolean[];
}
