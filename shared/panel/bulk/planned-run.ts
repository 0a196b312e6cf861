import type { Plan } from '../../enrich/plan/plan';
import type { RunPrice } from '../../enrich/plan/price';

/** What a run would do, and for how much. */
export interface PlannedRun {
  readonly plan: Plan;
  readonly price: RunPrice;
}

/** Whether a new plan does what the user agreed to, at no higher price. */
export function isSameRun(agreed: PlannedRun, again: PlannedRun): boolean {
  return areSameCells(agreed.plan, again.plan) && isNoDearer(agreed.price, again.price);
}

export function areSameCells(one: Plan, other: Plan): boolean {
  const isSamePlace = JSON.stringify([one.targets, one.rows]) === JSON.stringify([other.targets, other.rows]);
  return isSamePlace && one.cells === other.cells;
}

/** An unknown price may be any price: setting a limit accepts it, but only where it was unknown then too. */
function isNoDearer(agreed: RunPrice, again: RunPrice): boolean {
  return agreed.most === null || (again.most !== null && again.most <= agreed.most);
}
