import type { OutOfCells } from './out-of-cells';
import type { FoundColumn, Placed, ToThaw } from './plan-thaw';
import type { ToFreeze } from './plan-freeze';
import type { Block, SheetCells } from './sheet-cells';

/** What freezing and thawing ask of a host. The host prevents other changes meanwhile, as far as it can. */
export interface FreezePorts {
  /** All sheets, except those that Trace hides. */
  readonly cells: (asked: object) => readonly SheetCells[];
  /** Reads the sheets again, since people may have changed them. Writes are still compared with what {@link cells} read. */
  readonly look: (asked: object) => readonly SheetCells[];
  /** The texts that were kept last. */
  readonly readFrozen: (asked: object) => readonly string[];
  readonly keepFrozen: (asked: { readonly texts: readonly string[] }) => void;
  /** The marks of all columns. */
  readonly findColumns: (asked: object) => readonly FoundColumn[];
  readonly markColumns: (asked: { readonly marks: readonly FoundColumn[] }) => void;
  /** What is needed where {@link reach} takes formulas out of their cells; `null`: it does not. */
  readonly takesOut: (asked: object) => OutOfCells | null;
  /**
   * Finds the cells that formulas fill. A host that takes formulas out of their cells to see it brings them back by itself
   * where no value follows.
   *
   * @returns for each formula its block. `null`: unknown. `moved`: the cell differs from what {@link cells} read. `full`: the
   *   host has no room for more until the next run. In these three cases the formula stays
   */
  readonly reach: (asked: {
    readonly sheet: string;
    readonly cells: readonly ToFreeze[];
  }) => readonly (Block | 'moved' | 'full' | null)[];
  /**
   * Writes the values that {@link cells} read over their formulas, where these are still beside the same inputs.
   *
   * @returns for each whether it is done. `false`: its formula stays, or what somebody typed over it. `moved`: the cell
   *   differs from what {@link cells} read, and is untouched. `null`: unknown; the formula may be gone, and its value typed
   *   over or moved
   */
  readonly putValues: (asked: {
    readonly sheet: string;
    readonly cells: readonly (ToFreeze & Block)[];
  }) => readonly (boolean | 'moved' | null)[];
  /**
   * Writes formulas over the values that {@link cells} read, where these are unchanged and nobody has protected them.
   *
   * @returns for each whether it is done. `false`: its values stay
   */
  readonly putFormulas: (asked: { readonly sheet: string; readonly cells: readonly ToThaw[] }) => readonly boolean[];
  /** Whether there is no time for the rest. */
  readonly isTimeUp: (asked: object) => boolean;
  /** From 0 to 1. */
  readonly random: (asked: object) => number;
}

/** What thawing asks of a host too. */
export interface ThawPorts<T = unknown> extends FreezePorts {
  /** What a person has to agree to before these formulas come back. Nothing is then written. `null`: nothing. */
  readonly toAgree: (asked: {
    readonly restore: readonly ToThaw[];
    readonly sheets: readonly SheetCells[];
  }) => T | null;
}

/** A cell of a sheet. Rows and columns count from 0. */
export interface SelectedCell {
  /** At least those of the cell's column. */
  readonly cells: SheetCells;
  readonly row: number;
  readonly column: number;
}

/** Cells of one column, of which formulas take the place of others. */
export interface Replacing extends Block {
  readonly sheet: string;
  /** By row from the first, as {@link ReplacePorts.selected} read them; `''` where there was none. */
  readonly before: readonly string[];
  /** As many; `''` blanks the cell. */
  readonly formulas: readonly string[];
}

/** What one range formula in place of many, and the other way round, asks of a host. It prevents other changes as for freezing. */
export interface ReplacePorts<T = unknown> {
  /**
   * The selected cell; `null`: there is none.
   *
   * @param asked `isFilled`: that of the formula which fills the cell, where a host can tell
   */
  readonly selected: (asked: { readonly isFilled: boolean }) => SelectedCell | null;
  /** Whether the person may not edit some of these cells. */
  readonly isProtected: (asked: Replacing) => boolean;
  /** What a person has to agree to before these formulas come, or in words why they cannot; `null`: nothing. */
  readonly toAgree: (asked: { readonly placed: readonly Placed[] }) => T | string | null;
  /**
   * Finds how many rows a formula fills. A host that takes it out of its cell to see it brings it back by itself where
   * nothing takes its place.
   *
   * @returns as {@link FreezePorts.reach} does
   */
  readonly reach: (asked: Placed) => Pick<Block, 'rows'> | 'moved' | 'full' | null;
  /**
   * Enters formulas where the cells hold what {@link selected} read, and nothing of somebody's own.
   *
   * @param asked `filled`: how many rows the formulas filled that were there
   * @returns whether it is done. `false`: something else is there. `moved`: the inputs have changed. In both cases the cells
   *   keep what they hold
   */
  readonly enter: (asked: Replacing & { readonly filled: number }) => boolean | 'moved';
}
