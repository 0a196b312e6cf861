import { ask, type Task } from '../task';
import { planRestore, type Remaining, type ToRestore } from './plan-restore';
import type { RestorePorts } from './ports';

export interface Restored {
  readonly restored: number;
  /** What stays a value. */
  readonly remaining: readonly Remaining[];
  /** Whether there is a list. */
  readonly isAny: boolean;
}

/**
 * Puts the formulas of the list back where their cells still hold the frozen values, and tells the others. It writes
 * exactly what the host was asked to agree to.
 *
 * @returns what a person has to agree to first, if anything
 */
export function* restore<T>(): Task<Restored | T, RestorePorts<T>> {
  const lines = yield* ask<RestorePorts<T>, 'readList'>({ ask: 'readList' });
  if (lines === null || lines.length === 0) return { restored: 0, remaining: [], isAny: false };
  const sheets = yield* ask<RestorePorts<T>, 'cells'>({ ask: 'cells' });
  const plan = planRestore(lines, sheets);
  const remaining = [...plan.remaining];
  const open: ToRestore[] = [];
  for (const [sheet, blocks] of bySheet(plan.restore)) {
    const areProtected = yield* ask<RestorePorts<T>, 'areProtected'>({ ask: 'areProtected', sheet, blocks });
    blocks.forEach((cell, at) => {
      if (areProtected[at] === true) remaining.push({ why: 'protected', place: cell.place });
      else open.push(cell);
    });
  }
  const first =
    open.length > 0 ? yield* ask<RestorePorts<T>, 'toAgree'>({ ask: 'toAgree', restore: open, sheets }) : null;
  if (first !== null) return first;
  const back = new Set(plan.standing);
  let restored = 0;
  for (const [sheet, cells] of bySheet(open)) {
    const areDone = yield* ask<RestorePorts<T>, 'putFormulas'>({ ask: 'putFormulas', sheet, cells });
    cells.forEach(({ line, place }, at) => {
      if (areDone[at] === true) {
        back.add(line);
        restored += 1;
      } else remaining.push({ why: 'refused', place });
    });
  }
  if (back.size > 0) {
    const left = lines.filter((_line, at) => !back.has(at));
    yield* ask<RestorePorts<T>, 'replaceList'>({ ask: 'replaceList', lines: left });
  }
  return { restored, remaining, isAny: true };
}

function bySheet(all: readonly ToRestore[]): ReadonlyMap<string, readonly ToRestore[]> {
  const sheets = new Map<string, ToRestore[]>();
  for (const each of all) {
    const own = sheets.get(each.sheet);
    if (own === undefined) sheets.set(each.sheet, [each]);
    else own.push(each);
  }
  return sheets;
}
