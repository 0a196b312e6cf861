import type { OutOfCells } from './out-of-cells';
import type { FoundColumn, ToThaw } from './plan-thaw';
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
