import type { Standing } from '../shapes/shape';

type DifferenceKind =
  | 'missing'
  | 'extra'
  | 'other type'
  | 'wrapped'
  | 'unwrapped'
  | 'other status'
  | 'missing route'
  | 'missing header'
  | 'other header'
  | 'not JSON'
  | 'no answer';

/** One place in which an answer differs from the contract. */
export interface Difference {
  readonly is: DifferenceKind;
  /** The place in the body, such as `data[].partner_name`, or the header; `''` for the answer as a whole. */
  readonly path: string;
  /** How certain the contract was. */
  readonly standing: Standing;
  /** Types, statuses and names, never values. */
  readonly expected: string;
  readonly found: string;
}
