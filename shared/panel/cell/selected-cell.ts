import type { ErrorCode } from '../../errors/codes';
import type { GridValue } from '../../enrich/sheet/cell-values';

/** A cell of a sheet. Rows and columns count from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The selected cell, as a host reads it. */
export interface SelectedCell extends CellPlace {
  readonly value: GridValue;
  /** The Trace formula that fills the cell, with commas between its arguments; `''`: none does. */
  readonly formula: string;
  /** Where this formula is: in another cell, if its answer reaches into this one. */
  readonly holder: CellPlace;
  /** The sentence of the problem that the cell shows; `''`: it shows none. */
  readonly problem: string;
  /** Which problem it is, if the host knows more than the sentence. */
  readonly code?: ErrorCode;
  /** It holds a Trace formula that came from another program, or a value that may be one's; absent: neither. */
  readonly disconnected?: 'formula' | 'spilled';
  /** What the host itself knows about the cell, which then is all there is to say. */
  readonly explained?: Explained;
}

/** A sentence of the host about its own doing, such as an answer without room. */
export interface Explained {
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}
