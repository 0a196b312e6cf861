import type { Lines } from './list-row';
import type { Stays, ToFreeze } from './plan-freeze';
import type { ToEnter } from './plan-restore';
import type { Block, SheetCells } from './sheet-cells';

/**
 * The outcome for a formula: the block of values that it has become, or why it stays. `unclear`: the formula is gone,
 * and its cells do not contain all values.
 */
export type Put = Block | Extract<Stays, 'protected' | 'moved' | 'unclear' | 'refused' | 'unreached'>;

/** Whether a formula was entered, or why not. */
export type Back = 'done' | 'protected' | 'refused';

/** What freezing asks of a host. The host prevents other changes meanwhile, as far as it can. */
export interface FreezePorts {
  /** All sheets with users' cells. */
  readonly cells: (asked: object) => readonly SheetCells[];
  /**
   * Writes the values that {@link cells} read over their formulas.
   *
   * @returns the outcome of each. A block may be larger than planned, if only writing shows what a formula fills
   */
  readonly putValues: (asked: { readonly sheet: string; readonly cells: readonly ToFreeze[] }) => readonly Put[];
  /** `null`: there is no list. */
  readonly readList: (asked: object) => Lines | null;
  /** Adds lines to the list, and creates the list if there is none. */
  readonly appendList: (asked: { readonly lines: Lines }) => void;
  /** Clears lines in place, so that users' notes beside them keep their row. */
  readonly clearLines: (asked: { readonly lines: Lines }) => void;
  readonly now: (asked: object) => number;
}

/** What reconnecting formulas asks of a host. */
export interface ReconnectPorts<T = unknown> extends Pick<FreezePorts, 'cells'> {
  /** What the user must approve before these formulas are entered, or `null`. Nothing is written until then. */
  readonly toAgree: (asked: { readonly enter: readonly ToEnter[]; readonly sheets: readonly SheetCells[] }) => T | null;
  /**
   * Enters each formula at its first cell and clears the other cells it fills, if all of them contain what {@link
   * cells} read.
   */
  readonly putFormulas: (asked: { readonly sheet: string; readonly cells: readonly ToEnter[] }) => readonly Back[];
}

/** What restoring asks of a host. */
export interface RestorePorts<T = unknown> extends ReconnectPorts<T>, Pick<FreezePorts, 'readList' | 'clearLines'> {}
