import type { Lines } from './list-row';
import type { Stays, ToFreeze } from './plan-freeze';
import type { ToRestore } from './plan-restore';
import type { Block, SheetCells } from './sheet-cells';

/** The outcome for a formula: the block of values that it has become, or why it stays. `unclear`: the formula is gone, and its cells do not hold all values. */
export type Put = Block | Extract<Stays, 'protected' | 'moved' | 'unclear' | 'refused' | 'left'>;

/** Whether a formula is back, or why not. */
export type Back = 'done' | 'protected' | 'refused';

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
  /** `null`: there is no list. */
  readonly readList: (asked: object) => Lines | null;
  /** Adds lines to the list, and the list where there is none. */
  readonly appendList: (asked: { readonly lines: Lines }) => void;
  /** Clears lines where they are: what people have written beside them stays at its line. */
  readonly clearLines: (asked: { readonly lines: Lines }) => void;
  readonly now: (asked: object) => number;
}

/** What restoring asks of a host. */
export interface RestorePorts<T = unknown> extends Pick<FreezePorts, 'cells' | 'readList' | 'clearLines'> {
  /** What a person has to agree to before these formulas come back, or `null`. Nothing is written until then. */
  readonly toAgree: (asked: {
    readonly restore: readonly ToRestore[];
    readonly sheets: readonly SheetCells[];
  }) => T | null;
  /** Enters each formula at its first cell and clears what else it fills, where the values are those that {@link cells} read. */
  readonly putFormulas: (asked: { readonly sheet: string; readonly cells: readonly ToRestore[] }) => readonly Back[];
}
