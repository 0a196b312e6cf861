import { ask, type Task } from '../task';
import { enterFormulas } from './enter-formulas';
import { planRestore, type Remaining } from './plan-restore';
import type { RestorePorts } from './ports';

export interface Restored {
  readonly restored: number;
  /** The formulas that stay values. */
  readonly remaining: readonly Remaining[];
  /** Whether there is a list. */
  readonly isAny: boolean;
}

/**
 * Restores the formulas of the list whose cells still contain the frozen values, and reports the others. It writes
 * only what the host was asked to approve.
 *
 * @returns what the user must approve first, if anything
 */
export function* restore<T>(): Task<Restored | T, RestorePorts<T>> {
  const lines = yield* ask<RestorePorts<T>, 'readList'>({ ask: 'readList' });
  if (!lines?.some((line) => line.some((text) => text !== ''))) return { restored: 0, remaining: [], isAny: false };
  const sheets = yield* ask<RestorePorts<T>, 'cells'>({ ask: 'cells' });
  const { restore: all, remaining: others, over } = planRestore(lines, sheets);
  const terms = all.length > 0 ? yield* ask<RestorePorts<T>, 'toAgree'>({ ask: 'toAgree', enter: all, sheets }) : null;
  if (terms !== null) return terms;
  const { entered, refused } = yield* enterFormulas(all, sheets);
  const cleared = [...over, ...entered.map(({ line }) => line)];
  if (cleared.length > 0) yield* ask<RestorePorts<T>, 'clearLines'>({ ask: 'clearLines', lines: cleared });
  return { restored: entered.length, remaining: [...others, ...refused], isAny: true };
}
