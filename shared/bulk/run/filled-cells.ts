import { isAsking, type Choice } from '../plan/column-spec';
import type { Target } from '../plan/plan';
import type { Settled } from '../rows/row-record';
import type { Decision } from '../sheet/cell-decision';
import type { GridValue } from '../sheet/cell-values';

/** One cell of an answered row. */
export interface DecidedCell {
  readonly choice: Choice;
  readonly target: Target;
  readonly decision: Decision;
  /** What it holds, and what it held at the run's first reading, where the run reads again. */
  readonly value: GridValue;
  readonly stood: GridValue | undefined;
}

/** The outcome of an answered row, some cells of which a person may have filled since the run began: these stay. */
export function besideOthers(as: Settled, cells: readonly DecidedCell[]): Settled {
  if (as.is !== 'written' || !cells.some(isOthers)) return as;
  const isKept = ({ decision }: DecidedCell): boolean => decision.is === 'keep';
  // A status alone is no answer.
  const isNothingWritten = cells.filter(({ choice }) => isAsking(choice)).every(isKept);
  return isNothingWritten ? { is: 'skipped', why: 'filled' } : { ...as, isPartly: true };
}

/** Other cells that stay were listed with the plan. A new column was empty then. */
function isOthers({ target, decision, value, stood }: DecidedCell): boolean {
  if (decision.is !== 'keep') return false;
  return decision.reason === 'edited' || target.isNew || (stood !== undefined && stood !== value);
}
