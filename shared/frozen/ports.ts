import type { OutOfCells } from './out-of-cells';
import type { FoundColumn, ToThaw } from './plan-thaw';
import type { ToFreeze } from './plan-freeze';
import type { Block, SheetCells } from './sheet-cells';

/** What freezing and thawing ask of a host. Nothing else in the file changes meanwhile, as far as the host can see to it. */
export interface FreezePorts {
  /** All sheets with people's cells. */
  readonly cells: (asked: object) => readonly SheetCells[];
  /** The same once more, where people have changed it meanwhile. What {@link cells} has read stays what counts. */
  readonly look: (asked: object) => readonly SheetCells[];
  /** What was kept last. */
  readonly readFrozen: (asked: object) => readonly string[];
  readonly keepFrozen: (asked: { readonly texts: readonly string[] }) => void;
  /** The marks of all columns. */
  readonly findColumns: (asked: object) => readonly FoundColumn[];
  readonly markColumns: (asked: { readonly marks: readonly FoundColumn[] }) => void;
  /** What it takes where {@link reach} takes formulas out of their cells; `null`: it does not. */
  readonly takesOut: (asked: object) => OutOfCells | null;
  /**
   * Finds the cells that formulas fill. Where the host takes the formulas out of their cells for it, those come back by
   * themselves where a value is never put there.
   *
   * @returns `null` where that cannot be told, and `moved` where it is not what {@link cells} has read: the formula stands.
   *   `full` where it stands since the host has no room for more until the next run
   */
  readonly reach: (asked: {
    readonly sheet: string;
    readonly cells: readonly ToFreeze[];
  }) => readonly (Block | 'moved' | 'full' | null)[];
  /**
   * Writes the values that {@link cells} has read over their formulas, where these stand beside the same inputs still.
   *
   * @returns whether each is done; if not, its formula stands, or what somebody has typed over it. `moved`: it was not what
   *   {@link cells} has read, and is untouched. `null`: its formula may be gone, and what it showed typed over or moved
   */
  readonly putValues: (asked: {
    readonly sheet: string;
    readonly cells: readonly (ToFreeze & Block)[];
  }) => readonly (boolean | 'moved' | null)[];
  /**
   * Writes formulas over the values that {@link cells} has read, where these still stand and nobody has protected them.
   *
   * @returns whether each is done; if not, its values stand
   */
  readonly putFormulas: (asked: { readonly sheet: string; readonly cells: readonly ToThaw[] }) => readonly boolean[];
  /** Whether what is left has to wait for another time. */
  readonly isTimeUp: (asked: object) => boolean;
  /** From 0 to 1. */
  readonly random: (asked: object) => number;
}

/** What thawing asks besides. */
export interface ThawPorts<T = unknown> extends FreezePorts {
  /** What has to be agreed to before these formulas come back into these cells, and nothing is written; `null`: nothing. */
  readonly toAgree: (asked: {
    readonly restore: readonly ToThaw[];
    readonly sheets: readonly SheetCells[];
  }) => T | null;
}
