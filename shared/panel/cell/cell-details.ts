import type { Receipt } from '../explore/receipt';
import type { CellPlace } from './selected-cell';

/** A text that a formula reads. */
export interface CellSource {
  readonly text: string;
  /** `null`: it is written in the formula. */
  readonly place: CellPlace | null;
}

/** What has to be looked up about the selected cell. Free. */
export interface CellDetails {
  /** The company that the cell is about; `null`: several, or none. */
  readonly input: CellSource | null;
  /** What else the formula reads, cell by cell. */
  readonly others: readonly CellSource[];
  /** `null`: no saved answer is behind the cell. */
  readonly receipt: Receipt | null;
  /** The company that was probably meant, if Trace does not track this one. */
  readonly nearest: string | null;
  readonly nowMs: number;
}

export const NO_DETAILS: CellDetails = { input: null, others: [], receipt: null, nearest: null, nowMs: 0 };
