import { isAsking, type Choice } from '../plan/column-spec';
import type { Settled } from '../rows/row-record';
import type { Decision } from '../sheet/cell-decision';

/** One cell of an answered row. */
export interface DecidedCell {
  readonly choice: Choice;
  readonly decision: Decision;
  /** Whether the plan was to fill it. */
  readonly isPlanned: boolean;
}

/**
 * The outcome of an answered row, some cells of which a person may have filled since the run was planned: these stay. Other
 * cells that stay were listed with the plan.
 */
export function besideOthers(as: Settled, cells: readonly DecidedCell[]): Settled {
  const isKept = ({ decision }: DecidedCell): boolean => decision.is === 'keep';
  if (as.is !== 'written' || !cells.some((cell) => cell.isPlanned && isKept(cell))) return as;
  // A status alone is no answer.
  const isNothingWritten = cells.every((cell) => isKept(cell) || !isAsking(cell.choice));
  return isNothingWritten ? { is: 'skipped', why: 'filled' } : { ...as, isPartly: true };
}
