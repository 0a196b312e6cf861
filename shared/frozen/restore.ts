import { ask, type Task } from '../task';
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
  const terms =
    all.length > 0 ? yield* ask<RestorePorts<T>, 'toAgree'>({ ask: 'toAgree', restore: all, sheets }) : null;
  if (terms !== null) return terms;
  const remaining = [...others];
  const back = [];
  for (const { id: sheet } of sheets) {
    const cells = all.filter((cell) => cell.sheet === sheet);
    if (cells.length === 0) continue;
    const outcomes = yield* ask<RestorePorts<T>, 'putFormulas'>({ ask: 'putFormulas', sheet, cells });
    for (const [at, { line, place }] of cells.entries()) {
      const outcome = outcomes[at]!;
      if (outcome === 'done') back.push(line);
      else remaining.push({ why: outcome, place });
    }
  }
  const cleared = [...over, ...back];
  if (cleared.length > 0) yield* ask<RestorePorts<T>, 'clearLines'>({ ask: 'clearLines', lines: cleared });
  return { restored: back.length, remaining, isAny: true };
}
